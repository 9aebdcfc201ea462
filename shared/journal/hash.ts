// By Node in a server, in JavaScript in a browser: package.json says which.
import { sha256Hex } from "#sha256";

import { canonicalJson, type Json } from "./canonical-json.ts";

/** SHA-256 of the UTF-8 bytes, as 64 lower-case hexadecimal digits. */
export const hashText = (text: string): string => sha256Hex(text);

export const hashJson = (value: Json): string => hashText(canonicalJson(value));

/** What comes before the first entry of a journal and the first commit of a text. */
export const noHash = "0".repeat(64);

const crockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** The first 40 bits of a hash in Crockford base32, `7F3K-92QD`: it shows mix-ups, it proves nothing. */
export function shortCode(hash: string): string {
  let bits = Number.parseInt(hash.slice(0, 10), 16);
  let code = "";
  for (let i = 0; i < 8; i++) {
    code = crockford.charAt(bits % 32) + code;
    bits = Math.floor(bits / 32);
  }
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}
