import { numberLines, type Line, type TextNode } from "../texts/index.ts";
import { redline, type RedlineBlock, type RedlineRun } from "./redline.ts";

/** The lines of the base that an amendment changes; `after`: it brings something after the last of them. */
interface LineLabel {
  readonly first: number;
  readonly last: number;
  readonly after: boolean;
}

/**
 * Frozen with the base: the lines of its printed text (`numberLines`, without the title) between the first change and the
 * last. Null when it changes the title alone, or brings words before all others.
 */
export function lineLabel(base: TextNode, rows: readonly RedlineBlock[]): LineLabel | null {
  const lines = linesOfBase(base);
  let first = Number.POSITIVE_INFINITY;
  let last = 0;
  let before = 0;
  let brought = 0;
  for (const row of rows) {
    const own = lines.get(row.id);
    if (row.status === "new" || row.status === "arrived") brought = Math.max(brought, before);
    else if (own) {
      for (const [from, to] of touched(row)) {
        first = Math.min(first, lineAt(own, from));
        last = Math.max(last, lineAt(own, to));
      }
      before = own[own.length - 1]?.number ?? before;
    }
  }
  if (last > 0) return { first, last: Math.max(last, brought), after: false };
  return brought > 0 ? { first: brought, last: brought, after: true } : null;
}

function linesOfBase(base: TextNode): ReadonlyMap<string, readonly Line[]> {
  const rows = redline(base, []).filter(({ kind }) => kind !== "title");
  const lines = numberLines(rows.map((row) => row.runs.map(spell).join("")));
  return new Map(rows.map((row, i) => [row.id, lines[i] ?? []]));
}

/** Where in the words of its base block a row changes; what was joined to it counts as its end. */
function touched({ runs, status }: RedlineBlock): readonly (readonly [from: number, to: number])[] {
  const places: (readonly [number, number])[] = [];
  let at = 0;
  for (const run of runs) {
    const size = run.kind === "inserted" || run.kind === "split" ? 0 : spell(run).length;
    if (run.kind !== "kept") places.push([at, at + Math.max(0, size - 1)]);
    at += size;
  }
  return places.length === 0 && status !== "kept" ? [[0, 0]] : places;
}

const lineAt = (lines: readonly Line[], offset: number): number =>
  (lines.find(({ to }) => offset < to) ?? lines[lines.length - 1])?.number ?? 0;

const spell = (run: RedlineRun): string => run.pieces.map((piece) => (piece.lineBreak ? "\n" : piece.text)).join("");
