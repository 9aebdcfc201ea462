import type { RedlineBlock, RedlineRun } from "./redline.ts";

/** Where in a text an amendment works, by the numbers of its base; null: not in an article, or at no numbered paragraph. */
export interface AmendmentPlace {
  readonly article: number | null;
  readonly paragraph: number | null;
  /** Something comes after that paragraph rather than changing it. */
  readonly after: boolean;
}

/** What an amendment does, in a few of its own words. `count`: how many blocks it touches. */
export interface Gist {
  readonly kind: "replaces" | "inserts" | "deletes" | "formats" | "regroups" | "suppresses" | "brings";
  readonly removed: string;
  readonly inserted: string;
  readonly count: number;
}

/** The place of the first change. */
export function placeOf(rows: readonly RedlineBlock[]): AmendmentPlace {
  let article: number | null = null;
  let paragraph: number | null = null;
  for (const row of rows) {
    if (!row.within.includes("article")) article = null;
    const after = row.status === "new";
    if (row.number?.kind === "article") article = row.number.number;
    if (row.number?.kind === "paragraph" && !after) paragraph = row.number.number;
    if (row.status === "kept") continue;
    const numbered = after || row.number?.kind === "paragraph";
    return { article, paragraph: numbered ? paragraph : null, after: after && paragraph !== null };
  }
  return { article: null, paragraph: null, after: false };
}

/** The first change in a few words of its own, each side cut after a word at about `most` characters. */
export function gistOf(rows: readonly RedlineBlock[], most: number): Gist | null {
  const changed = rows.filter((row) => row.status !== "kept");
  const [first] = changed;
  if (!first) return null;
  const count = changed.length;
  const words = (kind: RedlineRun["kind"]): string =>
    cut(
      first.runs
        .filter((run) => run.kind === kind)
        .map(spell)
        .join(" … "),
      most,
    );
  const [removed, inserted] = [words("deleted"), words("inserted")];
  if (first.status === "new") return { kind: "brings", removed: "", inserted, count };
  if (first.status === "suppressed") return { kind: "suppresses", removed, inserted: "", count };
  if (removed !== "" && inserted !== "") return { kind: "replaces", removed, inserted, count };
  if (inserted !== "") return { kind: "inserts", removed, inserted, count };
  if (removed !== "") return { kind: "deletes", removed, inserted, count };
  const formatted = words("formatted");
  return { kind: formatted === "" ? "regroups" : "formats", removed: "", inserted: formatted, count };
}

const spell = (run: RedlineRun): string =>
  run.pieces
    .map((piece) => (piece.lineBreak ? " " : piece.text))
    .join("")
    .trim();

function cut(words: string, most: number): string {
  const spoken = words.trim();
  if (spoken.length <= most) return spoken;
  const end = spoken.lastIndexOf(" ", most);
  return `${spoken.slice(0, end > 0 ? end : most)} …`;
}
