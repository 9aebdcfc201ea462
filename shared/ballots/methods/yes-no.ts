import { decide, figuresIn, type Tally } from "../count.ts";
import type { RollTotals } from "../roll.ts";
import type { Answer } from "./answer.ts";
import {
  rollOf,
  turnoutOf,
  type AskedRule,
  type MajorityWorking,
  type QuorumWorking,
  type Turnout,
} from "./turnout.ts";

export interface YesNoWorking {
  readonly turnout: Turnout;
  readonly quorum: QuorumWorking;
  readonly majority: MajorityWorking;
  readonly tally: Tally;
}

/**
 * For, against, abstention, NPPV: the very rule of the house's ballots (`decide`). Where the rule asks for no majority,
 * the simple one. Nobody is elected, nothing ranked.
 */
export function yesNo(tally: Tally, rule: AskedRule, roll: RollTotals | null): Answer<YesNoWorking> {
  const voted = tally.for + tally.against + tally.abstention + tally.notTakingPart;
  const figures = figuresIn(rollOf(rule, roll, voted), tally);
  const { majority, quorum, outcome } = decide({ ...rule, majority: rule.majority ?? { kind: "simple" } }, figures);
  const working = { turnout: turnoutOf(roll, figures), quorum, majority, tally };
  return { outcome, winners: [], ranking: [], working };
}
