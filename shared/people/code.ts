/**
 * An invitation code: ten characters of Crockford base32 and a check character of the same alphabet, shown
 * `XXXXX-XXXXX-X`. Read leniently, as people copy from paper: case, blanks and hyphens do not matter, I and L are 1, O is
 * 0 (Crockford, "Base 32", 2002) and U, which the alphabet leaves out, is read as V. His own check digit needs five signs that a phone's keyboard hides (`*~$=U`);
 * this one is a sum over GF(32) with a weight for each place: any one wrong character, and any two that changed places,
 * are caught before a code is looked up.
 */
const digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

export const codeCharacters = 10;

/** Makes a code of ten random bytes: five bits of each. The result is canonical: eleven characters, no hyphen. */
export function makeCode(random: Uint8Array): string {
  if (random.length !== codeCharacters) throw new Error(`A code is made of ${codeCharacters} random bytes`);
  const body = Array.from(random, (byte) => digits.charAt(byte & 31)).join("");
  return body + checkOf(body);
}

/** What somebody typed or scanned, as the canonical code, or null when it cannot be one. */
export function parseCode(typed: string): string | null {
  const plain = typed
    .toUpperCase()
    .replace(/[\s\u2010-\u2015-]/g, "")
    .replace(/[IL]/g, "1")
    .replace(/O/g, "0")
    .replace(/U/g, "V");
  if (plain.length !== codeCharacters + 1) return null;
  for (const character of plain) if (!digits.includes(character)) return null;
  return plain.slice(codeCharacters) === checkOf(plain.slice(0, codeCharacters)) ? plain : null;
}

/** The code as it is printed and read aloud. */
export const showCode = (code: string): string => `${code.slice(0, 5)}-${code.slice(5, 10)}-${code.slice(10)}`;

/** Horner's rule over GF(32): the character at place i from the right weighs α to the power i, from 1. */
function checkOf(body: string): string {
  let sum = 0;
  for (const character of body) sum = timesAlpha(sum ^ digits.indexOf(character));
  return digits.charAt(sum);
}

/** Multiplication by α in GF(32) = GF(2)[x] / (x⁵ + x² + 1). */
const timesAlpha = (value: number): number => ((value << 1) ^ (value & 16 ? 0b100101 : 0)) & 31;
