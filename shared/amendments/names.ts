import type { Json } from "../journal/index.ts";
import type { BlockId } from "../texts/index.ts";
import { breakName, isBreak, type Break, type Change, type Token } from "./change.ts";
import { sprout, subtreeOf } from "./tree.ts";

/** The names of the blocks that a change brings, in document order. */
export function newNamesIn(change: Change): readonly BlockId[] {
  if (change.kind === "insert") return subtreeOf(sprout(change.node));
  if (change.kind !== "text") return [];
  return change.inserted.flatMap((piece) => (isBreak(piece) ? [breakName(piece)] : []));
}

/** The same change with each block called otherwise, those that it brings included. */
export function mapNames(change: Change, name: (id: BlockId) => BlockId): Change {
  const called = (id: BlockId | null): BlockId | null => (id === null ? null : name(id));
  switch (change.kind) {
    case "text":
      return { ...change, inserted: change.inserted.map((piece) => calledPiece(piece, name)) };
    case "join":
      return { ...change, into: name(change.into) };
    case "insert":
      return {
        ...change,
        parent: name(change.parent),
        after: called(change.after),
        node: calledNode(change.node, name),
      };
    case "move":
      return { ...change, parent: name(change.parent), after: called(change.after) };
    case "delete":
    case "attrs":
      return change;
    default:
      return change satisfies never;
  }
}

function calledPiece(piece: Token | Break, name: (id: BlockId) => BlockId): Token | Break {
  if (!isBreak(piece)) return piece;
  const { type, attrs } = piece.break;
  return { break: { type, attrs: { ...attrs, id: name(breakName(piece)) } } };
}

function calledNode(node: Json, name: (id: BlockId) => BlockId): Json {
  if (Array.isArray(node)) return node.map((part) => calledNode(part, name));
  if (!isObject(node)) return node;
  const { attrs, content, ...rest } = node;
  const id = isObject(attrs) ? attrs["id"] : undefined;
  return {
    ...rest,
    ...(isObject(attrs) ? { attrs: typeof id === "string" ? { ...attrs, id: name(id) } : attrs } : {}),
    ...(content === undefined ? {} : { content: calledNode(content, name) }),
  };
}

const isObject = (value: Json | undefined): value is { readonly [key: string]: Json } =>
  typeof value === "object" && value !== null && !Array.isArray(value);
