import { Fragment } from "prosemirror-model";

import type { Json } from "../journal/index.ts";
import { plainJson, repairedId, textSchema, type BlockId, type TextNode } from "../texts/index.ts";
import { isNewName, rootId, type Attrs } from "./change.ts";

/** A block of a text, to be found by its id and taken out, put elsewhere or filled anew. `words` only in a text block. */
export interface Block {
  readonly id: BlockId;
  readonly type: string;
  attrs: Attrs;
  parent: Block | null;
  children: Block[];
  words: Fragment | null;
}

/** A text as blocks by id. `blocks` holds them in document order when it was just planted; the root is `doc`. */
export interface Tree {
  readonly root: Block;
  readonly blocks: Map<BlockId, Block>;
}

/** `name` tells the id that a block is to bear in the tree; its own unless told. Ids must be unique. */
export function plant(doc: TextNode, name: (id: BlockId) => BlockId = (id) => id): Tree {
  const blocks = new Map<BlockId, Block>();
  const visit = (node: TextNode, parent: Block | null): Block => {
    const id = parent === null ? rootId : name(idOf(node));
    const block: Block = { id, type: node.type.name, attrs: attrsOf(node), parent, children: [], words: null };
    if (blocks.has(id)) throw new Error(`Two blocks are named ${id}`);
    blocks.set(id, block);
    if (node.isTextblock) block.words = node.content;
    else node.forEach((child) => block.children.push(visit(child, block)));
    return block;
  };
  const root = visit(doc, null);
  return { root, blocks };
}

export function idOf(node: TextNode): BlockId {
  const id: unknown = node.attrs["id"];
  if (typeof id !== "string") throw new Error(`A ${node.type.name} without an id`);
  return id;
}

const bare: Attrs = {};

function attrsOf(node: TextNode): Attrs {
  const attrs: Record<string, Json> = {};
  let some = false;
  for (const [key, value] of Object.entries(node.attrs)) {
    if (key === "id") continue;
    attrs[key] = plainJson(value);
    some = true;
  }
  return some ? attrs : bare;
}

export const siblingsOf = (block: Block): Block[] => {
  if (!block.parent) throw new Error("The text itself has no siblings");
  return block.parent.children;
};

/** What a block is told without, with all that it holds; nothing unless told. */
export type Without = (block: Block) => boolean;

const nothing: Without = () => false;

/** The block and all that it holds, in document order. */
export function subtreeOf(block: Block, without: Without = nothing): readonly BlockId[] {
  return [block.id, ...block.children.flatMap((child) => (without(child) ? [] : subtreeOf(child, without)))];
}

/** A block that is not yet in a tree, out of the JSON of an insertion. */
export function sprout(json: Json): Block {
  if (!isObject(json)) throw new Error("An inserted node is an object");
  const { type, attrs, content } = json;
  if (typeof type !== "string" || !isObject(attrs)) throw new Error("An inserted node has a type and attributes");
  const { id, ...rest } = attrs;
  if (typeof id !== "string") throw new Error("An inserted node has a name");
  const block: Block = { id, type, attrs: rest, parent: null, children: [], words: null };
  const parts = content ?? [];
  if (textSchema.nodes[type]?.isTextblock) {
    block.words = Fragment.fromJSON(textSchema, parts);
  } else {
    if (!isList(parts)) throw new Error("The content of a node is a list");
    for (const part of parts) {
      const child = sprout(part);
      child.parent = block;
      block.children.push(child);
    }
  }
  return block;
}

/** The JSON of a block as an insertion carries it: ids of inline atoms left out, they are given at adoption. */
export function blockJson(block: Block, without: Without = nothing): Json {
  const content = block.words
    ? plainJson(block.words.toJSON() ?? [])
    : block.children.flatMap((child) => (without(child) ? [] : [blockJson(child, without)]));
  const json = { type: block.type, attrs: { ...block.attrs, id: block.id } };
  if (!isList(content) || content.length === 0) return json;
  return { ...json, content: block.words ? content.map(withoutAttrs) : content };
}

function withoutAttrs(inline: Json): Json {
  if (!isObject(inline)) throw new Error("An inline node is an object");
  const { attrs: _, ...rest } = inline;
  return rest;
}

/** The ids that a change set got when it was adopted: its new blocks by their names in it, its inline atoms in order. */
export interface GivenIds {
  readonly names: ReadonlyMap<BlockId, BlockId>;
  readonly atoms: readonly BlockId[];
}

/** A document, and what the new blocks of the tree are called in it. */
export interface Harvest extends GivenIds {
  readonly doc: TextNode;
}

/**
 * The tree as a document. Blocks and inline atoms that have no id of their own get `<version>.<ordinal>` in document
 * order, as the authority would name them; those of an adoption that is made again those that it `gave`. May be invalid:
 * who applies a change set checks.
 */
export function harvest(tree: Tree, version: number, gave: GivenIds | null = null): Harvest {
  const names = new Map<BlockId, BlockId>();
  const atoms: BlockId[] = [];
  let ordinal = 1;
  const next = (): BlockId => {
    while (tree.blocks.has(repairedId(version, ordinal))) ordinal++;
    return repairedId(version, ordinal++);
  };
  const nameBlock = (name: BlockId): BlockId => (gave ? (gave.names.get(name) ?? laterId(version, name)) : next());
  const fresh = (): BlockId => {
    const id = gave ? (gave.atoms[atoms.length] ?? laterId(version, `a${atoms.length}`)) : next();
    atoms.push(id);
    return id;
  };
  const visit = (block: Block): TextNode => {
    const type = textSchema.nodes[block.type];
    if (!type) throw new Error(`No ${block.type} in a text`);
    if (!block.parent) return type.create(null, block.children.map(visit));
    const id = isNewName(block.id) ? nameBlock(block.id) : block.id;
    if (id !== block.id) names.set(block.id, id);
    return type.create(
      { ...block.attrs, id },
      block.words ? nameInline(block.words, fresh) : block.children.map(visit),
    );
  };
  return { doc: visit(tree.root), names, atoms };
}

/** Of what an adoption brings only now that another was undone: `7.n0` for the `+0` of what version 7 adopted. */
const laterId = (version: number, name: string): BlockId => `${version}.${name.replace("+", "n")}`;

function nameInline(words: Fragment, fresh: () => BlockId): Fragment {
  let unnamed = false;
  words.forEach((node) => {
    if (!node.isText && idOf(node) === "") unnamed = true;
  });
  if (!unnamed) return words;
  const nodes: TextNode[] = [];
  words.forEach((node) => {
    nodes.push(
      node.isText || idOf(node) !== "" ? node : node.type.create({ ...node.attrs, id: fresh() }, null, node.marks),
    );
  });
  return Fragment.from(nodes);
}

const isObject = (value: Json | undefined): value is { readonly [key: string]: Json } =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
