import type { RedlineBlock, RedlineRun } from "./redline.ts";

/** Where in a text an amendment works, by the numbers of its base; null: not in an article, or at no numbered paragraph. */
export interface AmendmentPlace {
  readonly article: number | null;
  readonly paragraph: number | null;
  /** Something comes after that paragraph, or an article after that one, rather than changing it. */
  readonly after: boolean;
}

const gistKinds = ["replaces", "inserts", "deletes", "formats", "regroups", "suppresses", "brings", "moves"] as const;

/** What an amendment does, in a few of its own words; what it moves is `removed`. `count`: how many blocks it touches. */
export interface Gist {
  readonly kind: (typeof gistKinds)[number];
  /** What is suppressed, brought or moved is an article, of which the words are the title. */
  readonly ofArticle: boolean;
  readonly removed: string;
  readonly inserted: string;
  readonly count: number;
}

/** What a list of amendments shows of one without working it out again: frozen with its base. */
export interface Outline {
  readonly place: AmendmentPlace;
  /** The place of its first change among the base's blocks, to list them as they stand in the text. */
  readonly position: number;
  readonly gist: Gist;
}

/** Throws for a redline without changes: it is of no amendment. */
export function outlineOf(rows: readonly RedlineBlock[], most: number): Outline {
  const gist = gistOf(rows, most);
  if (!gist) throw new Error("An amendment without changes");
  return { place: placeOf(rows), position: positionOf(rows), gist };
}

/** Twice the number of base blocks before the first change, less one when it brings a block before the next. */
function positionOf(rows: readonly RedlineBlock[]): number {
  const first = rows.findIndex(isChange);
  const before = rows.slice(0, first).filter(({ status }) => status !== "arrived").length;
  return 2 * before - (rows[first]?.status === "new" ? 1 : 0);
}

/** What is moved is listed and told where it stood. */
const isChange = ({ status }: RedlineBlock): boolean => status !== "kept" && status !== "arrived";

/** The place of the first change. */
function placeOf(rows: readonly RedlineBlock[]): AmendmentPlace {
  let article: number | null = null;
  let paragraph: number | null = null;
  for (const row of rows) {
    if (row.status === "arrived") continue;
    if (!row.within.includes("article")) article = null;
    const after = row.status === "new";
    if (row.number?.kind === "article") article = row.number.number;
    if (row.number?.kind === "paragraph" && !after) paragraph = row.number.number;
    if (row.status === "kept") continue;
    if (after && row.kind === "articleTitle") return { article, paragraph: null, after: article !== null };
    const numbered = after || row.number?.kind === "paragraph";
    return { article, paragraph: numbered ? paragraph : null, after: after && paragraph !== null };
  }
  return { article: null, paragraph: null, after: false };
}

/** The first change in a few words of its own, each side cut after a word at about `most` characters. */
function gistOf(rows: readonly RedlineBlock[], most: number): Gist | null {
  const changed = rows.filter(isChange);
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
  const ofArticle = first.kind === "articleTitle" && first.status !== "changed";
  const told = { ofArticle, removed, inserted, count };
  if (first.status === "new") return { ...told, kind: "brings", removed: "" };
  if (first.status === "departed") return { ...told, kind: "moves", removed: words("kept"), inserted: "" };
  if (first.status === "suppressed") return { ...told, kind: "suppresses", inserted: "" };
  if (removed !== "" && inserted !== "") return { ...told, kind: "replaces" };
  if (inserted !== "") return { ...told, kind: "inserts" };
  if (removed !== "") return { ...told, kind: "deletes" };
  const formatted = words("formatted");
  return { ...told, kind: formatted === "" ? "regroups" : "formats", removed: "", inserted: formatted };
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

/** An outline as it was stored; throws at what is none. */
export function parseOutline(json: string): Outline {
  const { place, position, gist } = fieldsOf(JSON.parse(json));
  const { article, paragraph, after } = fieldsOf(place);
  const { kind, ofArticle, removed, inserted, count } = fieldsOf(gist);
  const known = gistKinds.find((one) => one === kind);
  if (!known || typeof removed !== "string" || typeof inserted !== "string") throw new Error("Not a gist");
  return {
    place: { article: numberOrNull(article), paragraph: numberOrNull(paragraph), after: after === true },
    position: numberOrNull(position) ?? 0,
    gist: { kind: known, ofArticle: ofArticle === true, removed, inserted, count: numberOrNull(count) ?? 1 },
  };
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null) throw new Error("Not an outline");
  return Object.fromEntries(Object.entries(value));
}

const numberOrNull = (value: unknown): number | null => (typeof value === "number" ? value : null);
