import { createHmac, createSecretKey, timingSafeEqual, type KeyObject } from "node:crypto";

/**
 * The installation's key, kept outside the database: 32 random bytes. Every use has its own purpose word, so that a
 * value made for one use never serves another.
 */
export type Key = Uint8Array;
export type Purpose = "code" | "code-row" | "creation-link" | "form" | "session" | "session-row" | "writing-code";

export const keyed = (key: Key, purpose: Purpose, text: string): Buffer =>
  createHmac("sha256", keyObjectOf(key)).update(`${purpose}\0${text}`).digest();

/** Made once: with the bytes alone each hash costs five times as much. */
const keyObjects = new WeakMap<Key, KeyObject>();

function keyObjectOf(key: Key): KeyObject {
  const known = keyObjects.get(key);
  if (known) return known;
  const made = createSecretKey(key);
  keyObjects.set(key, made);
  return made;
}

/** 128 bits in base64url: what a browser carries. */
export const keyedTag = (key: Key, purpose: Purpose, text: string): string =>
  keyed(key, purpose, text).subarray(0, 16).toString("base64url");

/** 256 bits in hexadecimal: what a row is found by. */
export const keyedHash = (key: Key, purpose: Purpose, text: string): string =>
  keyed(key, purpose, text).toString("hex");

/** Compares in a time that does not depend on where two tags differ. */
export function sameTag(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}
