import { amendments } from "./amendments.ts";
import { ballots } from "./ballots.ts";
import { declarations } from "./declarations.ts";
import { desk } from "./desk.ts";
import { minutes } from "./minutes.ts";
import { people } from "./people.ts";
import { plenary } from "./plenary.ts";
import { refusals } from "./refusals.ts";
import { shell } from "./shell.ts";
import { texts } from "./texts.ts";

/** All French words, one file a room. */
export const fr = {
  ...refusals,
  ...shell,
  ...people,
  ...desk,
  ...texts,
  ...ballots,
  ...amendments,
  ...plenary,
  ...minutes,
  ...declarations,
} as const;

export type Dictionary = typeof fr;
