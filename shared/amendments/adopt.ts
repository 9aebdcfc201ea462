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
  type TextChange,
  type Token,
} from "./change.ts";
import { nameOf } from "./gaps.ts";
import { wordsOf } from "./tokens.ts";
import { idOf, type Harvest } from "./tree.ts";

/** The commit by which adopted words enter a text: its steps, the document after them, and the ids that it gave. */
export interface AdoptionCommit extends Harvest {
  readonly steps: readonly Step[];
}

/**
 * The steps that adopt `changes` (already carried to `head`) as version `version`: words from right to left, attributes,
 * joins, insertions in document order, suppressions last. What they give is exactly `apply(head, changes, version)`, new
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
  let doc = head;
  for (const change of inOrder(changes)) {
    const step = stepOf(change, doc, target);
    if (step === "done") continue;
    const after = step && applyStep(step, doc);
    if (!step || !after) return null;
    steps.push(step);
    doc = after;
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
function stepOf(change: Change, doc: TextNode, target: Harvest): Step | "done" | null {
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
    case "move":
      return null;
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
  const parent = change.parent === rootId ? -1 : find(change.parent)?.pos;
  if (!newcomer || parent === undefined) return null;
  const before = change.after === null ? null : find(change.after);
  if (change.after !== null && !before) return null;
  const pos = before ? before.pos + before.node.nodeSize : parent + 1;
  return new ReplaceStep(pos, pos, new Slice(Fragment.from(newcomer.node), 0, 0));
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
