import { entryOf, mayVote, type Roll } from "./roll.ts";

/** A voter (a delegation, or a delegate) as they stand now, for whoever asks why they do not vote. */
export interface Newcomer {
  readonly voter: string;
  readonly enrolled: boolean;
  readonly present: boolean;
}

/**
 * Why a voter casts no vote in a ballot, and the first ballot it votes in. `admittedAfter` and `arrivedAfter`: the
 * roll was frozen before; it votes from ballot `first` on. `away`: nobody of it with a mandate is checked in; once
 * somebody is, it votes from `first` on. `represented`: another voter carries its vote. `withdrawn`: it votes in none.
 */
export type OffRoll =
  | { readonly why: "admittedAfter" | "arrivedAfter" | "away"; readonly first: number }
  | { readonly why: "represented"; readonly holder: string }
  | { readonly why: "withdrawn" };

/**
 * Null when the delegation votes in this ballot. Ballots open one after the other, numbered without a gap, so the first
 * one of whoever comes now is the number after the last one opened.
 */
export function firstBallot(roll: Roll, newcomer: Newcomer, lastNumber: number): OffRoll | null {
  const entry = entryOf(roll, newcomer.voter);
  if (entry?.holder !== undefined) return { why: "represented", holder: entry.holder };
  if (entry !== null && mayVote(entry)) return null;
  if (!newcomer.enrolled) return { why: "withdrawn" };
  const first = lastNumber + 1;
  if (!newcomer.present) return { why: "away", first };
  return { why: entry === null ? "admittedAfter" : "arrivedAfter", first };
}
