import type { OfferedWords } from "../words-of-steps.ts";

/** Words that wait on this device, should the page be closed or the battery die before they are confirmed. */
export interface KeptWords {
  read(): readonly OfferedWords[];
  write(words: readonly OfferedWords[]): void;
}

/** `name` is of the text. A device that keeps nothing (a private window, a captive portal) loses them with the page. */
export const keepWords = (name: string): KeptWords => ({
  read() {
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(name) ?? "[]");
      return Array.isArray(kept) ? kept.filter(isWords) : [];
    } catch {
      return [];
    }
  },
  write(words) {
    try {
      if (words.length === 0) localStorage.removeItem(name);
      else localStorage.setItem(name, JSON.stringify(words));
    } catch {
      // The page says "hors ligne" while words wait; there is no other place to put them.
    }
  },
});

const isWords = (value: unknown): value is OfferedWords =>
  typeof value === "object" &&
  value !== null &&
  "text" in value &&
  typeof value.text === "string" &&
  "block" in value &&
  isBlock(value.block) &&
  (!("lines" in value) || (Array.isArray(value.lines) && value.lines.every(isLine)));

const isLine = (value: unknown): boolean => {
  const { block, before, text, after } = Object.assign({ block: undefined }, value) as Record<string, unknown>;
  return isBlock(block) && [before, text, after].every((words) => typeof words === "string");
};

const isBlock = (value: unknown): boolean => value === null || typeof value === "string";
