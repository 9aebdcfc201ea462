import { assembly, declarations, desk, minutes, people, screen, texts, tribune } from "./index.ts";
import { refusals } from "./refusals.ts";

/** All French words. Another language is another folder with the same keys. */
export const fr = {
  ...assembly,
  ...refusals,
  ...people,
  ...desk,
  ...texts,
  ...tribune,
  ...screen,
  ...minutes,
  ...declarations,
} as const;

export type Dictionary = typeof fr;
