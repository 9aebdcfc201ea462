import { moreThanHalf, reaches } from "../fraction.ts";
import { noResult, rank, sum, totalOf, type Answer } from "./answer.ts";
import { eliminate, nobodyLeaves, type Elimination } from "./elimination.ts";
import { ranksSomething, type Ranked } from "./ranked.ts";

interface RunoffRound extends Elimination {
  /** The votes of each option still in the race. */
  readonly votes: Readonly<Record<string, number>>;
  /** Votes that rank none of the options still in the race. */
  readonly exhausted: number;
}

export interface RunoffWorking {
  readonly rounds: readonly RunoffRound[];
  /** The options between which the assembly has to decide; empty when the count went to its end. */
  readonly tied: readonly string[];
}

/**
 * Instant run-off. Each vote counts for the best option that it ranks of those still in the race. Whoever has more than
 * half of these votes is elected (a vote that ranks none of those left is in no half); otherwise the option with the
 * fewest is eliminated. Several with the fewest: a tie, nobody is elected, until the assembly has decided which one
 * leaves (`decisions`, in the order of such ties). Rankings hold one option a place. In the answer's ranking the options still in the race at the end come first, after an election by
 * their last votes, in a tie all in one place; then the eliminated, last first.
 */
export function instantRunoff(
  options: readonly string[],
  votes: readonly Ranked[],
  decisions: readonly string[] = [],
): Answer<RunoffWorking> {
  const rounds: RunoffRound[] = [];
  const out: string[] = [];
  const undecided = [...decisions];
  if (totalOf(votes.filter(ranksSomething)) === 0) return noResult({ rounds, tied: [] });

  for (let racing = options; ; racing = racing.filter((option) => !out.includes(option))) {
    const { tally, exhausted } = countRound(racing, votes.filter(ranksSomething));
    const votesOf = (option: string): number => tally.get(option) ?? 0;
    const elected = racing.find((option) => reaches(moreThanHalf, votesOf(option), sum(tally.values())));
    const leaving = elected === undefined ? eliminate(fewest(tally), undecided) : nobodyLeaves;
    rounds.push({ votes: Object.fromEntries(tally), exhausted, ...leaving });
    if (leaving.eliminated !== null) {
      out.push(leaving.eliminated);
      continue;
    }
    const working = { rounds, tied: leaving.tied };
    const lastOutFirst = [...out].reverse().map((option) => [option]);
    if (elected === undefined) return { outcome: "tie", winners: [], ranking: [racing, ...lastOutFirst], working };
    const standing = rank(racing, (a, b) => votesOf(b) - votesOf(a));
    return { outcome: "elected", winners: [elected], ranking: [...standing, ...lastOutFirst], working };
  }
}

function fewest(tally: ReadonlyMap<string, number>): readonly string[] {
  const least = Math.min(...tally.values());
  return [...tally].filter(([, votes]) => votes === least).map(([option]) => option);
}

function countRound(
  racing: readonly string[],
  votes: readonly Ranked[],
): { readonly tally: ReadonlyMap<string, number>; readonly exhausted: number } {
  const tally = new Map(racing.map((option) => [option, 0]));
  let exhausted = 0;
  for (const { count, ranking } of votes) {
    const best = ranking.flat().find((option) => tally.has(option));
    if (best === undefined) exhausted += count;
    else tally.set(best, (tally.get(best) ?? 0) + count);
  }
  return { tally, exhausted };
}
