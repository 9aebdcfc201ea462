import { answerOf, noResult, rank, totalOf, type Answer, type Counted } from "./answer.ts";

/** The options that a vote marks: none is a blank vote; one among several (`choice`) or any number (`approval`). */
export type Marked = Counted<{ readonly options: readonly string[] }>;

export interface ChoiceWorking {
  /** How many votes marked each option. */
  readonly tally: Readonly<Record<string, number>>;
}

/** Choice among options, and approval: the option that most votes marked. A blank vote marks none. */
export function mostMarked(options: readonly string[], votes: readonly Marked[]): Answer<ChoiceWorking> {
  const marks = new Map(options.map((option) => [option, 0]));
  for (const { count, options: marked } of votes) {
    for (const option of marked) marks.set(option, (marks.get(option) ?? 0) + count);
  }
  const working = { tally: Object.fromEntries(marks) };
  if (totalOf(votes.filter(isExpressed)) === 0) return noResult(working);
  return answerOf(
    rank(options, (a, b) => (marks.get(b) ?? 0) - (marks.get(a) ?? 0)),
    working,
  );
}

export const isExpressed = (vote: Marked): boolean => vote.options.length > 0;
