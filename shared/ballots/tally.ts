import type { Choice } from "./choice.ts";
import { presentOn, type Roll } from "./roll.ts";
import { partsOf } from "./split.ts";
import type { Box, Received, Urn } from "./urn.ts";
import { standingVotes } from "./vote.ts";

/** What was said, and how often, in weights (1 a delegation). */
export type SaidTally = Readonly<Record<string, number>>;

/**
 * Counts what each voter's last written vote says and what was counted at the stations, or the choices of an urn, where all weigh the same; each of `named` is
 * counted, if nobody said it as 0. Throws on a vote of nobody present, and on an urn with more or fewer choices than
 * marks: casting let none in.
 */
export function saidTally(named: readonly string[], roll: Roll, received: Received): SaidTally {
  const tally = new Map(named.map((one) => [one, 0]));
  const weights = new Map(presentOn(roll).map((entry) => [entry.voter, entry.weight]));
  const weightOf = (voter: string): number => {
    const weight = weights.get(voter);
    if (weight === undefined) throw new Error(`A vote of a voter who is not present on the roll: ${voter}`);
    return weight;
  };
  const weighed = "choices" in received ? inUrn(received, weightOf) : inBox(received, weightOf);
  for (const [choice, weight] of weighed) tally.set(choice, (tally.get(choice) ?? 0) + weight);
  return Object.fromEntries(tally);
}

type WeightOf = (voter: string) => number;
type Weighed = readonly (readonly [choice: string, weight: number])[];

const inBox = ({ votes, counts }: Box, weightOf: WeightOf): Weighed => [
  ...[...standingVotes(votes).values()].flatMap(({ voter, choice }) => partsOf(choice, weightOf(voter))),
  ...counts.flatMap(({ tally }) => Object.entries(tally)),
];

function inUrn({ marks, choices }: Urn, weightOf: WeightOf): Weighed {
  const [weight = 0, ...others] = new Set(marks.map(({ voter }) => weightOf(voter)));
  if (others.length > 0) throw new Error("The weights in an urn differ");
  if (marks.length !== choices.length) throw new Error("An urn holds another number of choices than of marks");
  return choices.map((choice) => [choice, weight]);
}

/** The four counts of for and against. */
export const yesNoTally = (said: SaidTally): { readonly [choice in Choice]: number } => ({
  for: said["for"] ?? 0,
  against: said["against"] ?? 0,
  abstention: said["abstention"] ?? 0,
  notTakingPart: said["notTakingPart"] ?? 0,
});
