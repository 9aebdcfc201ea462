import { answerOf, noResult, rank, sum, type Answer, type Counted } from "./answer.ts";

/** The grades a vote gives: an option that it leaves out gets the worst one. */
export type Judged = Counted<{ readonly grades: ReadonlyMap<string, string> }>;

/** How many times an option got each grade, worst first. */
export type GradeTally = readonly number[];

/** Majority grades in their order, one or two, so many times over. */
interface Run {
  readonly grades: readonly string[];
  readonly times: number;
}

export interface JudgmentWorking {
  readonly voters: number;
  /** Missing grades counted as the worst: each tally sums to the voters. */
  readonly tallies: Readonly<Record<string, GradeTally>>;
  /** Null without voters. */
  readonly majorityGrades: Readonly<Record<string, string | null>>;
  /**
   * The majority grades met by removing one vote of the majority grade after another, to the last. Where those of two
   * options first differ, the higher grade has it.
   */
  readonly majorityValues: Readonly<Record<string, readonly Run[]>>;
}

/** What a list of votes gives each option. `grades` from worst to best. */
export function gradeTallies(
  options: readonly string[],
  grades: readonly string[],
  votes: readonly Judged[],
): ReadonlyMap<string, GradeTally> {
  return new Map(
    options.map((option) => {
      const given = grades.map((grade) =>
        sum(votes.filter((vote) => vote.grades.get(option) === grade).map((vote) => vote.count)),
      );
      return [option, given];
    }),
  );
}

/**
 * Majority judgment (Balinski & Laraki, Majority Judgment, 2011): the highest majority grade, the lower
 * one of the two in the middle when the voters are even. Equal ones: one vote of the majority grade is removed from
 * each and the new majority grades are compared, and so on. Two options are equal only if they got the same grades.
 * A grade that a voter did not give is the worst. `voters` is at least the sum of every tally.
 */
export function majorityJudgment(
  grades: readonly string[],
  tallies: ReadonlyMap<string, GradeTally>,
  voters: number,
): Answer<JudgmentWorking> {
  const whole = new Map([...tallies].map(([option, tally]) => [option, withMissing(tally, voters)]));
  const values = new Map([...whole].map(([option, tally]) => [option, majorityValue(tally)]));
  const expressed = [...tallies.values()].some((tally) => sum(tally) > 0);
  const named = (runs: MajorityValue): readonly Run[] =>
    runs.map((run) => ({ grades: run.grades.map((grade) => grades[grade] ?? ""), times: run.times }));
  const working = {
    voters,
    tallies: Object.fromEntries(whole),
    majorityGrades: fromEach(values, (runs) => named(runs)[0]?.grades[0] ?? null),
    majorityValues: fromEach(values, named),
  };
  if (!expressed) return noResult(working);
  return answerOf(
    rank([...tallies.keys()], (a, b) => compareValues(values.get(b) ?? [], values.get(a) ?? [])),
    working,
  );
}

const fromEach = <From, To>(map: ReadonlyMap<string, From>, give: (from: From) => To): Readonly<Record<string, To>> =>
  Object.fromEntries([...map].map(([option, from]) => [option, give(from)]));

function withMissing(tally: GradeTally, voters: number): GradeTally {
  const missing = voters - sum(tally);
  return tally.map((count, grade) => (grade === 0 ? count + missing : count));
}

type MajorityValue = readonly { readonly grades: readonly number[]; readonly times: number }[];

/**
 * Removing one middle vote after another goes outwards from the middle: the one vote in the middle when they are odd,
 * then pairs, the next one below and the next one above. Equal pairs are written once, so that it takes no longer for a
 * million voters than for ten.
 */
function majorityValue(tally: GradeTally): MajorityValue {
  const voters = sum(tally);
  const half = Math.floor(voters / 2);
  const below = firstOf(tally, half);
  const above = firstOf([...tally].reverse(), half).reverse();
  const middle = tally.findIndex((count, grade) => count > (below[grade] ?? 0) + (above[grade] ?? 0));
  const runs = middle === -1 ? [] : [{ grades: [middle], times: 1 }];

  let [lower, upper] = [tally.length - 1, 0];
  for (let left = half; left > 0;) {
    while (below[lower] === 0) lower -= 1;
    while (above[upper] === 0) upper += 1;
    const times = Math.min(below[lower] ?? 0, above[upper] ?? 0);
    runs.push({ grades: [lower, upper], times });
    below[lower] = (below[lower] ?? 0) - times;
    above[upper] = (above[upper] ?? 0) - times;
    left -= times;
  }
  return runs;
}

/** Of so many votes at the front, how many bear each grade. */
function firstOf(tally: GradeTally, votes: number): number[] {
  let left = votes;
  return tally.map((count) => {
    const taken = Math.min(count, left);
    left -= taken;
    return taken;
  });
}

/** Above 0 when the first is better; both of as many voters. Where one run is the shorter, its next meets the longer. */
function compareValues(first: MajorityValue, second: MajorityValue): number {
  for (const [index, a] of first.entries()) {
    const b = second[index];
    if (b === undefined) return 0;
    const [shorter, longer] = [a.times < b.times ? first[index + 1] : a, a.times > b.times ? second[index + 1] : b];
    const difference = compareGrades(a.grades, b.grades) || compareGrades(shorter?.grades ?? [], longer?.grades ?? []);
    if (difference !== 0) return difference;
  }
  return 0;
}

function compareGrades(first: readonly number[], second: readonly number[]): number {
  const at = first.findIndex((grade, index) => grade !== second[index]);
  return at === -1 ? 0 : (first[at] ?? 0) - (second[at] ?? 0);
}
