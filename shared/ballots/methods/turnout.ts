import { quorumWorking, type YesNoResult } from "../count.ts";
import { leastReaching, reaches } from "../fraction.ts";
import type { RollTotals } from "../roll.ts";
import type { Majority, Quorum } from "../rule.ts";

/** What may decide beside the method; null asks nothing. A method says itself what a majority is asked of. */
export interface AskedRule {
  readonly majority: Majority | null;
  readonly quorum: Quorum | null;
}

/** Votes in weights. `cast` is without those who take no part; `expressed` without the blank and the abstentions too. */
export interface VotesIn {
  readonly voted: number;
  readonly cast: number;
  readonly expressed: number;
}

/** What the roll says is null where no roll is given. */
export interface Turnout extends VotesIn {
  readonly enrolled: number | null;
  readonly present: number | null;
  readonly silent: number | null;
}

export type MajorityWorking = YesNoResult["majority"];
export type QuorumWorking = YesNoResult["quorum"];

/** Whether a rule counts people whom only a roll names: then it cannot be applied without one. */
export const asksRoll = ({ majority, quorum }: AskedRule): boolean =>
  quorum !== null || (majority?.kind === "fraction" && (majority.base === "present" || majority.base === "enrolled"));

/** The sums of the roll; without one, those who voted are all who are known. Throws when the rule asks for more. */
export function rollOf(rule: AskedRule, roll: RollTotals | null, voted: number): RollTotals {
  if (roll === null && asksRoll(rule)) throw new Error("A rule that counts the roll, and no roll");
  return roll ?? { enrolled: voted, present: voted };
}

export function turnoutOf(roll: RollTotals | null, { voted, cast, expressed }: VotesIn): Turnout {
  const { enrolled = null, present = null } = roll ?? {};
  return { enrolled, present, silent: present === null ? null : present - voted, voted, cast, expressed };
}

/** Null when the rule asks for none. */
export function quorumOf(rule: AskedRule, roll: RollTotals | null, { voted }: VotesIn): QuorumWorking {
  return rule.quorum === null ? null : quorumWorking(rule.quorum, { ...rollOf(rule, roll, voted), voted });
}

/** How many votes one option needs, of those that its base counts; null when the rule asks for no more than the most. */
export function majorityOf(
  { majority, ...rule }: AskedRule,
  roll: RollTotals | null,
  votes: VotesIn,
  had: number,
): (MajorityWorking & { readonly met: boolean }) | null {
  if (majority === null || majority.kind === "simple") return null;
  const of = { ...rollOf({ majority, ...rule }, roll, votes.voted), ...votes }[majority.base];
  const { base, fraction } = majority;
  return { base, of, needed: leastReaching(fraction, of), had, met: reaches(fraction, had, of) };
}
