import type { RedlineBlock, RedlineRun } from "../amendments/index.ts";
import type { BlockChange, ProseBlock, ProseRun } from "./prose.ts";

/**
 * A redline, or an excerpt of one, as pages show it. In an excerpt the untouched blocks are `context`; a gap between them
 * is not shown.
 */
export function proseOf(rows: readonly (RedlineBlock | null)[], untouched: "whole" | "excerpt"): readonly ProseBlock[] {
  const blocks: ProseBlock[] = [];
  for (const row of rows) if (row) blocks.push(blockOf(row, untouched === "whole" ? null : "context"));
  return blocks;
}

function blockOf(row: RedlineBlock, kept: BlockChange): ProseBlock {
  const { id, kind, within } = row;
  const change = row.status === "kept" ? kept : row.status === "suppressed" ? "deleted" : row.status;
  const runs = row.runs.flatMap((run) => runsOf(run, row.listTurned));
  const moved = row.moved ? { moved: row.moved } : {};
  if (kind === "title" || kind === "heading") return { kind, id, change, ...moved, runs };
  const number = row.number?.number ?? null;
  if (kind === "articleTitle") return { kind: "article", id, number, change, ...moved, runs };
  return {
    kind: within.includes("quote") ? "quote" : within[within.length - 1] === "item" ? "item" : "paragraph",
    id,
    number,
    depth: within.filter((outer) => outer === "list" || outer === "quote").length,
    ordinal: row.ordinal,
    preamble: within.includes("preamble"),
    change,
    ...moved,
    runs,
  };
}

/** The words of a list that becomes numbered are shown as words in another form. */
function runsOf({ kind, pieces, forms }: RedlineRun, turned: RedlineBlock["listTurned"]): readonly ProseRun[] {
  const change = kind !== "kept" ? kind : turned ? "formatted" : null;
  if (kind === "split" || kind === "joined") return [{ text: "", strong: false, em: false, href: null, change: kind }];
  return pieces.map((piece) => ({
    text: piece.lineBreak ? "\n" : piece.text,
    strong: piece.strong ?? false,
    em: piece.em ?? false,
    href: piece.href ?? null,
    change,
    ...(change === "formatted" ? { forms: [...(forms ?? []), ...(turned ? [turned] : [])] } : {}),
  }));
}
