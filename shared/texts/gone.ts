import type { Hunk } from "./hunks.ts";
import { sliceRuns, type Run } from "./runs.ts";
import type { TextNode } from "./schema.ts";
import { joinWritten, writtenBetween, type Written } from "./written.ts";

/** What was taken away: at which place of the text as it now stands, and whose it was. */
export interface Gone {
  readonly at: number;
  readonly written: Written;
  /** As long as what is written. */
  readonly runs: readonly Run[];
}

/** What a commit replaced at one place, read in the document before it. */
export interface Lost {
  readonly hunk: Hunk;
  readonly written: Written;
  readonly runs: readonly Run[];
  readonly looks: readonly Run[];
}

/** What was gone before, moved along with the text, and what goes now; what went at one place is one piece, the newest last. */
export function shiftGone(gone: readonly Gone[], lost: readonly Lost[], before: TextNode): readonly Gone[] {
  const swallowed = new Set<Gone>();
  const fresh = lost.flatMap((one) => {
    const { from, to } = one.hunk.before;
    if (from === to) return [];
    const within = gone.filter(({ at }) => at >= from && at <= to).sort((a, b) => a.at - b.at);
    for (const inner of within) swallowed.add(inner);
    return [interleaved(one, within, before)];
  });
  const moved = gone.filter((one) => !swallowed.has(one)).map((one) => movedBy(one, lost));
  return [...moved, ...fresh];
}

/** The newest pieces that stay within both limits. */
export function remember(gone: readonly Gone[], characters: number, pieces: number): readonly Gone[] {
  let first = Math.max(0, gone.length - pieces);
  let sum = gone.slice(first).reduce((all, { written }) => all + written.signs.length, 0);
  for (; sum > characters; first++) sum -= gone[first]?.written.signs.length ?? 0;
  return first === 0 ? gone : gone.slice(first);
}

function interleaved({ hunk, written, runs }: Lost, within: readonly Gone[], before: TextNode): Gone {
  const { from, to } = hunk.before;
  if (within.length === 0) return { at: hunk.after.from, written, runs };
  const parts: Written[] = [];
  const joined: Run[] = [];
  let at = from;
  const lostUntil = (end: number): void => {
    parts.push(writtenBetween(before, at, end));
    joined.push(...sliceRuns(runs, at - from, end - from));
    at = end;
  };
  for (const inner of within) {
    lostUntil(inner.at);
    parts.push(inner.written);
    joined.push(...inner.runs);
  }
  lostUntil(to);
  return { at: hunk.after.from, written: joinWritten(parts), runs: joined };
}

function movedBy(gone: Gone, lost: readonly Lost[]): Gone {
  let by = 0;
  for (const { hunk } of lost) {
    if (hunk.before.from >= gone.at) break;
    by = hunk.after.to - hunk.before.to;
  }
  return by === 0 ? gone : { ...gone, at: gone.at + by };
}
