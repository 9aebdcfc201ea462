/**
 * The Schulze method, written slowly from docs/ballot-format.md alone: every vote is a paper of its own, and every path
 * without a repeated option is walked. Options are single letters here. Imports nothing of what it checks.
 */
import type { SlowAnswer } from "./marks-reference.ts";

export interface RankedPaper {
  readonly ranking: readonly (readonly string[])[];
}

/** How strong a link is, of the papers that agree and those that say the opposite; 0 is no link. */
export type Strength = (agreeing: number, opposite: number) => number;

const winningVotes: Strength = (agreeing, opposite) => (agreeing > opposite ? agreeing : 0);

export interface SlowSchulze extends SlowAnswer {
  readonly matrix: (a: string, b: string) => number;
  readonly strongest: (a: string, b: string) => number;
}

export function slowSchulze(
  options: readonly string[],
  papers: readonly RankedPaper[],
  strength: Strength = winningVotes,
  prefers = unlistedLast,
): SlowSchulze {
  const duels = new Map(
    options.flatMap((a) => options.map((b) => [a + b, papers.filter((paper) => prefers(paper, a, b)).length])),
  );
  const matrix = (a: string, b: string): number => duels.get(a + b) ?? 0;
  const link = (a: string, b: string): number => strength(matrix(a, b), matrix(b, a));
  const walk = (at: string, to: string, unseen: readonly string[]): number => {
    const onwards = unseen
      .filter((next) => next !== to)
      .map((next) =>
        Math.min(
          link(at, next),
          walk(
            next,
            to,
            unseen.filter((other) => other !== next),
          ),
        ),
      );
    return Math.max(link(at, to), ...onwards);
  };
  const strongest = (a: string, b: string): number =>
    walk(
      a,
      b,
      options.filter((option) => option !== a),
    );
  if (papers.every((paper) => paper.ranking.length === 0)) {
    return { outcome: "no-result", winners: [], ranking: [], matrix, strongest };
  }
  const known = new Map(options.flatMap((a) => options.map((b) => [a + b, a === b ? 0 : strongest(a, b)])));
  const precedes = (a: string, b: string): boolean => (known.get(a + b) ?? 0) > (known.get(b + a) ?? 0);
  const ranking: string[][] = [];
  let left = [...options];
  while (left.length > 0) {
    const first = left.filter((option) => left.every((other) => !precedes(other, option)));
    if (first.length === 0) break;
    ranking.push(first);
    left = left.filter((option) => !first.includes(option));
  }
  const winners = ranking[0] ?? [];
  return { outcome: winners.length === 1 ? "elected" : "tie", winners, ranking, matrix, strongest };
}

/** Both listed: the earlier place. One listed: that one. */
function unlistedLast({ ranking }: RankedPaper, a: string, b: string): boolean {
  const [placeOfA, placeOfB] = [a, b].map((option) => ranking.findIndex((place) => place.includes(option)));
  if (placeOfA === undefined || placeOfA === -1) return false;
  return placeOfB === undefined || placeOfB === -1 || placeOfA < placeOfB;
}
