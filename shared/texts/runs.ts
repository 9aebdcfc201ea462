/** A stretch of a text and what is known of it: the number of something in a table beside. */
export interface Run {
  readonly length: number;
  readonly of: number;
}

/** The part of the runs between two places. */
export function sliceRuns(runs: readonly Run[], from: number, to: number): readonly Run[] {
  const part: Run[] = [];
  if (from >= to) return part;
  let at = 0;
  for (const run of runs) {
    if (at >= to) break;
    const [start, end] = [Math.max(at, from), Math.min(at + run.length, to)];
    if (start < end) part.push(end - start === run.length ? run : { length: end - start, of: run.of });
    at += run.length;
  }
  return part;
}

/** What stands between two places, and by which runs it is replaced. */
export interface Splice {
  readonly from: number;
  readonly to: number;
  readonly by: readonly Run[];
}

/**
 * The runs with all these places replaced, in one pass: a long text has thousands of runs, and its commits come by the
 * hundred. Equal neighbours become one run and none is empty, so that the same facts are always written the same way.
 * Throws when a place lies beyond the last run.
 */
export function spliceRuns(runs: readonly Run[], splices: readonly Splice[]): readonly Run[] {
  const untouched = wholeRunsBefore(runs, splices[0]?.from ?? 0);
  const spliced = runs.slice(0, untouched.count);
  let [i, used] = [untouched.count, 0];
  let at = untouched.length;
  const pass = (until: number, keep: boolean): void => {
    while (at < until) {
      const run = runs[i];
      if (!run) throw new Error("A place lies beyond the last run");
      const length = Math.min(run.length - used, until - at);
      if (keep) addRun(spliced, length === run.length ? run : { length, of: run.of });
      [at, used] = [at + length, used + length];
      if (used === run.length) [i, used] = [i + 1, 0];
    }
  };
  for (const { from, to, by } of splices) {
    pass(from, true);
    pass(to, false);
    for (const run of by) addRun(spliced, run);
  }
  const [rest] = runs.slice(i, i + 1);
  if (rest) addRun(spliced, used === 0 ? rest : { length: rest.length - used, of: rest.of });
  // What follows is as it was: only its first run could have been equal to what now stands before it.
  return spliced.concat(runs.slice(i + 1));
}

function wholeRunsBefore(runs: readonly Run[], place: number): { readonly count: number; readonly length: number } {
  let [count, length] = [0, 0];
  for (let run = runs[0]; run && length + run.length <= place; run = runs[++count]) length += run.length;
  return { count, length };
}

function addRun(runs: Run[], run: Run): void {
  const last = runs[runs.length - 1];
  if (run.length === 0) return;
  if (last?.of === run.of) runs[runs.length - 1] = { length: last.length + run.length, of: run.of };
  else runs.push(run);
}

/** Of formatting: nobody changed it since the words came. */
export const asItCame = -1;
