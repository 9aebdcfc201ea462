import { shortCode } from "../../shared/journal/index.ts";
import { keyedHash, type Key } from "../http/index.ts";

/**
 * What whoever takes part types to write a text: shown on the workshop's own screens, `7F3K-92QD`. It comes from the key
 * and the text's id, so it stands nowhere and is the same whenever it is asked.
 */
export const writingCode = (key: Key, text: string): string => shortCode(keyedHash(key, "writing-code", text));

/** Whether what was typed is the code: blanks, hyphens, small letters and look-alikes are taken as people type them. */
export const isWritingCode = (key: Key, text: string, typed: string): boolean =>
  plain(typed) === plain(writingCode(key, text));

const plain = (typed: string): string =>
  typed
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/gu, "")
    .replaceAll("O", "0")
    .replaceAll(/[IL]/gu, "1");
