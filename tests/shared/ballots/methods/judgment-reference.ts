/**
 * Majority judgment, written slowly from docs/ballot-format.md alone: each option has a list with one grade a voter, and
 * one grade after another is taken out of the list. Imports nothing of what it checks.
 */
import type { SlowAnswer } from "./marks-reference.ts";

/** Where the majority grade stands in a sorted list of so many, from 1; another middle can be planted. */
export type Middle = (votes: number) => number;

const lowerMiddle: Middle = (votes) => (votes % 2 === 1 ? (votes + 1) / 2 : votes / 2);

/** `given`: for each option, the numbers of the grades it got (0 the worst), missing ones left out. */
export function slowJudgment(
  given: ReadonlyMap<string, readonly number[]>,
  voters: number,
  middle: Middle = lowerMiddle,
  missing = 0,
): SlowAnswer {
  if (voters === 0 || [...given.values()].every((grades) => grades.length === 0)) {
    return { outcome: "no-result", winners: [], ranking: [] };
  }
  const sequences = new Map([...given].map(([option, grades]) => [option, takeOut(grades, voters, middle, missing)]));
  const sequence = (option: string): readonly number[] => sequences.get(option) ?? [];
  const isBetter = (a: string, b: string): boolean => {
    for (const [index, grade] of sequence(a).entries()) {
      const other = sequence(b)[index];
      if (other !== undefined && grade !== other) return grade > other;
    }
    return false;
  };
  const ranking: string[][] = [];
  let left = [...given.keys()];
  while (left.length > 0) {
    const best = left.filter((option) => !left.some((other) => isBetter(other, option)));
    ranking.push(best);
    left = left.filter((option) => !best.includes(option));
  }
  const winners = ranking[0] ?? [];
  return { outcome: winners.length === 1 ? "elected" : "tie", winners, ranking };
}

/** The majority grades, each taken out of the list before the next is looked for. */
function takeOut(grades: readonly number[], voters: number, middle: Middle, missing: number): readonly number[] {
  const list = [...grades];
  while (list.length < voters) list.push(missing);
  list.sort((a, b) => a - b);
  const taken: number[] = [];
  while (list.length > 0) taken.push(...list.splice(middle(list.length) - 1, 1));
  return taken;
}
