import { hashJson } from "./hash.ts";

/**
 * Words that somebody typed: a question, a reason, a reservation. The journal holds only their hash with a salt (16
 * random bytes in hexadecimal); the words stand beside and can be erased.
 */
export interface TypedWords {
  readonly salt: string;
  readonly words: string;
}

/** docs/record-format.md, Typed words. */
export const hashWords = ({ salt, words }: TypedWords): string => hashJson({ salt, words });
