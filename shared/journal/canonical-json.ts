/**
 * Canonical JSON: what is hashed is this string, stored as it was hashed.
 * Object keys sorted by UTF-16 units, no blanks, integers only, no `undefined`: the common part of RFC 8785
 * for data without fractions. Refuses (throws: it would be our bug, parsers keep such values out) numbers that are not safe
 * integers, U+0000 and unpaired surrogates.
 */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

export const canonicalJson = (value: Json): string => (isInOrder(value) ? JSON.stringify(value) : write(value));

/** Most values are made with their keys in order: then the engine's own writer gives the same string, much faster. */
function isInOrder(value: Json): boolean {
  if (typeof value === "string") return isStorableText(value);
  if (typeof value === "number") return Number.isSafeInteger(value);
  if (value === null || typeof value === "boolean") return true;
  if (isList(value)) return value.every(isInOrder);
  let last = "";
  for (const key of Object.keys(value)) {
    const member = value[key];
    if (key < last || member === undefined || !isStorableText(key) || !isInOrder(member)) return false;
    last = key;
  }
  return true;
}

function write(value: Json): string {
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "number") {
    if (!Number.isSafeInteger(value)) throw new Error(`Not an integer: ${value}`);
    return Object.is(value, -0) ? "0" : String(value);
  }
  if (typeof value === "string") {
    if (!isStorableText(value)) throw new Error("Text with U+0000 or an unpaired surrogate");
    return JSON.stringify(value);
  }
  if (isList(value)) return `[${value.map(write).join(",")}]`;
  const members = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([key, member]) => `${write(key)}:${write(member)}`);
  return `{${members.join(",")}}`;
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

/** PostgreSQL cannot store U+0000, SQLite alters unpaired surrogates: neither may enter. */
export function isStorableText(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0) return false;
    if (unit < 0xd800 || unit > 0xdfff) continue;
    const next = text.charCodeAt(i + 1);
    if (unit > 0xdbff || !(next >= 0xdc00 && next <= 0xdfff)) return false;
    i++;
  }
  return true;
}
