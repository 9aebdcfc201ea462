import type { Choice } from "./choice.ts";
import { presentOn, type Roll } from "./roll.ts";
import { standingVotes, type Vote } from "./vote.ts";

/** What was said, and how often, in weights (1 a delegation). */
export type SaidTally = Readonly<Record<string, number>>;

/**
 * Counts what each voter's last written vote says; each of `named` is counted, if nobody said it as 0. Throws on a vote of
 * nobody present: casting let none in.
 */
export function saidTally(named: readonly string[], roll: Roll, votes: readonly Vote[]): SaidTally {
  const tally = new Map(named.map((one) => [one, 0]));
  const weights = new Map(presentOn(roll).map((entry) => [entry.voter, entry.weight]));
  for (const { voter, choice } of standingVotes(votes).values()) {
    const weight = weights.get(voter);
    if (weight === undefined) throw new Error(`A vote of a voter who is not present on the roll: ${voter}`);
    tally.set(choice, (tally.get(choice) ?? 0) + weight);
  }
  return Object.fromEntries(tally);
}

/** The four counts of for and against. */
export const yesNoTally = (said: SaidTally): { readonly [choice in Choice]: number } => ({
  for: said["for"] ?? 0,
  against: said["against"] ?? 0,
  abstention: said["abstention"] ?? 0,
  notTakingPart: said["notTakingPart"] ?? 0,
});
