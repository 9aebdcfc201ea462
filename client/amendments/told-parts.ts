import {
  changeSetBody,
  nameOf,
  outlineOf,
  partAlone,
  redline,
  type ChangeSet,
  type Comparison,
  type Gist,
} from "../../shared/amendments/index.ts";
import type { Translate } from "../../shared/i18n/index.ts";
import { limits } from "../../shared/limits.ts";
import { numberBlocks, type BlockId, type TextNode } from "../../shared/texts/index.ts";
import type { TextPlace } from "../../shared/views/index.ts";
import { placeWords } from "../words/index.ts";

/** One change as the summary tells it. `block` and `offset`: where it stands in the sheet, or stood in the base. */
export interface ToldPart {
  readonly key: string;
  readonly place: string;
  /** The article it is in, or begins in. */
  readonly article: string;
  readonly gist: string;
  readonly block: BlockId;
  readonly offset: number;
}

type Words = Pick<ToldPart, "place" | "article" | "gist">;

/**
 * Tells what each part does, in a few words, by the numbers of the base. A part that was told before is not worked out
 * again: while one types, one of many changes.
 */
export function partTeller(base: TextNode, t: Translate): (comparison: Comparison, part: ChangeSet) => ToldPart {
  const known = new Map<string, Words>();
  return (comparison, part) => {
    const key = changeSetBody(part);
    const words = known.get(key) ?? wordsOf(base, comparison, part, t);
    known.set(key, words);
    return { key, ...words, ...spotOf(part, comparison.changes, comparison.realName) };
  };
}

function wordsOf(base: TextNode, { changes, realName }: Comparison, part: ChangeSet, t: Translate): Words {
  const rows = redline(base, partAlone(changes, part));
  const { place, gist } = outlineOf(rows, limits.gistCharacters);
  const moved = movedBlock(part, realName);
  if (moved !== null) {
    const from = placeIn(base, moved);
    return { place: placeWords(from, t), article: articleWords(from, t), gist: t("amend.part-moves") };
  }
  const isFirst = gist.ofArticle && gist.kind === "brings" && place.article === null;
  const where = isFirst ? t("amend.place-start") : placeWords(place, t);
  return { place: where, article: isFirst ? where : articleWords(place, t), gist: gistWords(gist, t) };
}

const articleWords = (place: TextPlace, t: Translate): string =>
  placeWords(place.article === null ? place : { ...place, paragraph: null }, t);

/** Where a block of the base stands, by its numbers. */
function placeIn(base: TextNode, block: BlockId): TextPlace {
  const numbers = numberBlocks(base);
  let article: number | null = null;
  base.forEach((node) => {
    let holds = node.attrs["id"] === block;
    node.descendants((child) => {
      holds ||= child.attrs["id"] === block;
    });
    const number = numbers.get(String(node.attrs["id"]));
    if (holds && number?.kind === "article") article = number.number;
  });
  const own = numbers.get(block);
  return { article, paragraph: own?.kind === "paragraph" ? own.number : null, after: false };
}

/** The same part after more was typed, if it is still there. */
export const partCalled = (parts: readonly ChangeSet[], key: string): ChangeSet | null =>
  parts.find((part) => changeSetBody(part) === key) ?? null;

function gistWords({ kind, ofArticle, removed, inserted }: Gist, t: Translate): string {
  switch (kind) {
    case "suppresses":
      if (ofArticle) return t("amend.part-suppresses-article");
      return removed === "" ? t("amend.part-suppresses-empty") : t("amend.part-suppresses", { removed });
    case "brings":
      if (inserted === "") return ofArticle ? t("amend.part-brings-article-empty") : t("amend.part-brings-block-empty");
      return ofArticle ? t("amend.part-brings-article", { inserted }) : t("amend.part-brings-block", { inserted });
    case "replaces":
      return t("amend.part-replaces", { removed, inserted });
    case "inserts":
      return t("amend.part-inserts", { inserted });
    case "deletes":
      return t("amend.part-deletes", { removed });
    case "moves":
    case "formats":
    case "regroups":
      return t(`amend.part-${kind}`);
    default:
      return kind satisfies never;
  }
}

/** Suppressed here and brought back there, it has moved. */
function movedBlock(part: ChangeSet, realName: Comparison["realName"]): BlockId | null {
  const gone = new Set(part.flatMap((change) => (change.kind === "delete" ? [change.block] : [])));
  for (const change of part) {
    if (change.kind === "move") return change.block;
    if (change.kind === "insert" && gone.has(realName(nameOf(change.node)))) return realName(nameOf(change.node));
  }
  return null;
}

function spotOf(part: ChangeSet, changes: ChangeSet, realName: Comparison["realName"]) {
  const brought = part.find((change) => change.kind === "insert");
  const first = brought ?? part[0];
  if (!first) throw new Error("A part without a change");
  if (first.kind === "insert") return { block: realName(nameOf(first.node)), offset: 0 };
  if (first.kind !== "text") return { block: first.block, offset: 0 };
  let offset = first.from;
  for (const change of changes) {
    if (change === first) break;
    if (change.kind === "text" && change.block === first.block)
      offset += lengthOf(change.inserted) - lengthOf(change.removed);
  }
  return { block: first.block, offset };
}

const lengthOf = (pieces: readonly object[]): number =>
  pieces.reduce(
    (sum, piece) => sum + ("text" in piece && typeof piece.text === "string" ? piece.text.length || 1 : 0),
    0,
  );
