import { Mark } from "prosemirror-model";

import { canonicalJson, hashText, type Json } from "../journal/index.ts";
import { textSchema, type BlockId } from "../texts/index.ts";

/** A word, a run of blanks, one punctuation mark, or an inline atom; "l’" is a word of its own. */
export interface Token {
  readonly text: string;
  /** "" for plain words, else the canonical JSON of the marks in the schema's order. */
  readonly marks: string;
  /** An inline atom: `text` is then empty and its length is one. Its id takes no part in what is hashed. */
  readonly node?: InlineNode;
}

interface InlineNode {
  readonly type: string;
}

/** Inside an insertion: the block ends here and its remaining words go on in a new block of this type. */
export interface Break {
  readonly break: { readonly type: string; readonly attrs: Attrs };
}

/** Attributes of a block. Only a `Break` and an inserted node carry `id` among them. */
export type Attrs = { readonly [key: string]: Json };

/** Words of one block replaced. `from` and `to` count UTF-16 units in the base block, an inline atom one. */
export interface TextChange {
  readonly kind: "text";
  readonly block: BlockId;
  readonly from: number;
  readonly to: number;
  readonly removed: readonly Token[];
  readonly inserted: readonly (Token | Break)[];
}

/** The words of `block` are appended to `into`, which stands before it. */
export interface JoinChange {
  readonly kind: "join";
  readonly block: BlockId;
  readonly into: BlockId;
}

/**
 * A block and all that it holds is suppressed, but for what the same set moves out of it. `hash` is that of its JSON,
 * `subtree` its ids in document order, its own first: both without what is moved out, or joined to that.
 */
export interface DeleteChange {
  readonly kind: "delete";
  readonly block: BlockId;
  readonly hash: string;
  readonly subtree: readonly BlockId[];
}

/** What of `node` stands in the base already is not in it: it is moved into it. */
export interface InsertChange {
  readonly kind: "insert";
  readonly parent: BlockId;
  /** The sibling it stands after, or null for the first place. */
  readonly after: BlockId | null;
  readonly node: Json;
}

/** A block with all that it holds, and with the blocks that the same set splits off it, goes elsewhere and keeps its id. */
export interface MoveChange {
  readonly kind: "move";
  readonly block: BlockId;
  readonly parent: BlockId;
  readonly after: BlockId | null;
}

export interface AttrsChange {
  readonly kind: "attrs";
  readonly block: BlockId;
  readonly before: Attrs;
  readonly after: Attrs;
}

/**
 * One change between two documents. New blocks are named `+0`, `+1`… in document order, and `parent`, `after` and `into`
 * may name them; `doc` as a parent is the text itself.
 */
export type Change = TextChange | JoinChange | DeleteChange | InsertChange | MoveChange | AttrsChange;

/**
 * The canonical changes between a base and an amended text, in one order: words in document order, attributes, joins,
 * insertions and moves in document order, suppressions. Equal wishes are equal lists, however they were typed.
 */
export type ChangeSet = readonly Change[];

/** `altered`: it suppresses a block that has changed since. */
export type ChangeState = "live" | "satisfied" | "altered" | "fallen";

export const isBreak = (piece: Token | Break): piece is Break => "break" in piece;

export const newName = (ordinal: number): BlockId => `+${ordinal}`;

/** Names of blocks that exist only in a change set: no block of a text can bear one. */
export const isNewName = (id: BlockId): boolean => id.startsWith("+");

export const rootId = "doc";

/** The name of the block that a break begins. */
export function breakName(piece: Break): BlockId {
  const id = piece.break.attrs["id"];
  if (typeof id !== "string") throw new Error("A break without a name");
  return id;
}

/** What is stored, put to the vote and hashed (docs/record-format.md, "Change set"). */
export const changeSetBody = (changes: ChangeSet): string => canonicalJson(changes.map(changeJson));

export const changeSetHash = (changes: ChangeSet): string => hashText(changeSetBody(changes));

function changeJson(change: Change): Json {
  return change.kind === "text"
    ? { ...change, removed: change.removed.map(pieceJson), inserted: change.inserted.map(pieceJson) }
    : { ...change };
}

function pieceJson(piece: Token | Break): Json {
  if (isBreak(piece)) return { break: { type: piece.break.type, attrs: piece.break.attrs } };
  const { text, marks, node } = piece;
  return node ? { text, marks, node: { type: node.type } } : { text, marks };
}

/** A change set as it was stored. What does not have its form was not written by us: throws. */
export function parseChangeSet(body: string): ChangeSet {
  const list: unknown = JSON.parse(body);
  if (!Array.isArray(list) || !list.every(isChange)) throw new Error("Not a change set");
  return list;
}

const fields: Readonly<Record<string, (change: object) => boolean>> = {
  text: (change) => hasTexts(change, "block") && hasOffsets(change) && hasPieces(change, "removed", "inserted"),
  join: (change) => hasTexts(change, "block", "into"),
  delete: (change) => hasTexts(change, "block", "hash") && hasLists(change, "subtree"),
  insert: (change) => hasTexts(change, "parent") && isAnchor(Reflect.get(change, "after")) && "node" in change,
  move: (change) => hasTexts(change, "block", "parent") && isAnchor(Reflect.get(change, "after")),
  attrs: (change) => hasTexts(change, "block") && "before" in change && "after" in change,
};

function isChange(value: unknown): value is Change {
  if (typeof value !== "object" || value === null) return false;
  const kind: unknown = Reflect.get(value, "kind");
  return typeof kind === "string" && (fields[kind]?.(value) ?? false);
}

const hasTexts = (change: object, ...names: string[]): boolean =>
  names.every((name) => typeof Reflect.get(change, name) === "string");

const hasLists = (change: object, ...names: string[]): boolean =>
  names.every((name) => Array.isArray(Reflect.get(change, name)));

/** Words as they are drawn: each a text with marks of the schema, an atom, or a break that names the block it begins. */
const hasPieces = (change: object, ...names: string[]): boolean =>
  names.every((name) => {
    const list: unknown = Reflect.get(change, name);
    return Array.isArray(list) && list.every(isPiece);
  });

function isPiece(piece: unknown): boolean {
  if (typeof piece !== "object" || piece === null) return false;
  if ("break" in piece) {
    const { break: begun } = piece;
    return typeof begun === "object" && begun !== null && hasTexts(begun, "type") && "attrs" in begun;
  }
  if (!hasTexts(piece, "text", "marks")) return false;
  const marks = String(Reflect.get(piece, "marks"));
  return marks === "" || areMarks(marks);
}

function areMarks(json: string): boolean {
  try {
    const list: unknown = JSON.parse(json);
    return Array.isArray(list) && list.every((one) => Mark.fromJSON(textSchema, one) instanceof Mark);
  } catch {
    return false;
  }
}

const hasOffsets = (change: object): boolean =>
  ["from", "to"].every((name) => Number.isSafeInteger(Reflect.get(change, name)));

const isAnchor = (value: unknown): boolean => value === null || typeof value === "string";
