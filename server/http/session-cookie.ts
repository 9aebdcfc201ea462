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
  const known = cookie === undefined ? undefined : hashesOf(key).get(cookie);
  if (known !== undefined) return known;
  const hash = computeHash(key, cookie);
  if (hash !== null && cookie !== undefined) keep(hashesOf(key), cookie, hash);
  return hash;
}

/** Own cookies only, the last to come: each request asks for its hash several times. */
const hashesKept = 20_000;
const kept = new WeakMap<Key, Map<string, string>>();

function hashesOf(key: Key): Map<string, string> {
  const of = kept.get(key) ?? new Map<string, string>();
  kept.set(key, of);
  return of;
}

function keep(hashes: Map<string, string>, cookie: string, hash: string): void {
  const [oldest] = hashes.size >= hashesKept ? hashes.keys() : [];
  if (oldest !== undefined) hashes.delete(oldest);
  hashes.set(cookie, hash);
}

function computeHash(key: Key, cookie: string | undefined): string | null {
  const [name, tag, ...rest] = cookie?.split(".") ?? [];
  if (name === undefined || tag === undefined || rest.length > 0) return null;
  return sameTag(tag, keyedTag(key, "session", name)) ? keyedHash(key, "session-row", name) : null;
}

/** The field `token` of a form: bound to the session, or to nothing for the public. */
export const formToken = (key: Key, cookie: string | undefined): string =>
  keyedTag(key, "form", sessionHash(key, cookie) ?? "public");

export const isFormToken = (key: Key, cookie: string | undefined, token: unknown): boolean =>
  typeof token === "string" && sameTag(token, formToken(key, cookie));
