import { people } from "./people.ts";
import { refusals } from "./refusals.ts";
import { shell } from "./shell.ts";

/** All French words, one file a room. */
export const fr = { ...refusals, ...shell, ...people } as const;

export type Dictionary = typeof fr;
