import { numberBlocks, type BlockId, type BlockNumber, type TextNode } from "../texts/index.ts";
import {
  isBreak,
  isNewName,
  type AttrsChange,
  type Break,
  type ChangeSet,
  type JoinChange,
  type MoveChange,
  type TextChange,
  type Token,
} from "./change.ts";
import { gapKey, Gaps, type Placing } from "./gaps.ts";
import { aimOf, originOf, type RedlineMove } from "./redline-moves.ts";
import { formsOf, type Form } from "./redline-forms.ts";
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
  /** Of words that are formatted: what their form becomes, said in words. */
  readonly forms?: readonly Form[];
}

/** One block of words with what changes in it. The number is that of the base, and stays that of the base. */
export interface RedlineBlock {
  readonly id: BlockId;
  readonly kind: "title" | "heading" | "articleTitle" | "paragraph";
  /** What it stands in, outermost first: `article`, `preamble`, `list`, `item`, `quote`. */
  readonly within: readonly string[];
  /** `departed`: as it stood, where it no longer stands; `arrived`: where it is moved to, with what changes in it. */
  readonly status: "kept" | "changed" | "new" | "suppressed" | "departed" | "arrived";
  readonly number: BlockNumber | null;
  readonly runs: readonly RedlineRun[];
  /** An item's place in its numbered list, from 1. */
  readonly ordinal: number | null;
  /** The list it begins becomes numbered, or bulleted. */
  readonly listTurned?: "ordered" | "bulleted";
  /** On the first words of what is moved, at both places. */
  readonly moved?: RedlineMove;
}

/**
 * The base with the changes marked in it, as an amendment is printed. Kept and deleted words are the base, kept and inserted
 * ones the amended text. What is suppressed stands before what replaces it. What is moved is shown at both places: where it
 * stood as it was, where it goes with what changes in it. `numbered`: the text whose numbers it bears, when that is not the
 * base itself.
 */
export function redline(base: TextNode, changes: ChangeSet, numbered = base): readonly RedlineBlock[] {
  const tree = plant(base);
  const marking = new Marking(tree, changes, numberBlocks(numbered));
  return rowsIn(tree.root, { within: [], arrived: false }, marking);
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
  readonly moved = new Map<BlockId, MoveChange>();
  readonly joinedTo = new Map<BlockId, Block[]>();
  /** Each block that is shown with the words of another, and which. */
  readonly joined = new Map<BlockId, BlockId>();
  readonly attrs = new Map<BlockId, AttrsChange>();
  readonly tree: Tree;
  readonly gaps: Gaps;
  readonly #brought = new Map<string, Placing[]>();

  constructor(tree: Tree, changes: ChangeSet, numbers: ReadonlyMap<BlockId, BlockNumber>) {
    this.numbers = numbers;
    this.tree = tree;
    this.gaps = new Gaps(changes);
    const joins: JoinChange[] = [];
    for (const change of changes) {
      if (change.kind === "text") push(this.words, change.block, change);
      else if (change.kind === "delete") this.suppressed.add(change.block);
      else if (change.kind === "attrs") this.attrs.set(change.block, change);
      else if (change.kind === "join") joins.push(change);
      else push(this.#brought, this.gaps.keyOf(change), change);
      if (change.kind === "move") this.moved.set(change.block, change);
    }
    for (const { block, into } of joins) this.#join(block, this.gaps.ownerOf(into), tree);
  }

  /** Is it moved, or shown with the words of what is? */
  departs(block: BlockId): boolean {
    return this.moved.has(block) || this.moved.has(this.joined.get(block) ?? "");
  }

  /** What comes behind a block, or to the beginning of its parent. */
  broughtAfter(parent: BlockId, after: BlockId | null): readonly Placing[] {
    return this.#brought.get(gapKey(parent, after)) ?? [];
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
      this.joined.set(guest.id, first);
    }
  }
}

function push<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** Where rows stand: in which blocks, outermost first, and whether in something that was moved there. */
interface Around {
  readonly within: readonly string[];
  readonly arrived: boolean;
}

const inside = (block: Block, { within, arrived }: Around): Around => ({ within: [...within, block.type], arrived });

function rowsIn(parent: Block, around: Around, marking: Marking): readonly RedlineBlock[] {
  const rows: RedlineBlock[] = [];
  let waiting = [...marking.broughtAfter(parent.id, null)];
  const bring = (): void => {
    for (const change of waiting) rows.push(...rowsOfBrought(change, around, marking));
    waiting = [];
  };
  for (const child of parent.children) {
    const leaves = marking.departs(child.id);
    const gone = leaves || marking.suppressed.has(child.id);
    if (leaves || !marking.joined.has(child.id)) {
      if (!gone) bring();
      // What was moved here with its parent is shown as it was where it stood.
      if (!gone) rows.push(...rowsOf(child, around, marking));
      else if (!around.arrived) rows.push(...rowsOfGone(child, around, marking));
    }
    waiting.push(...marking.broughtAfter(parent.id, child.id));
  }
  bring();
  return rows;
}

function rowsOfBrought(change: Placing, around: Around, marking: Marking): readonly RedlineBlock[] {
  if (change.kind === "insert") return rowsOfNew(sprout(change.node), around, marking);
  const block = marking.tree.blocks.get(change.block);
  if (!block) return [];
  const [first, ...rest] = rowsOf(block, { ...around, arrived: true }, marking);
  return first ? [{ ...first, moved: originOf(change, marking) }, ...rest] : [];
}

/** A new block, with what is moved into it. */
function rowsOfNew(block: Block, around: Around, marking: Marking): readonly RedlineBlock[] {
  if (block.words) return [wholeRow(block, around, "new", marking)];
  const within = inside(block, around);
  const broughtAfter = (after: BlockId | null): readonly RedlineBlock[] =>
    marking.broughtAfter(block.id, after).flatMap((change) => rowsOfBrought(change, within, marking));
  return [
    ...broughtAfter(null),
    ...block.children.flatMap((child) => [...rowsOfNew(child, within, marking), ...broughtAfter(child.id)]),
  ];
}

/** What stood here, suppressed or moved away, whatever else becomes of what it holds. */
function rowsOfGone(block: Block, around: Around, marking: Marking): readonly RedlineBlock[] {
  const status = marking.suppressed.has(block.id) ? "suppressed" : "departed";
  const rows = rowsAsTheyWere(block, around, status, marking);
  const change = marking.moved.get(block.id);
  const [first, ...rest] = rows;
  return change && first ? [{ ...first, moved: aimOf(change, marking) }, ...rest] : rows;
}

function rowsAsTheyWere(
  block: Block,
  around: Around,
  status: "suppressed" | "departed",
  marking: Marking,
): readonly RedlineBlock[] {
  if (block.words) return [wholeRow(block, around, status, marking)];
  return block.children.flatMap((child) =>
    marking.departs(child.id) || marking.suppressed.has(child.id)
      ? rowsOfGone(child, inside(block, around), marking)
      : rowsAsTheyWere(child, inside(block, around), status, marking),
  );
}

function rowsOf(block: Block, around: Around, marking: Marking): readonly RedlineBlock[] {
  if (!block.words) {
    const rows = rowsIn(block, inside(block, around), marking);
    const turned = marking.attrs.get(block.id);
    const [first, ...rest] = rows;
    if (!turned || !first) return rows;
    const listTurned = turned.after["ordered"] === true ? "ordered" : "bulleted";
    return [{ ...first, status: first.status === "kept" ? "changed" : first.status, listTurned }, ...rest];
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
  const status = around.arrived ? "arrived" : runs.every((run) => run.kind === "kept") ? "kept" : "changed";
  return [{ ...headOf(block, around, marking), status, runs }];
}

const textBlocksOf = (block: Block): readonly Block[] => (block.words ? [block] : block.children.flatMap(textBlocksOf));

const wholeRuns = { new: "inserted", suppressed: "deleted", departed: "kept" } as const;

/** A whole block that comes or goes: all its words one run. */
function wholeRow(block: Block, around: Around, status: keyof typeof wholeRuns, marking: Marking): RedlineBlock {
  const pieces = piecesOf(tokens(block));
  const runs = pieces.length > 0 ? [{ kind: wholeRuns[status], pieces }] : [];
  return { ...headOf(block, around, marking), status, runs };
}

function headOf(block: Block, { within }: Around, marking: Marking): Head {
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
    const words = inserted.filter(isWord);
    runs.push({ kind: "formatted", pieces: piecesOf(words), forms: formsOf(removed, words) });
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
