import type { EvidentSide } from "../asking.ts";
import type { Tally } from "../count.ts";
import type { RollTotals } from "../roll.ts";
import { assertNever } from "../../refusals.ts";
import { sum, totalOf, type Answer } from "./answer.ts";
import { isExpressed, mostMarked, type ChoiceWorking, type Marked } from "./choice.ts";
import { consent, type ConsentTally, type ConsentWorking, type Statement } from "./consent.ts";
import { instantRunoff, type RunoffWorking } from "./instant-runoff.ts";
import { majorityJudgment, type GradeTally, type JudgmentWorking } from "./majority-judgment.ts";
import { ranksSomething, type Ranked } from "./ranked.ts";
import { schulze, type SchulzeWorking } from "./schulze.ts";
import { singleTransferableVote, type StvWorking } from "./stv.ts";
import { temperature } from "./temperature.ts";
import {
  majorityOf,
  quorumOf,
  turnoutOf,
  type AskedRule,
  type MajorityWorking,
  type QuorumWorking,
  type Turnout,
  type VotesIn,
} from "./turnout.ts";
import { yesNo, type YesNoWorking } from "./yes-no.ts";

interface Asked {
  readonly rule: AskedRule;
  /** Null only where the rule does not count it. */
  readonly roll: RollTotals | null;
  /** Votes that the method itself does not see: a blank among grades, and whoever takes no part. They count for a quorum. */
  readonly beside?: { readonly blank: number; readonly notTakingPart: number };
}

interface AmongOptions extends Asked {
  readonly options: readonly string[];
}

interface Eliminating extends AmongOptions {
  readonly votes: readonly Ranked[];
  /** Whom the assembly eliminated at each tie for the last place, in their order. */
  readonly decisions: readonly string[];
}

/** What was asked and what was answered: all that a count needs. */
export type CountInput =
  | (Asked & { readonly method: "yes-no"; readonly tally: Tally })
  | (Asked & { readonly method: "evident"; readonly evident: EvidentSide })
  | (AmongOptions & { readonly method: "choice" | "approval" | "temperature"; readonly votes: readonly Marked[] })
  | (Asked & {
      readonly method: "majority-judgment";
      /** Worst first. */
      readonly grades: readonly string[];
      readonly tallies: ReadonlyMap<string, GradeTally>;
      readonly voters: number;
    })
  | (AmongOptions & { readonly method: "schulze"; readonly votes: readonly Ranked[] })
  | (Eliminating & { readonly method: "instant-runoff" })
  | (Eliminating & { readonly method: "stv"; readonly seats: number })
  | (Asked & { readonly method: "consent"; readonly tally: ConsentTally; readonly statements: readonly Statement[] });

interface Under {
  readonly turnout: Turnout;
  readonly quorum: QuorumWorking;
  readonly majority: MajorityWorking | null;
}
type MethodWorking = ChoiceWorking | JudgmentWorking | SchulzeWorking | RunoffWorking | StvWorking | ConsentWorking;
/** Nobody counted: there is what the roll says, and on which side the chair saw the majority. */
interface EvidentWorking {
  readonly turnout: { readonly enrolled: number | null; readonly present: number | null };
  readonly quorum: null;
  readonly majority: null;
  readonly evident: EvidentSide;
}
export type CountWorking = YesNoWorking | EvidentWorking | (Under & MethodWorking);

/**
 * Counts any ballot. In this order: without its quorum, `no-quorum`; nothing expressed, `no-result`; then the method,
 * and in `choice` and `approval` the majority that the rule asks of the first, `rejected` when it is not reached. The
 * other methods than those and `yes-no` say themselves who wins: no majority is asked there. A temperature is always
 * `indicative`.
 */
export function countBallot(input: CountInput): Answer<CountWorking> {
  switch (input.method) {
    case "yes-no":
      return yesNo(input.tally, input.rule, input.roll);
    case "evident":
      return seen(input.evident, input.roll);
    case "choice":
    case "approval":
      return withMajority(input);
    case "temperature":
      return under(
        { ...input, rule: { majority: null, quorum: null } },
        marksIn(input.votes),
        temperature(input.options, input.votes),
      );
    case "majority-judgment": {
      const { grades, tallies, voters } = input;
      return under(input, everybodyOf(voters), majorityJudgment(grades, tallies, voters));
    }
    case "schulze":
      return under(input, rankingsIn(input.votes), schulze(input.options, input.votes));
    case "instant-runoff": {
      const { options, votes, decisions } = input;
      return under(input, rankingsIn(votes), instantRunoff(options, votes, decisions));
    }
    case "stv": {
      const { options, seats, votes, decisions } = input;
      return under(input, rankingsIn(votes), singleTransferableVote(options, seats, votes, decisions));
    }
    case "consent":
      return under(input, standingIn(input.tally), consent(input.tally, input.statements));
    default:
      return assertNever(input);
  }
}

function seen(evident: EvidentSide, roll: RollTotals | null): Answer<EvidentWorking> {
  const { enrolled = null, present = null } = roll ?? {};
  const working = { turnout: { enrolled, present }, quorum: null, majority: null, evident };
  return { outcome: evident === "for" ? "adopted" : "rejected", winners: [], ranking: [], working };
}

function withMajority(input: AmongOptions & { readonly votes: readonly Marked[] }): Answer<CountWorking> {
  const votes = marksIn(input.votes);
  const most = mostMarked(input.options, input.votes);
  const had = Math.max(0, ...Object.values(most.working.tally));
  const asked = majorityOf(input.rule, input.roll, votes, had);
  if (asked === null) return under(input, votes, most);
  const { met, ...majority } = asked;
  const counted = met || most.outcome === "no-result" ? most : { ...most, outcome: "rejected" as const, winners: [] };
  return under(input, votes, counted, majority);
}

function under<Working extends MethodWorking>(
  { rule, roll, beside = { blank: 0, notTakingPart: 0 } }: Asked,
  seen: VotesIn,
  answer: Answer<Working>,
  majority: MajorityWorking | null = null,
): Answer<Under & Working> {
  const { blank, notTakingPart } = beside;
  const votes = { ...seen, cast: seen.cast + blank, voted: seen.voted + blank + notTakingPart };
  const quorum = quorumOf(rule, roll, votes);
  const working = { turnout: turnoutOf(roll, votes), quorum, majority, ...answer.working };
  if (quorum?.met === false) return { outcome: "no-quorum", winners: [], ranking: [], working };
  return { ...answer, working };
}

/** A blank vote is cast, and expresses nothing. */
const marksIn = (votes: readonly Marked[]): VotesIn => votesIn(votes, votes.filter(isExpressed));
const rankingsIn = (votes: readonly Ranked[]): VotesIn => votesIn(votes, votes.filter(ranksSomething));

function votesIn(cast: readonly { readonly count: number }[], expressed: typeof cast): VotesIn {
  return { voted: totalOf(cast), cast: totalOf(cast), expressed: totalOf(expressed) };
}

/** Who gives no grade gives the worst one. */
const everybodyOf = (voters: number): VotesIn => ({ voted: voters, cast: voters, expressed: voters });

function standingIn({ consent, reservation, objection, notTakingPart }: ConsentTally): VotesIn {
  const expressed = sum([consent, reservation, objection]);
  return { voted: expressed + notTakingPart, cast: expressed, expressed };
}
