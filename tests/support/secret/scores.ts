/** How often a way of guessing was right. */
export class Score {
  right = 0;
  tried = 0;

  guess(right: boolean): void {
    this.tried += 1;
    if (right) this.right += 1;
  }

  add({ right, tried }: Score): void {
    this.right += right;
    this.tried += tried;
  }

  /** How probable it is to be right at least so often by tossing a coin. */
  get chance(): number {
    return atLeast(this.right, this.tried);
  }
}

export type Scores = Map<string, Score>;

export function scoreIn(scores: Scores, name: string): Score {
  const score = scores.get(name) ?? new Score();
  scores.set(name, score);
  return score;
}

export function addScores(to: Scores, from: Scores): void {
  for (const [name, score] of from) scoreIn(to, name).add(score);
}

/** Those that a coin would be as good as once in a thousand times, or less often. */
export const betterThanChance = (scores: Scores): readonly string[] =>
  [...scores].flatMap(([name, score]) =>
    score.chance > 0.001 ? [] : `${name}: ${score.right} of ${score.tried}, p = ${score.chance.toExponential(1)}`,
  );

/** Exact: the sum of the binomial's terms from `right` on, each by its logarithm. */
function atLeast(right: number, tried: number): number {
  let log = -tried * Math.LN2;
  let sum = right <= 0 ? Math.exp(log) : 0;
  for (let k = 1; k <= tried; k++) {
    log += Math.log(tried - k + 1) - Math.log(k);
    if (k >= right) sum += Math.exp(log);
  }
  return Math.min(sum, 1);
}
