import { numberBlocks, type BlockId, type BlockNumber, type TextNode } from "../texts/index.ts";
import {
  breakName,
  isBreak,
  isNewName,
  type AttrsChange,
  type Break,
  type ChangeSet,
  type InsertChange,
  type TextChange,
  type Token,
} from "./change.ts";
import { nameOf } from "./gaps.ts";
import { tokens } from "./regroup.ts";
import { parseMarks, sizeOf } from "./tokens.ts";
import { plant, siblingsOf, sprout, type Block, type Tree } from "./tree.ts";

/** Words of one look. `text` is empty for a line break. */
interface RedlinePiece {
  readonly text: string;
  readonly strong?: true;
  readonly em?: true;
  readonly href?: string;
  readonly lineBreak?: true;
}

/** `formatted`: the same words with other marks, shown as they would be. `split`, `joined`: the paragraph ends, or goes on, here. */
export type RunKind = "kept" | "inserted" | "deleted" | "formatted" | "split" | "joined";

export interface RedlineRun {
  readonly kind: RunKind;
  readonly pieces: readonly RedlinePiece[];
}

/** One block of words with what changes in it. The number is that of the base, and stays that of the base. */
export interface RedlineBlock {
  readonly id: BlockId;
  readonly kind: "title" | "heading" | "articleTitle" | "paragraph";
  /** What it stands in, outermost first: `article`, `preamble`, `list`, `item`, `quote`. */
  readonly within: readonly string[];
  readonly status: "kept" | "changed" | "new" | "suppressed";
  readonly number: BlockNumber | null;
  readonly runs: readonly RedlineRun[];
  /** An item's place in its numbered list, from 1. */
  readonly ordinal: number | null;
  /** The list it begins becomes numbered, or bulleted. */
  readonly listTurned?: "ordered" | "bulleted";
}

/**
 * The base with the changes marked in it, as an amendment is printed. Kept and deleted words are the base, kept and inserted
 * ones the amended text. What is suppressed stands before what replaces it. `numbered`: the text whose numbers it bears, when
 * that is not the base itself.
 */
export function redline(base: TextNode, changes: ChangeSet, numbered = base): readonly RedlineBlock[] {
  const tree = plant(base);
  const marking = new Marking(tree, changes, numberBlocks(numbered));
  return rowsIn(tree.root, [], marking);
}

/**
 * Only the changed blocks, each with its article's title and `around` unchanged blocks before and after. A gap is null.
 * Of an amendment without visible change, nothing.
 */
export function excerpt(rows: readonly RedlineBlock[], around: number): readonly (RedlineBlock | null)[] {
  const shown = new Set<number>();
  for (const [k, row] of rows.entries()) {
    if (row.status === "kept") continue;
    for (let i = Math.max(0, k - around); i <= Math.min(rows.length - 1, k + around); i++) shown.add(i);
    if (!row.within.includes("article")) continue;
    for (let i = k; i >= 0; i--) {
      if (rows[i]?.kind !== "articleTitle") continue;
      shown.add(i);
      break;
    }
  }
  const parts: (RedlineBlock | null)[] = [];
  let last = -1;
  for (const [k, row] of rows.entries()) {
    if (!shown.has(k)) continue;
    if (last >= 0 && last < k - 1) parts.push(null);
    parts.push(row);
    last = k;
  }
  return parts;
}

/** The change set, by what it does to each base block. */
class Marking {
  readonly numbers: ReadonlyMap<BlockId, BlockNumber>;
  readonly words = new Map<BlockId, TextChange[]>();
  readonly suppressed = new Set<BlockId>();
  readonly joinedTo = new Map<BlockId, Block[]>();
  readonly joined = new Set<BlockId>();
  readonly attrs = new Map<BlockId, AttrsChange>();
  readonly #inserted = new Map<string, InsertChange[]>();

  constructor(tree: Tree, changes: ChangeSet, numbers: ReadonlyMap<BlockId, BlockNumber>) {
    this.numbers = numbers;
    const anchors = new Map<BlockId, BlockId | null>();
    const joins: { block: BlockId; into: BlockId }[] = [];
    const baseOf = (name: BlockId | null): BlockId | null =>
      name !== null && isNewName(name) ? (anchors.get(name) ?? null) : name;
    for (const change of changes) {
      if (change.kind === "text") {
        push(this.words, change.block, change);
        for (const piece of change.inserted) if (isBreak(piece)) anchors.set(breakName(piece), change.block);
      } else if (change.kind === "delete") this.suppressed.add(change.block);
      else if (change.kind === "attrs") this.attrs.set(change.block, change);
      else if (change.kind === "join") {
        joins.push({ block: change.block, into: baseOf(change.into) ?? "" });
      } else if (change.kind === "insert") {
        const anchor = baseOf(change.after);
        anchors.set(nameOf(change.node), anchor);
        push(this.#inserted, gap(change.parent, anchor), change);
      }
    }
    for (const { block, into } of joins) this.#join(block, into, tree);
  }

  insertedAfter(parent: BlockId, after: BlockId | null): readonly InsertChange[] {
    return this.#inserted.get(gap(parent, after)) ?? [];
  }

  /**
   * The words of a joined block are shown where they go, and before them what is suppressed between. A block joined to one
   * that is itself joined is shown with the first of them.
   */
  #join(id: BlockId, into: BlockId, tree: Tree): void {
    const block = tree.blocks.get(id);
    if (!block) return;
    let first = into;
    for (const [host, guests] of this.joinedTo) if (guests.some((guest) => guest.id === into)) first = host;
    const siblings = siblingsOf(block);
    const from = siblings.findIndex((sibling) => sibling.id === first);
    for (const guest of siblings.slice(from + 1, siblings.indexOf(block) + 1)) {
      if (this.joined.has(guest.id)) continue;
      push(this.joinedTo, first, guest);
      this.joined.add(guest.id);
    }
  }
}

const gap = (parent: BlockId, after: BlockId | null): string => `${parent}\u0001${after ?? ""}`;

function push<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

function rowsIn(parent: Block, within: readonly string[], marking: Marking): readonly RedlineBlock[] {
  const rows: RedlineBlock[] = [];
  let waiting = [...marking.insertedAfter(parent.id, null)];
  const bring = (): void => {
    for (const change of waiting) rows.push(...rowsOfAll(sprout(change.node), within, "new", marking));
    waiting = [];
  };
  for (const child of parent.children) {
    if (!marking.joined.has(child.id)) {
      const gone = marking.suppressed.has(child.id);
      if (!gone) bring();
      rows.push(...(gone ? rowsOfAll(child, within, "suppressed", marking) : rowsOf(child, within, marking)));
    }
    waiting.push(...marking.insertedAfter(parent.id, child.id));
  }
  bring();
  return rows;
}

function rowsOf(block: Block, within: readonly string[], marking: Marking): readonly RedlineBlock[] {
  if (!block.words) {
    const rows = rowsIn(block, [...within, block.type], marking);
    const turned = marking.attrs.get(block.id);
    const [first, ...rest] = rows;
    if (!turned || !first) return rows;
    return [
      { ...first, status: "changed", listTurned: turned.after["ordered"] === true ? "ordered" : "bulleted" },
      ...rest,
    ];
  }
  const runs = [...runsOf(block, marking)];
  for (const guest of marking.joinedTo.get(block.id) ?? []) {
    const gone = marking.suppressed.has(guest.id);
    for (const part of gone ? textBlocksOf(guest) : [guest]) {
      runs.push({ kind: "joined", pieces: [] });
      if (gone) add(runs, "deleted", tokens(part));
      else runs.push(...runsOf(part, marking));
    }
  }
  const status = runs.every((run) => run.kind === "kept") ? "kept" : "changed";
  return [{ ...headOf(block, within, marking), status, runs }];
}

const textBlocksOf = (block: Block): readonly Block[] => (block.words ? [block] : block.children.flatMap(textBlocksOf));

/** A whole block that comes or goes: all its words one run. */
function rowsOfAll(
  block: Block,
  within: readonly string[],
  status: "new" | "suppressed",
  marking: Marking,
): readonly RedlineBlock[] {
  if (!block.words)
    return block.children.flatMap((child) => rowsOfAll(child, [...within, block.type], status, marking));
  const pieces = piecesOf(tokens(block));
  const kind = status === "new" ? "inserted" : "deleted";
  return [{ ...headOf(block, within, marking), status, runs: pieces.length > 0 ? [{ kind, pieces }] : [] }];
}

function headOf(block: Block, within: readonly string[], marking: Marking): Head {
  return {
    id: block.id,
    kind: kindOf(block.type),
    within,
    number: isNewName(block.id) ? null : numberOf(block, marking),
    ordinal: ordinalOf(block.parent),
  };
}

type Head = Pick<RedlineBlock, "id" | "kind" | "within" | "number" | "ordinal">;

/** The number in the margin stands beside the first words of what bears it: an article, an item, a quotation. */
function numberOf(block: Block, marking: Marking): BlockNumber | null {
  const own = marking.numbers.get(block.id);
  if (own?.kind === "paragraph" && own.heads) return own;
  const { parent } = block;
  if (!parent || parent.children[0] !== block) return null;
  const borne = marking.numbers.get(parent.id);
  return borne && (borne.kind === "article" || borne.heads) ? borne : null;
}

function ordinalOf(item: Block | null): number | null {
  if (item?.type !== "item" || item.parent?.attrs["ordered"] !== true) return null;
  return item.parent.children.indexOf(item) + 1;
}

function kindOf(type: string): RedlineBlock["kind"] {
  if (type === "title" || type === "heading" || type === "articleTitle" || type === "paragraph") return type;
  throw new Error(`Not a block of words: ${type}`);
}

function runsOf(block: Block, marking: Marking): readonly RedlineRun[] {
  const own = tokens(block);
  const runs: RedlineRun[] = [];
  let at = 0;
  let k = 0;
  const keepUntil = (offset: number): void => {
    const from = k;
    for (let token = own[k]; token && at < offset; token = own[++k]) at += sizeOf(token);
    add(runs, "kept", own.slice(from, k));
  };
  for (const change of marking.words.get(block.id) ?? []) {
    keepUntil(change.from);
    for (let token = own[k]; token && at < change.to; token = own[++k]) at += sizeOf(token);
    addChange(runs, change);
  }
  keepUntil(Infinity);
  return runs;
}

function addChange(runs: RedlineRun[], { removed, inserted }: TextChange): void {
  if (!inserted.some(isBreak) && spell(removed) === spell(inserted) && removed.length > 0) {
    add(runs, "formatted", inserted.filter(isWord));
    return;
  }
  add(runs, "deleted", removed);
  let run: Token[] = [];
  for (const piece of inserted) {
    if (!isBreak(piece)) {
      run.push(piece);
      continue;
    }
    add(runs, "inserted", run);
    runs.push({ kind: "split", pieces: [] });
    run = [];
  }
  add(runs, "inserted", run);
}

const isWord = (piece: Token | Break): piece is Token => !isBreak(piece);

const spell = (pieces: readonly (Token | Break)[]): string =>
  pieces.map((piece) => (isBreak(piece) ? "" : piece.node ? "\n" : piece.text)).join("");

function add(runs: RedlineRun[], kind: RunKind, words: readonly Token[]): void {
  if (words.length > 0) runs.push({ kind, pieces: piecesOf(words) });
}

function piecesOf(words: readonly Token[]): readonly RedlinePiece[] {
  const pieces: RedlinePiece[] = [];
  let marks = "";
  for (const token of words) {
    const last = pieces[pieces.length - 1];
    if (token.node) pieces.push({ text: "", lineBreak: true });
    else if (last && !last.lineBreak && token.marks === marks)
      pieces[pieces.length - 1] = { ...last, text: last.text + token.text };
    else pieces.push({ text: token.text, ...looksOf(token.marks) });
    marks = token.marks;
  }
  return pieces;
}

function looksOf(marks: string): Omit<RedlinePiece, "text"> {
  let looks: Omit<RedlinePiece, "text"> = {};
  for (const mark of parseMarks(marks)) {
    const href: unknown = mark.attrs["href"];
    if (mark.type.name === "strong") looks = { ...looks, strong: true };
    else if (mark.type.name === "em") looks = { ...looks, em: true };
    else if (typeof href === "string") looks = { ...looks, href };
  }
  return looks;
}
