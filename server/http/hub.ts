import type { SealedEntry } from "../../shared/journal/index.ts";

/** How many have voted, never how: a state that is told again, not an event. */
export interface Turnout {
  readonly ballot: string;
  readonly voted: number;
  readonly present: number;
}

/** Whoever is to be told after disk. All calls return at once and never throw: what was written stays written. */
export interface Hub {
  told(gathering: string, entries: readonly SealedEntry[]): void;
  turnout(gathering: string, turnout: Turnout): void;
  /** What pages show has changed by something that is no act of the assembly: the screen, the last call. */
  changed(gathering: string): void;
  /** Something was said under this amendment, or taken away there: only pages that show it ask for it. */
  discussed(gathering: string, amendment: string): void;
}
