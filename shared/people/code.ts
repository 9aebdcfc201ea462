/**
 * An invitation code: ten characters of Crockford base32 and a check character, shown `XXXXX-XXXXX-X`.
 * Read leniently, as people copy from paper: case, blanks and hyphens do not matter, I and L are 1, O is 0
 * (Crockford, "Base 32", 2002). The check is the 50-bit value modulo 37, so that one wrong character and two
 * neighbours swapped are caught before a code is looked up.
 */
const digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const checkDigits = `${digits}*~$=U`;

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
    .replace(/O/g, "0");
  if (plain.length !== codeCharacters + 1) return null;
  const body = plain.slice(0, codeCharacters);
  for (const character of body) if (!digits.includes(character)) return null;
  return plain.slice(codeCharacters) === checkOf(body) ? plain : null;
}

/** The code as it is printed and read aloud. */
export const showCode = (code: string): string => `${code.slice(0, 5)}-${code.slice(5, 10)}-${code.slice(10)}`;

function checkOf(body: string): string {
  let value = 0n;
  for (const character of body) value = value * 32n + BigInt(digits.indexOf(character));
  return checkDigits.charAt(Number(value % 37n));
}
