import type { Json } from "../journal/index.ts";

/**
 * What a ProseMirror `toJSON` returns, as a plain value that can be hashed: members without a value are left out.
 * Throws on what JSON cannot say (a function, a symbol): it would be our bug.
 */
export function plainJson(value: unknown): Json {
  if (value === null || typeof value === "boolean" || typeof value === "number" || typeof value === "string")
    return value;
  if (Array.isArray(value)) return value.map(plainJson);
  if (typeof value !== "object") throw new Error(`Not JSON: ${typeof value}`);
  const members: Record<string, Json> = {};
  for (const [key, member] of Object.entries(value)) {
    if (member !== undefined) members[key] = plainJson(member);
  }
  return members;
}
