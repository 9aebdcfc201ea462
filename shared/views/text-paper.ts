import { numberLines } from "../texts/index.ts";
import type { ProseBlock, ProseRun } from "./prose.ts";
import type { Shell } from "./shell.ts";

/** A line of a printed text, with its number in the whole of it. */
export interface PaperLine {
  readonly number: number;
  readonly runs: readonly ProseRun[];
}

/** A block as it is printed: line by line. */
export interface PaperBlock {
  readonly block: ProseBlock;
  readonly lines: readonly PaperLine[];
}

/** `/textes/:t/papier`: a version of a tabled text with its lines numbered, as amendments name them. */
export interface TextPaperView {
  readonly page: "text-paper";
  readonly shell: Shell;
  readonly text: { readonly id: string; readonly title: string; readonly version: number; readonly hash: string };
  /** It is the version that was tabled. */
  readonly tabled: boolean;
  readonly blocks: readonly PaperBlock[];
}

/** Blocks as they are printed, each line its own, all of one measure. */
export function paperOf(blocks: readonly ProseBlock[]): readonly PaperBlock[] {
  const lines = numberLines(blocks.map(({ runs }) => runs.map(({ text }) => text).join("")));
  return blocks.map((block, i) => ({
    block,
    lines: (lines[i] ?? []).map(({ number, from, to }) => ({ number, runs: cut(block.runs, from, to) })),
  }));
}

function cut(runs: readonly ProseRun[], from: number, to: number): readonly ProseRun[] {
  let at = 0;
  return runs.flatMap((run) => {
    const start = at;
    at += run.text.length;
    const text = run.text.slice(Math.max(0, from - start), Math.max(0, to - start)).replace("\n", "");
    return text === "" ? [] : [{ ...run, text }];
  });
}
