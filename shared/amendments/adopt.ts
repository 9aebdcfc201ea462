import { Fragment, Slice } from "prosemirror-model";
import { AttrStep, ReplaceStep, type Step } from "prosemirror-transform";

import { assertNever, ok, type Result } from "../refusals.ts";
import { textSchema, type BlockId, type TextNode } from "../texts/index.ts";
import { applyAndName, inOrder } from "./apply.ts";
import {
  isBreak,
  rootId,
  type Break,
  type Change,
  type ChangeSet,
  type InsertChange,
  type MoveChange,
  type TextChange,
  type Token,
} from "./change.ts";
import { Gaps, nameOf, nodesIn, type Placing } from "./gaps.ts";
import { wordsOf } from "./tokens.ts";
import { idOf, type Harvest } from "./tree.ts";

/** The commit by which adopted words enter a text: its steps, the document after them, and the ids that it gave. */
export interface AdoptionCommit extends Harvest {
  readonly steps: readonly Step[];
}

/**
 * The steps that adopt `changes` (already carried to `head`) as version `version`: words from right to left, attributes,
 * joins, insertions and moves in document order, suppressions last. What they give is exactly `apply(head, changes, version)`, new
 * blocks named by that version. Where one change alone would pass through a text that may not stand, one step replaces
 * the part of the text that differs. Refuses as `apply` does.
 */
export function adoptionCommit(head: TextNode, changes: ChangeSet, version: number): Result<AdoptionCommit> {
  const target = applyAndName(head, changes, version);
  if (!target.ok) return target;
  const { doc } = target.value;
  return ok({ ...target.value, steps: stepByStep(head, changes, target.value) ?? [replaceDifference(head, doc)] });
}

function stepByStep(head: TextNode, changes: ChangeSet, target: Harvest): readonly Step[] | null {
  const steps: Step[] = [];
  const gaps = new Gaps(changes);
  let doc = head;
  for (const change of inOrder(changes)) {
    const next = change.kind === "move" ? moveSteps(change, gaps, doc, target) : stepOf(change, doc, target);
    if (next === "done") continue;
    if (!next) return null;
    for (const step of Array.isArray(next) ? next : [next]) {
      const after = applyStep(step, doc);
      if (!after) return null;
      steps.push(step);
      doc = after;
    }
  }
  return doc.eq(target.doc) ? steps : null;
}

function applyStep(step: Step, doc: TextNode): TextNode | null {
  try {
    return step.apply(doc).doc;
  } catch {
    return null;
  }
}

/** Null: this change cannot be said as one step here. "done": an earlier step did it. */
function stepOf(change: Exclude<Change, MoveChange>, doc: TextNode, target: Harvest): Step | "done" | null {
  const find = (id: BlockId): Found | null => findBlock(doc, target.names.get(id) ?? id);
  switch (change.kind) {
    case "text":
      return wordStep(change, find(change.block), target);
    case "attrs": {
      const found = find(change.block);
      const [key] = Object.keys(change.after).filter((name) => change.after[name] !== change.before[name]);
      return found && key !== undefined ? new AttrStep(found.pos, key, change.after[key]) : null;
    }
    case "join": {
      const block = find(change.block);
      const into = find(change.into);
      return block && into ? new ReplaceStep(into.pos + into.node.nodeSize - 1, block.pos + 1, Slice.empty) : null;
    }
    case "insert":
      return insertStep(change, find, target);
    case "delete": {
      const found = find(change.block);
      return found ? new ReplaceStep(found.pos, found.pos + found.node.nodeSize, Slice.empty) : "done";
    }
    default:
      return assertNever(change);
  }
}

interface Found {
  readonly node: TextNode;
  readonly pos: number;
}

function findBlock(doc: TextNode, id: BlockId): Found | null {
  let found: Found | null = null;
  doc.descendants((node, pos) => {
    if (!node.isText && idOf(node) === id) found = { node, pos };
    return found === null && !node.isTextblock;
  });
  return found;
}

/** Words with an inline atom are left to the wide step: the atom's id is known only in the whole. */
function wordStep({ from, to, inserted }: TextChange, found: Found | null, target: Harvest): Step | null {
  if (!found || inserted.some((piece) => !isBreak(piece) && piece.node)) return null;
  const parts: TextNode[] = [];
  let begins: Break | null = null;
  let run: Token[] = [];
  const flush = (): void => {
    parts.push(begins ? partOf(begins, run, target) : found.node.copy(wordsOf(run)));
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
  const start = found.pos + 1;
  const slice = begins ? new Slice(Fragment.from(parts), 1, 1) : new Slice(wordsOf(inserted.filter(isWord)), 0, 0);
  return new ReplaceStep(start + from, start + to, slice);
}

const isWord = (piece: Token | Break): piece is Token => !isBreak(piece);

function partOf({ break: { type, attrs } }: Break, run: readonly Token[], target: Harvest): TextNode {
  const id = typeof attrs["id"] === "string" ? (target.names.get(attrs["id"]) ?? "") : "";
  return textSchema.node(type, { ...attrs, id }, wordsOf(run));
}

function insertStep(change: InsertChange, find: (id: BlockId) => Found | null, target: Harvest): Step | null {
  const newcomer = findBlock(target.doc, target.names.get(nameOf(change.node)) ?? "");
  const pos = placeIn(change, find);
  if (!newcomer || pos === null) return null;
  const own = new Set(nodesIn(change.node).map(({ name }) => target.names.get(name)));
  const node = onlyNew(newcomer.node, own);
  return new ReplaceStep(pos, pos, new Slice(Fragment.from(node), 0, 0));
}

/** It comes to its new place, then leaves the old one: a text has it twice only between two steps of one commit. */
function moveSteps(change: MoveChange, gaps: Gaps, doc: TextNode, target: Harvest): readonly Step[] | null {
  const find = (id: BlockId): Found | null => findBlock(doc, target.names.get(id) ?? id);
  const found = [change.block, ...gaps.partsOf(change.block)].flatMap((id) => find(id) ?? []);
  const pos = placeIn(change, find);
  const from = found[0]?.pos;
  if (pos === null || from === undefined) return null;
  const content = Fragment.from(found.map(({ node }) => node));
  const to = from + content.size;
  if (pos >= from && pos <= to) return [];
  const away = pos < from ? content.size : 0;
  return [new ReplaceStep(pos, pos, new Slice(content, 0, 0)), new ReplaceStep(from + away, to + away, Slice.empty)];
}

/** Where what goes into that parent, behind that sibling, begins. */
function placeIn({ parent, after }: Placing, find: (id: BlockId) => Found | null): number | null {
  if (after !== null) {
    const before = find(after);
    return before && before.pos + before.node.nodeSize;
  }
  const container = parent === rootId ? -1 : find(parent)?.pos;
  return container === undefined ? null : container + 1;
}

/** A block as it comes: without what is moved into it. */
function onlyNew(node: TextNode, own: ReadonlySet<BlockId | undefined>): TextNode {
  if (node.isTextblock) return node;
  const children: TextNode[] = [];
  node.forEach((child) => {
    if (own.has(idOf(child))) children.push(onlyNew(child, own));
  });
  return node.copy(Fragment.from(children));
}

/** One step that replaces the children of `head`, from the first to the last, that differ from those of `target`. */
export function replaceDifference(head: TextNode, target: TextNode): Step {
  let first = 0;
  const most = Math.min(head.childCount, target.childCount);
  while (first < most && head.child(first).eq(target.child(first))) first++;
  let last = 0;
  while (last < most - first && head.child(head.childCount - 1 - last).eq(target.child(target.childCount - 1 - last)))
    last++;
  const come: TextNode[] = [];
  for (let k = first; k < target.childCount - last; k++) come.push(target.child(k));
  const from = sizeOfChildren(head, 0, first);
  const to = from + sizeOfChildren(head, first, head.childCount - last);
  return new ReplaceStep(from, to, new Slice(Fragment.from(come), 0, 0));
}

function sizeOfChildren(doc: TextNode, from: number, to: number): number {
  let size = 0;
  for (let k = from; k < to; k++) size += doc.child(k).nodeSize;
  return size;
}
