/**
 * The closed list of refusals: what somebody may not or cannot do. A refusal is returned, never thrown;
 * its words (what a delegate reads) stand in `shared/i18n`, its HTTP status here.
 */
export const refusalStatus = {
  "not-signed-in": 401,
  "seat-moved": 401,
  "not-allowed": 403,
  "wrong-origin": 403,
  "not-on-roll": 403,
  "code-unknown": 404,
  "not-found": 404,
  "code-revoked": 410,
  malformed: 400,
  "unclear-vote": 400,
  "reason-needed": 400,
  "too-large": 413,
  "too-many": 429,
  "bad-step": 422,
  "bad-link": 422,
  "count-too-large": 422,
  "empty-amendment": 422,
  "unprovable-amendment": 422,
  "wrong-state": 409,
  "text-tabled": 409,
  "text-being-voted": 409,
  "not-adoptable": 409,
  "no-ballot": 409,
  "ballot-open": 409,
  "ballot-closed": 409,
  "already-voted": 409,
  "voted-by-hand": 409,
  "request-key-reused": 409,
  restored: 409,
  "try-again": 503,
} as const;

export type RefusalCode = keyof typeof refusalStatus;

/**
 * `detail` completes the words of `wrong-state` and `not-adoptable`: a key of the dictionary, with a
 * count after a colon where its words have one; never free words.
 */
export type Refused = { readonly ok: false; readonly code: RefusalCode; readonly detail?: string };
export type Accepted<T> = { readonly ok: true; readonly value: T };
export type Result<T> = Accepted<T> | Refused;

export const ok = <T>(value: T): Accepted<T> => ({ ok: true, value });

export const refuse = (code: RefusalCode, detail?: string): Refused =>
  detail === undefined ? { ok: false, code } : { ok: false, code, detail };

/** For `switch` over a closed union: a missing case does not compile, an impossible one is our bug. */
export function assertNever(value: never): never {
  throw new Error(`Not a case that exists: ${JSON.stringify(value)}`);
}
