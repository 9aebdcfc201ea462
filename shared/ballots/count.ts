import { choices, type Choice } from "./choice.ts";
import { leastReaching, moreThanHalf, reaches } from "./fraction.ts";
import { totalsOf, type Roll, type RollTotals } from "./roll.ts";
import type { Base, Majority, Quorum, Rule } from "./rule.ts";
import { saidTally, yesNoTally } from "./tally.ts";
import type { Received } from "./urn.ts";

const outcomes = ["adopted", "rejected", "no-result", "no-quorum"] as const;
export type Outcome = (typeof outcomes)[number];

export type Tally = { readonly [choice in Choice]: number };

/** What was counted, in weights (1 a delegation). */
export interface Figures {
  readonly enrolled: number;
  readonly present: number;
  /** Expressed, abstentions and NPPV. */
  readonly voted: number;
  readonly expressed: number;
  readonly cast: number;
  /** Present, and no vote of theirs. */
  readonly silent: number;
  readonly tally: Tally;
}

/** How many it took, of what, and how many there were. */
interface Working {
  readonly of: number;
  readonly needed: number;
  readonly had: number;
}

/** The result of for and against that shows its working: whoever reads it can redo it. */
export interface YesNoResult {
  readonly method: "yes-no";
  readonly outcome: Outcome;
  readonly figures: Figures;
  readonly majority: Working & { readonly base: Base };
  readonly quorum: (Working & { readonly met: boolean }) | null;
}

/** The figures of for and against. Throws on a vote of nobody present: casting let none in. */
export const count = (roll: Roll, received: Received): Figures =>
  figuresOf(roll, yesNoTally(saidTally(choices, roll, received)));

/** The figures that a tally gives on its roll. */
export const figuresOf = (roll: Roll, tally: Tally): Figures => figuresIn(totalsOf(roll), tally);

/** The same where only the sums of the roll are known. */
export function figuresIn({ enrolled, present }: RollTotals, tally: Tally): Figures {
  const expressed = tally.for + tally.against;
  const cast = expressed + tally.abstention;
  const voted = cast + tally.notTakingPart;
  return { enrolled, present, voted, expressed, cast, silent: present - voted, tally };
}

/**
 * In this order (docs/record-format.md, Ballot): no quorum; nothing expressed, no result; then the majority, a tie
 * being rejected. Exact integers throughout. No rule adopts what as many are against as for, "at least half" or "at
 * least a quarter of the enrolled" neither: a majority is more for than against, and then what the rule asks.
 */
export function decide(rule: Rule, figures: Figures): YesNoResult {
  const majority = majorityWorking(rule.majority, figures);
  const quorum = rule.quorum === null ? null : quorumWorking(rule.quorum, figures);
  return { method: "yes-no", outcome: outcomeOf(rule, figures, quorum?.met ?? true), figures, majority, quorum };
}

function outcomeOf({ majority }: Rule, figures: Figures, quorumMet: boolean): Outcome {
  if (!quorumMet) return "no-quorum";
  if (figures.expressed === 0) return "no-result";
  const { tally } = figures;
  const reached = majority.kind === "simple" || reaches(majority.fraction, tally.for, figures[majority.base]);
  return reached && tally.for > tally.against ? "adopted" : "rejected";
}

/** More for than against is more than half of the expressed: said so, a simple majority has a number to reach too. */
function majorityWorking(majority: Majority, figures: Figures): YesNoResult["majority"] {
  const { base, fraction } =
    majority.kind === "simple" ? { base: "expressed" as const, fraction: moreThanHalf } : majority;
  return { base, of: figures[base], needed: leastReaching(fraction, figures[base]), had: figures.tally.for };
}

/** Whether enough of the enrolled were present, or have voted. */
export function quorumWorking(
  quorum: Quorum,
  figures: Pick<Figures, "enrolled" | "present" | "voted">,
): NonNullable<YesNoResult["quorum"]> {
  const had = figures[quorum.of];
  return {
    of: figures.enrolled,
    needed: leastReaching(quorum.fraction, figures.enrolled),
    had,
    met: reaches(quorum.fraction, had, figures.enrolled),
  };
}
