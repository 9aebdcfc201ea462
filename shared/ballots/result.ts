import { assertNever } from "../refusals.ts";
import {
  blank,
  gradesIn,
  grades,
  markedIn,
  notTakingPart,
  optionsOf,
  placesIn,
  type Asking,
  type EvidentSide,
} from "./asking.ts";
import { decide, figuresOf, type Figures, type YesNoResult } from "./count.ts";
import type { Answer, MethodOutcome } from "./methods/answer.ts";
import { countBallot, type CountInput, type CountWorking } from "./methods/count-ballot.ts";
import { gradeTallies } from "./methods/majority-judgment.ts";
import { totalsOf, type Roll, type RollTotals } from "./roll.ts";
import type { Rule } from "./rule.ts";
import { yesNoTally, type SaidTally } from "./tally.ts";

/** A ballot counted, with its working. Only one on for and against can adopt or reject what it is on. */
export type BallotResult = YesNoResult | MethodResult | EvidentResult;

/** The chair saw on which side the majority was, and nobody counted: there is no figure but those of the roll. */
export interface EvidentResult {
  readonly method: "evident";
  readonly outcome: "adopted" | "rejected";
  readonly figures: RollTotals;
}

/** A simple majority, seen: adopted or rejected, nothing else. */
export const evidentResult = (roll: Roll, side: EvidentSide): EvidentResult => ({
  method: "evident",
  outcome: side === "for" ? "adopted" : "rejected",
  figures: totalsOf(roll),
});

export interface MethodResult {
  readonly method: Exclude<CountInput["method"], "yes-no" | "evident">;
  readonly outcome: MethodOutcome;
  readonly figures: Omit<Figures, "tally"> & { readonly tally: SaidTally };
  readonly answer: Answer<CountWorking>;
}

export const sideOf = ({ outcome }: EvidentResult): EvidentSide => (outcome === "adopted" ? "for" : "against");

/** The result that a tally gives, under the ballot's rule and on its roll. */
export function resultOf(
  asking: Asking,
  rule: Rule,
  roll: Roll,
  tally: SaidTally,
): Exclude<BallotResult, EvidentResult> {
  if (asking.method === "evident") throw new Error("What is seen is not counted");
  if (asking.method === "yes-no") return decide(rule, figuresOf(roll, yesNoTally(tally)));
  const answer = countBallot(countInput(asking, rule, roll, tally));
  const figures = methodFigures(roll, tally);
  return { method: asking.method, outcome: answer.outcome, figures, answer };
}

function methodFigures(roll: Roll, tally: SaidTally): MethodResult["figures"] {
  const { enrolled, present } = totalsOf(roll);
  const voted = Object.values(tally).reduce((sum, count) => sum + count, 0);
  const cast = voted - (tally[notTakingPart] ?? 0);
  return { enrolled, present, voted, cast, expressed: cast - (tally[blank] ?? 0), silent: present - voted, tally };
}

/** What the methods count (docs/ballot-format.md): each thing said once, with how often. */
function countInput(asking: Asking, rule: Rule, roll: Roll, tally: SaidTally): CountInput {
  const takingNoPart = tally[notTakingPart] ?? 0;
  const asked = { rule, roll: totalsOf(roll), beside: { blank: 0, notTakingPart: takingNoPart } };
  const options = optionsOf(asking);
  const said = Object.entries(tally).filter(([one]) => one !== notTakingPart);
  switch (asking.method) {
    case "evident":
      throw new Error("What is seen is not counted");
    case "yes-no":
      return { ...asked, method: asking.method, tally: yesNoTally(tally) };
    case "choice":
    case "approval":
    case "temperature":
      return {
        ...asked,
        method: asking.method,
        options,
        votes: said.map(([one, count]) => ({ count, options: markedIn(one) })),
      };
    case "majority-judgment": {
      const judged = said.filter(([one]) => one !== blank).map(([one, count]) => ({ count, grades: gradesIn(one) }));
      const voters = judged.reduce((sum, { count }) => sum + count, 0);
      const beside = { blank: tally[blank] ?? 0, notTakingPart: takingNoPart };
      return {
        ...asked,
        beside,
        method: asking.method,
        grades,
        tallies: gradeTallies(options, grades, judged),
        voters,
      };
    }
    case "schulze":
      return { ...asked, method: asking.method, options, votes: ranked(said) };
    case "instant-runoff":
      return { ...asked, method: asking.method, options, votes: ranked(said), decisions: [] };
    case "stv":
      return { ...asked, method: asking.method, options, seats: asking.seats, votes: ranked(said), decisions: [] };
    case "consent": {
      const { consent = 0, reservation = 0, objection = 0 } = tally;
      const standing = { consent, reservation, objection, notTakingPart: takingNoPart };
      const beside = { blank: tally[blank] ?? 0, notTakingPart: 0 };
      return { ...asked, beside, method: asking.method, tally: standing, statements: [] };
    }
    default:
      return assertNever(asking);
  }
}

const ranked = (said: readonly (readonly [string, number])[]) =>
  said.map(([one, count]) => ({ count, ranking: placesIn(one) }));
