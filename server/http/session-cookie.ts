import { keyedHash, keyedTag, sameTag, type Key } from "./key.ts";

/** One cookie a gathering (its path is `/r/<slug>`): two gatherings in one browser are two seats. */
export const sessionCookie = "cahier";

export const cookiePath = (slug: string): string => `/r/${slug}`;

/** What the browser keeps: a random name and a tag by which the server knows its own cookies without asking the database. */
export function makeCookie(key: Key, random: Uint8Array): string {
  const name = Buffer.from(random).toString("base64url");
  return `${name}.${keyedTag(key, "session", name)}`;
}

/** The hash under which the session of a cookie is stored, or null when this installation never made the cookie. */
export function sessionHash(key: Key, cookie: string | undefined): string | null {
  const [name, tag, ...rest] = cookie?.split(".") ?? [];
  if (name === undefined || tag === undefined || rest.length > 0) return null;
  return sameTag(tag, keyedTag(key, "session", name)) ? keyedHash(key, "session-row", name) : null;
}

/** The field `token` of a form: bound to the session, or to nothing for the public. */
export const formToken = (key: Key, cookie: string | undefined): string =>
  keyedTag(key, "form", sessionHash(key, cookie) ?? "public");

export const isFormToken = (key: Key, cookie: string | undefined, token: unknown): boolean =>
  typeof token === "string" && sameTag(token, formToken(key, cookie));
