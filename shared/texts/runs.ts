/** A stretch of a text and what is known of it: the number of something in a table beside. */
export interface Run {
  readonly length: number;
  readonly of: number;
}

/** Equal neighbours are one run, and none is empty: the same facts are always written the same way. */
export function joinRuns(runs: Iterable<Run>): readonly Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    if (run.length === 0) continue;
    const last = joined[joined.length - 1];
    if (last?.of === run.of) joined[joined.length - 1] = { length: last.length + run.length, of: run.of };
    else joined.push(run);
  }
  return joined;
}

export const lengthOfRuns = (runs: readonly Run[]): number => runs.reduce((sum, run) => sum + run.length, 0);

/** The part of the runs between two places. */
export function sliceRuns(runs: readonly Run[], from: number, to: number): readonly Run[] {
  const part: Run[] = [];
  let at = 0;
  for (const run of runs) {
    if (at >= to) break;
    const [start, end] = [Math.max(at, from), Math.min(at + run.length, to)];
    if (start < end) part.push(end - start === run.length ? run : { length: end - start, of: run.of });
    at += run.length;
  }
  return part;
}

/** The runs with what stands between two places replaced. */
export const spliceRuns = (runs: readonly Run[], from: number, to: number, by: readonly Run[]): readonly Run[] =>
  joinRuns([...sliceRuns(runs, 0, from), ...by, ...sliceRuns(runs, to, Infinity)]);

/** Of formatting: nobody changed it since the words came. */
export const asItCame = -1;
