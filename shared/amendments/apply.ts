import { Fragment } from "prosemirror-model";

import { assertNever, ok, refuse, type Result } from "../refusals.ts";
import { inspectText, textSchema, type BlockId, type TextNode } from "../texts/index.ts";
import {
  breakName,
  isBreak,
  type Attrs,
  type Break,
  type Change,
  type ChangeSet,
  type DeleteChange,
  type MoveChange,
  type TextChange,
  type Token,
} from "./change.ts";
import { Gaps } from "./gaps.ts";
import { sameWords, wordsOf } from "./tokens.ts";
import { harvest, plant, siblingsOf, sprout, type Block, type GivenIds, type Harvest, type Tree } from "./tree.ts";

/**
 * The amended text: `changes` made on the document they were made for. New blocks are named as `version` would name them.
 * Refuses not-adoptable when a change does not find what it changes, or when the result is no valid text.
 */
export function apply(base: TextNode, changes: ChangeSet, version: number): Result<TextNode> {
  const applied = applyAndName(base, changes, version);
  return applied.ok ? ok(applied.value.doc) : applied;
}

/** The same with the ids that the new blocks got: those that they `gave` when this was adopted before. */
export function applyAndName(
  base: TextNode,
  changes: ChangeSet,
  version: number,
  gave: GivenIds | null = null,
): Result<Harvest> {
  const tree = plant(base);
  if (!applyToTree(tree, changes)) return refuse("not-adoptable", "misplaced");
  const harvested = harvest(tree, version, gave);
  return inspectText(harvested.doc) === null ? ok(harvested) : refuse("not-adoptable", "invalid");
}

/** Makes the changes in `tree`; false, the tree being spoilt, when one does not find what it changes. */
export function applyToTree(tree: Tree, changes: ChangeSet): boolean {
  const gaps = new Gaps(changes);
  return inOrder(changes).every((change) => make(tree, change, gaps)) && pruneEmptied(tree, changes);
}

/**
 * Words from right to left, so that the offsets of a block stay true; the rest as it stands, so that what is brought or moved
 * finds in place what it goes into and after; suppressions last.
 */
export function inOrder(changes: ChangeSet): ChangeSet {
  const texts = changes.filter((change) => change.kind === "text");
  const places = new Map(texts.map((change, k) => [change, k]));
  const place = (change: TextChange): number => places.get(change) ?? 0;
  const words = [...texts].sort((a, b) => b.from - a.from || b.to - a.to || place(b) - place(a));
  const rank = { text: 0, attrs: 1, join: 2, insert: 3, move: 3, delete: 4 } as const;
  const others = changes.filter((change) => change.kind !== "text").sort((a, b) => rank[a.kind] - rank[b.kind]);
  return [...words, ...others];
}

function make(tree: Tree, change: Change, gaps: Gaps): boolean {
  switch (change.kind) {
    case "text":
      return replaceWords(tree, change);
    case "attrs": {
      const block = tree.blocks.get(change.block);
      if (!block || !sameAttrs(block.attrs, change.before)) return false;
      block.attrs = change.after;
      return true;
    }
    case "join":
      return join(tree, change.block, change.into);
    case "insert":
      return put(tree, sprout(change.node), change.parent, change.after);
    case "move":
      return move(tree, change, gaps.partsOf(change.block));
    case "delete":
      return remove(tree, change);
    default:
      return assertNever(change);
  }
}

function replaceWords(tree: Tree, { block: id, from, to, removed, inserted }: TextChange): boolean {
  const block = tree.blocks.get(id);
  if (!block?.words || from > to || to > block.words.size) return false;
  if (!sameWords(block.words.cut(from, to), wordsOf(removed))) return false;
  const pieces = splitAtBreaks(inserted);
  const tail = block.words.cut(to);
  const [first, ...rest] = pieces;
  block.words = block.words.cut(0, from).append(first?.words ?? Fragment.empty);
  let last = block;
  for (const piece of rest) {
    const { id: _, ...attrs } = piece.begins.break.attrs;
    const next: Block = {
      id: breakName(piece.begins),
      type: piece.begins.break.type,
      attrs,
      parent: null,
      children: [],
      words: piece.words,
    };
    if (!put(tree, next, block.parent?.id ?? "", last.id)) return false;
    last = next;
  }
  last.words = (last.words ?? Fragment.empty).append(tail);
  return true;
}

type Stretch = { readonly begins: Break; readonly words: Fragment };

/** What is inserted before the first break, then what each break begins. */
function splitAtBreaks(inserted: readonly (Token | Break)[]): readonly [{ words: Fragment }, ...Stretch[]] {
  const stretches: Stretch[] = [];
  let head: Fragment | null = null;
  let begins: Break | null = null;
  let run: Token[] = [];
  const flush = (): void => {
    if (begins) stretches.push({ begins, words: wordsOf(run) });
    else head = wordsOf(run);
    run = [];
  };
  for (const piece of inserted) {
    if (!isBreak(piece)) {
      run.push(piece);
      continue;
    }
    flush();
    begins = piece;
  }
  flush();
  return [{ words: head ?? Fragment.empty }, ...stretches];
}

function join(tree: Tree, id: string, into: string): boolean {
  const block = tree.blocks.get(id);
  const target = tree.blocks.get(into);
  if (!block?.words || !target?.words || block.parent !== target.parent) return false;
  const siblings = siblingsOf(block);
  if (siblings.indexOf(target) > siblings.indexOf(block)) return false;
  target.words = target.words.append(block.words);
  take(block);
  tree.blocks.delete(id);
  return true;
}

function put(tree: Tree, block: Block, parentId: string, after: string | null): boolean {
  const parent = tree.blocks.get(parentId);
  if (!parent || parent.words || within(parent, block)) return false;
  const place = after === null ? 0 : 1 + parent.children.findIndex((child) => child.id === after);
  if (after !== null && place === 0) return false;
  parent.children.splice(place, 0, block);
  block.parent = parent;
  return enter(tree, block);
}

/** Never into itself: `put` refuses what would no longer hang on the text. */
function move(tree: Tree, { block, parent, after }: MoveChange, parts: readonly BlockId[]): boolean {
  let behind = after;
  for (const id of [block, ...parts]) {
    const one = tree.blocks.get(id);
    if (!one?.parent || !take(one) || !put(tree, one, parent, behind)) return false;
    behind = id;
  }
  return true;
}

const within = (block: Block | null, outer: Block): boolean =>
  block !== null && (block === outer || within(block.parent, outer));

function enter(tree: Tree, block: Block): boolean {
  const known = tree.blocks.get(block.id);
  if (known && known !== block) return false;
  tree.blocks.set(block.id, block);
  return block.children.every((child) => enter(tree, child));
}

function take(block: Block): boolean {
  const siblings = siblingsOf(block);
  siblings.splice(siblings.indexOf(block), 1);
  return true;
}

function remove(tree: Tree, change: DeleteChange): boolean {
  const block = tree.blocks.get(change.block);
  if (!block) return false;
  take(block);
  forget(tree, block);
  return true;
}

function forget(tree: Tree, block: Block): void {
  tree.blocks.delete(block.id);
  for (const child of block.children) forget(tree, child);
}

/** A list, a quotation or a preamble of which the last part was suppressed goes with it: none may stand empty. */
function pruneEmptied(tree: Tree, changes: ChangeSet): boolean {
  if (!changes.some((change) => change.kind === "delete" || change.kind === "move")) return true;
  const visit = (block: Block): void => {
    for (const child of block.children.slice()) visit(child);
    if (block.parent && !block.words && block.children.length === 0 && !mayStandEmpty(block)) {
      take(block);
      forget(tree, block);
    }
  };
  visit(tree.root);
  return true;
}

const mayStandEmpty = (block: Block): boolean => textSchema.nodes[block.type]?.contentMatch.validEnd ?? true;

const sameAttrs = (a: Attrs, b: Attrs): boolean =>
  Object.keys(a).length === Object.keys(b).length && Object.entries(a).every(([key, value]) => b[key] === value);

/** Are these the same blocks with the same names, words and marks? */
export function sameTree(a: Block, b: Block): boolean {
  if (a.id !== b.id || a.type !== b.type || !sameAttrs(a.attrs, b.attrs)) return false;
  if (a.words || b.words) return a.words !== null && b.words !== null && sameWords(a.words, b.words);
  return a.children.length === b.children.length && a.children.every((child, k) => sameChild(child, b.children[k]));
}

const sameChild = (child: Block, other: Block | undefined): boolean => other !== undefined && sameTree(child, other);
