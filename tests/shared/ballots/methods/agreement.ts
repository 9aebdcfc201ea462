import { isDeepStrictEqual } from "node:util";

import {
  countBallot,
  gradeTallies,
  type Answer,
  type CountInput,
  type CountWorking,
} from "../../../../shared/ballots/index.ts";
import { below, groups, optionsOf, papersOf, pick, ranking, type Random } from "../../../support/ballots/profiles.ts";
import { randomFrom } from "../../../support/runs.ts";
import { slowJudgment, type Middle } from "./judgment-reference.ts";
import { slowMarks, slowYesNo, type MarkPaper, type SlowRule } from "./marks-reference.ts";
import { slowSchulze, type RankedPaper, type Strength } from "./schulze-reference.ts";
import { slowRunoff, slowTransfers, type Wrongly } from "./transfer-reference.ts";

/** One random ballot, counted twice. */
interface Compared {
  readonly input: CountInput;
  readonly ours: unknown;
  readonly slow: unknown;
}
export type Law = (random: Random) => Compared;

/** The first ballot on which the two do not agree, in words; null when there is none. */
export function firstDisagreement(law: Law, seed: number, times: number): string | null {
  const random = randomFrom(seed);
  for (let run = 0; run < times; run++) {
    const { input, ours, slow } = law(random);
    if (!isDeepStrictEqual(ours, slow)) return `seed ${seed}, run ${run}: ${JSON.stringify({ input, ours, slow })}`;
  }
  return null;
}

/** What so many random ballots come to: a law that never met a tie says little of ties. */
export function outcomesMet(law: Law, seed: number, times: number): readonly string[] {
  const random = randomFrom(seed);
  const met = Array.from({ length: times }, () => countBallot(law(random).input).outcome);
  return [...new Set(met)].sort();
}

const freely = { rule: { majority: null, quorum: null }, roll: null };
const answered = ({ outcome, winners, ranking }: Answer<CountWorking>) => ({ outcome, winners, ranking });

/** Each law takes what it may be told wrongly: so it is seen that it would notice. */
export const marks =
  (method: "choice" | "approval", sees?: (paper: MarkPaper, option: string) => boolean): Law =>
  (random) => {
    const options = optionsOf(1 + below(random, 5));
    const most = method === "choice" ? 1 : options.length;
    const votes = groups(random, 7, 3, () => ({ options: ranking(random, options, false).flat().slice(0, most) }));
    const input = { method, options, votes, ...freely };
    return { input, ours: answered(countBallot(input)), slow: slowMarks(options, papersOf(votes), sees) };
  };

const answers = ["for", "against", "abstention", "notTakingPart"] as const;

export const yesNo =
  (wrong: (rule: SlowRule) => SlowRule = (rule) => rule): Law =>
  (random) => {
    const papers = Array.from({ length: below(random, 14) }, () =>
      pick(random, answers.slice(0, 2 + below(random, 3))),
    );
    const present = papers.length + below(random, 4);
    const enrolled = present + below(random, 6);
    const fraction = pick(random, [
      [1, 2],
      [2, 3],
      [3, 4],
      [4, 5],
      [1, 3],
      [5, 8],
      [1, 1],
    ] as const);
    const [num, den] = fraction;
    const atLeast = num === den || random() < 0.5;
    const base = pick(random, ["expressed", "cast", "present", "enrolled"] as const);
    const [least, of] = [
      pick(random, [
        [1, 2],
        [2, 3],
        [1, 3],
      ] as const),
      pick(random, ["present", "voted"] as const),
    ];
    const slowRule = {
      majority: { num, den, atLeast, base },
      quorum: random() < 0.5 ? null : { num: least[0], den: least[1], of },
    };
    const count = (answer: string): number => papers.filter((paper) => paper === answer).length;
    const tally = {
      for: count("for"),
      against: count("against"),
      abstention: count("abstention"),
      notTakingPart: count("notTakingPart"),
    };
    const quorum = slowRule.quorum && {
      fraction: { strictly: false, numerator: least[0], denominator: least[1] },
      of,
    };
    const majority = {
      kind: "fraction" as const,
      fraction: { strictly: !atLeast, numerator: num, denominator: den },
      base,
    };
    const input = { method: "yes-no" as const, tally, rule: { majority, quorum }, roll: { enrolled, present } };
    return { input, ours: countBallot(input).outcome, slow: slowYesNo(papers, enrolled, present, wrong(slowRule)) };
  };

export const judgment =
  (middle?: Middle, missing?: number): Law =>
  (random) => {
    const options = optionsOf(1 + below(random, 5));
    const grades = Array.from({ length: 1 + below(random, 7) }, (_, index) => `g${index}`);
    const few = grades.slice(0, 1 + below(random, grades.length));
    const votes = groups(random, 6, 3, () => ({
      grades: new Map(options.filter(() => random() < 0.85).map((option) => [option, pick(random, few)])),
    }));
    const papers = papersOf(votes);
    const voters = papers.length;
    const given = new Map(
      options.map((option) => {
        const said = papers.flatMap((paper) => paper.grades.get(option) ?? []);
        return [option, said.map((grade) => grades.indexOf(grade))];
      }),
    );
    const tallies = gradeTallies(options, grades, votes);
    const input = { method: "majority-judgment" as const, grades, tallies, voters, ...freely };
    return { input, ours: answered(countBallot(input)), slow: slowJudgment(given, voters, middle, missing) };
  };

export const schulze =
  (strength?: Strength, prefers?: (paper: RankedPaper, a: string, b: string) => boolean): Law =>
  (random) => {
    const options = optionsOf(1 + below(random, 5));
    const votes = groups(random, 7, 3, () => ({ ranking: ranking(random, options, true) }));
    const input = { method: "schulze" as const, options, votes, ...freely };
    const counted = countBallot(input);
    const { matrix, strongest, ...slow } = slowSchulze(options, papersOf(votes), strength, prefers);
    const ofPairs = (value: (a: string, b: string) => number) =>
      Object.fromEntries(
        options.map((a) => [a, Object.fromEntries(options.filter((b) => a !== b).map((b) => [b, value(a, b)]))]),
      );
    const { matrix: ourMatrix, strengths } =
      "paths" in counted.working ? counted.working : { matrix: null, strengths: null };
    return {
      input,
      ours: { ...answered(counted), matrix: ourMatrix, strengths },
      slow: { ...slow, matrix: ofPairs(matrix), strengths: ofPairs(strongest) },
    };
  };

export const runoff =
  (half?: (lying: number, all: number) => number): Law =>
  (random) => {
    const options = optionsOf(1 + below(random, 5));
    const votes = groups(random, 8, 4, () => ({ ranking: ranking(random, options, false) }));
    const decisions = random() < 0.5 ? [] : Array.from({ length: 3 }, () => pick(random, options));
    const input = { method: "instant-runoff" as const, options, votes, decisions, ...freely };
    return { input, ours: withRounds(countBallot(input)), slow: slowRunoff(options, lines(votes), decisions, half) };
  };

export const transfers =
  (wrongly?: Wrongly): Law =>
  (random) => {
    const options = optionsOf(1 + below(random, 6));
    const seats = 1 + below(random, 4);
    const votes = groups(random, 9, 7, () => ({ ranking: ranking(random, options, false) }));
    const decisions = random() < 0.5 ? [] : Array.from({ length: 3 }, () => pick(random, options));
    const input = { method: "stv" as const, options, seats, votes, decisions, ...freely };
    const counted = countBallot(input);
    const quota = "quota" in counted.working ? counted.working.quota : null;
    return {
      input,
      ours: { ...withRounds(counted), quota },
      slow: slowTransfers(options, seats, lines(votes), decisions, wrongly),
    };
  };

const lines = (votes: readonly { readonly count: number; readonly ranking: readonly (readonly string[])[] }[]) =>
  papersOf(votes).map((paper) => ({ line: paper.ranking.flat() }));

/** The rounds in the words of the reference. */
function withRounds(answer: Answer<CountWorking>) {
  const rounds = "rounds" in answer.working ? answer.working.rounds : [];
  const said = rounds.map((round) => {
    const votes = Object.entries(round.votes).map(([option, held]) => `${option} ${held}`);
    const moved =
      "elected" in round ? ` elected ${round.elected.join()}; transferred ${round.transferred.join()};` : "";
    const { exhausted, tied, eliminated } = round;
    return `${votes.join(", ")}; exhausted ${exhausted};${moved} tied ${tied.join()}; eliminated ${eliminated ?? ""}`;
  });
  return { ...answered(answer), rounds: said };
}
