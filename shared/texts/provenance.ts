import { AddMarkStep, AttrStep, RemoveMarkStep, type Step } from "prosemirror-transform";

import { limits } from "../limits.ts";
import type { CommitOrigin } from "./commit.ts";
import { emptyText } from "./empty-text.ts";
import { hunksOf, type Hunk } from "./hunks.ts";
import { remember, shiftGone, type Gone } from "./gone.ts";
import { recall } from "./recall.ts";
import { asItCame, sliceRuns, spliceRuns, type Run, type Splice } from "./runs.ts";
import type { TextNode } from "./schema.ts";
import { writtenBetween } from "./written.ts";

/** Whence words come: whose commits, or which amendment by which ballot; since which version, and in which minute. */
export interface Source extends CommitOrigin {
  /** The first of that author's commits in that minute. */
  readonly version: number;
  /** Whole minutes, in milliseconds. */
  readonly atMs: number;
}

/**
 * Who wrote what in one version of a text (ADR 22). `runs` lie over all places of the document, ends of blocks too: of
 * each the number of its source. `looks` are as long and say who last formatted, apart from who wrote. `gone` is what was
 * taken away lately: the very same words, brought back, belong again to whom they belonged.
 */
export interface Provenance {
  readonly version: number;
  readonly sources: readonly Source[];
  readonly runs: readonly Run[];
  readonly looks: readonly Run[];
  readonly gone: readonly Gone[];
}

/** A commit as far as who wrote what is concerned; `steps` are its own and then its repairs, `doc` what they gave. */
export interface AuthoredCommit extends Source {
  readonly steps: readonly Step[];
  readonly doc: TextNode;
}

/** Of the empty text, which nobody wrote: its form belongs to the text itself. */
export function emptyProvenance(text: string): Provenance {
  const length = emptyText().content.size;
  return {
    version: 0,
    sources: [{ author: text, version: 0, atMs: 0 }],
    runs: [{ length, of: 0 }],
    looks: [{ length, of: asItCame }],
    gone: [],
  };
}

/**
 * Who wrote what after one more commit. What its steps leave in place keeps its source, wherever blocks are split, joined,
 * wrapped or lifted around it. What they bring is the commit's, but for words that were there: those of a block that the
 * same commit took away, or that was taken away lately, wherever it comes back under its id; those of the passage that is
 * replaced; and what is put back as it was, where it was.
 */
export function followProvenance(map: Provenance, before: TextNode, commit: AuthoredCommit): Provenance {
  const { sources, own } = withSource(map.sources, commit);
  const hunks = hunksOf(commit.steps, before.content.size);
  const lost = hunks.map((hunk) => ({
    hunk,
    written: writtenBetween(before, hunk.before.from, hunk.before.to),
    runs: sliceRuns(map.runs, hunk.before.from, hunk.before.to),
    looks: sliceRuns(map.looks, hunk.before.from, hunk.before.to),
  }));
  const recalled = recall({ before, after: commit.doc, lost, gone: map.gone, own });
  const spliced = (which: "runs" | "looks"): readonly Splice[] =>
    hunks.map(({ before: { from, to } }, i) => ({ from, to, by: recalled[i]?.[which] ?? [] }));
  const kept = map.gone.filter((one) => !recalled.some(({ consumed }) => consumed.has(one)));
  return {
    version: commit.version,
    sources,
    runs: spliceRuns(map.runs, spliced("runs")),
    looks: formatted(spliceRuns(map.looks, spliced("looks")), hunks, commit.steps, own),
    gone: remember(shiftGone(kept, lost, before), limits.goneCharacters, limits.gonePieces),
  };
}

/** All of an author's commits of one minute are one source, so that a map is as long as the text has hands, not letters. */
function withSource(sources: readonly Source[], { author, ballot, version, atMs }: Source) {
  const minute = Math.floor(atMs / 60_000) * 60_000;
  if (ballot !== undefined) {
    return { sources: [...sources, { author, ballot, version, atMs: minute }], own: sources.length };
  }
  let last = sources.length - 1;
  while (last >= 0 && (sources[last]?.author !== author || sources[last]?.ballot !== undefined)) last--;
  if (sources[last]?.atMs === minute) return { sources, own: last };
  return { sources: [...sources, { author, version, atMs: minute }], own: sources.length };
}

/** Marks set or taken off words that were there. What the commit itself brought came as it is. */
function formatted(looks: readonly Run[], hunks: readonly Hunk[], steps: readonly Step[], own: number): readonly Run[] {
  let now = looks;
  for (const [i, step] of steps.entries()) {
    for (const range of formattedBy(step)) {
      let { from, to } = range;
      for (const later of steps.slice(i + 1)) {
        from = later.getMap().map(from, 1);
        to = later.getMap().map(to, -1);
      }
      for (const part of outside({ from, to }, hunks)) {
        now = spliceRuns(now, [{ ...part, by: [{ length: part.to - part.from, of: own }] }]);
      }
    }
  }
  return now;
}

interface Range {
  readonly from: number;
  readonly to: number;
}

/** A new id says nothing; what else a step without a map does is a form: marks, or a list that becomes numbered. */
function formattedBy(step: Step): readonly Range[] {
  if (step instanceof AddMarkStep || step instanceof RemoveMarkStep) return [{ from: step.from, to: step.to }];
  if (step instanceof AttrStep) return step.attr === "id" ? [] : [{ from: step.pos, to: step.pos + 1 }];
  // Several marks at once; the class is not one that its package gives.
  const inner: unknown = "steps" in step ? step.steps : [];
  return Array.isArray(inner) ? inner.flatMap((one: unknown) => (isMarkStep(one) ? formattedBy(one) : [])) : [];
}

const isMarkStep = (step: unknown): step is AddMarkStep | RemoveMarkStep =>
  step instanceof AddMarkStep || step instanceof RemoveMarkStep;

function outside({ from, to }: Range, hunks: readonly Hunk[]): readonly Range[] {
  const parts: Range[] = [];
  let at = from;
  for (const { after } of hunks) {
    if (after.to <= at || after.from >= to) continue;
    if (after.from > at) parts.push({ from: at, to: after.from });
    at = Math.max(at, after.to);
  }
  if (at < to) parts.push({ from: at, to });
  return parts;
}
