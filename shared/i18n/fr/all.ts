import {
  amend,
  assembly,
  declarations,
  desk,
  exports,
  history,
  minutes,
  people,
  programme,
  refusals,
  results,
  roll,
  screen,
  sheaf,
  sheets,
  texts,
  tribune,
} from "./index.ts";

/** All French words. Another language is another folder with the same keys. */
export const fr = {
  ...assembly,
  ...refusals,
  ...results,
  ...people,
  ...desk,
  ...roll,
  ...texts,
  ...amend,
  ...sheets,
  ...sheaf,
  ...programme,
  ...tribune,
  ...screen,
  ...minutes,
  ...declarations,
  ...exports,
  ...history,
} as const;

export type Dictionary = typeof fr;
