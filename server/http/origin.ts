/**
 * Whether a state-changing request or a socket comes from a page of ours: its `Origin` is the address it was sent to, or
 * one that the installation was told of (behind a proxy). `null` for a request without `Origin`: who asks then decides.
 */
export function isOwnOrigin(request: OriginFacts, origins: readonly string[]): boolean | null {
  const origin = request.headers.origin;
  if (origin === undefined) return null;
  return origin === originOf(request) || origins.includes(origin);
}

/** The address by which a browser reached us. */
export const originOf = (request: OriginFacts): string => `${request.protocol}://${request.headers.host ?? ""}`;

export interface OriginFacts {
  readonly protocol: string;
  readonly headers: { readonly origin?: string | undefined; readonly host?: string | undefined };
}
