import type { Node, ResolvedPos } from "prosemirror-model";
import { Selection, TextSelection, type Command, type EditorState, type Transaction } from "prosemirror-state";

import { textSchema } from "../../shared/texts/index.ts";

/** On what a gesture acts: the paragraph (or item, or heading) that the cursor is in, or the article around it. */
export type Unit = "block" | "article";

export const gestures = ["add", "suppress", "up", "down"] as const;
export type Gesture = (typeof gestures)[number];

/** A block with its place: from `from` to `to` in the document, `index`th in its parent. */
interface Stretch {
  readonly node: Node;
  readonly parent: Node;
  readonly index: number;
  readonly from: number;
  readonly to: number;
}

const { article, articleTitle, paragraph, item } = textSchema.nodes;

/** The block or the article of the cursor; null where there is none: in a title, outside of every article. */
export function unitAt({ selection: { $from } }: EditorState, unit: Unit): Stretch | null {
  if (unit === "article") return $from.depth > 0 && $from.node(1).type === article ? stretchAt($from, 1) : null;
  if ($from.depth === 0 || !$from.parent.isTextblock) return null;
  if ($from.parent.type === articleTitle || $from.parent.type.name === "title") return null;
  return stretchAt($from, $from.node(-1).type === item ? $from.depth - 1 : $from.depth);
}

/**
 * One gesture, one transaction. Suppressed is what stands in the text, a part that would be left empty along with it; added
 * is an empty block right after, with the cursor in it; moved is the block itself, its ids kept. A paragraph at the edge of
 * its article goes over into the next one. False when there is nothing to act on, or nowhere to go.
 */
export const makeGesture = (gesture: Gesture, unit: Unit): Command => {
  switch (gesture) {
    case "add":
      return unit === "article" ? addArticle : addBlock;
    case "suppress":
      return (state, dispatch) => suppress(state, dispatch, unit);
    case "up":
      return (state, dispatch) => move(state, dispatch, { unit, by: -1 });
    case "down":
      return (state, dispatch) => move(state, dispatch, { unit, by: 1 });
    default:
      return gesture satisfies never;
  }
};

type Dispatch = ((transaction: Transaction) => void) | undefined;

const addArticle: Command = (state, dispatch) => {
  const { $from } = state.selection;
  if (!article || !articleTitle || !paragraph || $from.depth === 0) return false;
  const first = state.doc.child(0);
  const preamble = state.doc.maybeChild(1)?.type.name === "preamble" ? state.doc.child(1).nodeSize : 0;
  const at = Math.max($from.after(1), first.nodeSize + preamble);
  return insert(state, dispatch, at, article.create(null, [articleTitle.create(), paragraph.create()]));
};

const addBlock: Command = (state, dispatch) => {
  if (!paragraph || !item) return false;
  const { $from } = state.selection;
  if ($from.depth === 0 || !$from.parent.isTextblock) return false;
  const block = unitAt(state, "block");
  if (block) {
    const made = block.node.type === item ? item.create(null, paragraph.create()) : paragraph.create();
    return insert(state, dispatch, block.to, made);
  }
  // Below a title: into the preamble that follows it, if there is one.
  const after = $from.after();
  const into = state.doc.resolve(after).nodeAfter?.type.name === "preamble" ? after + 1 : after;
  return insert(state, dispatch, into, paragraph.create());
};

function insert(state: EditorState, dispatch: Dispatch, at: number, made: Node): boolean {
  if (!dispatch) return true;
  const transaction = state.tr.insert(at, made);
  transaction.setSelection(Selection.near(transaction.doc.resolve(at + 1)));
  dispatch(transaction.scrollIntoView());
  return true;
}

function suppress(state: EditorState, dispatch: Dispatch, unit: Unit): boolean {
  const found = unitAt(state, unit);
  if (!found) return false;
  if (!dispatch) return true;
  const { from, to } = whole(state.doc.resolve(found.from), found);
  const transaction = state.tr.delete(from, to);
  dispatch(transaction.setSelection(Selection.near(transaction.doc.resolve(from))).scrollIntoView());
  return true;
}

function move(state: EditorState, dispatch: Dispatch, { unit, by }: { unit: Unit; by: -1 | 1 }): boolean {
  const found = unitAt(state, unit);
  if (!found) return false;
  const moved = whole(state.doc.resolve(found.from), found);
  const at = placeBeside(state.doc, moved, by);
  if (at === null) return false;
  if (!dispatch) return true;
  const { anchor } = state.selection;
  const transaction = state.tr.delete(moved.from, moved.to);
  const to = transaction.mapping.map(at);
  transaction.insert(to, moved.node);
  const cursor = to + Math.min(Math.max(anchor - moved.from, 1), moved.node.nodeSize - 1);
  transaction.setSelection(TextSelection.near(transaction.doc.resolve(cursor)));
  dispatch(transaction.scrollIntoView());
  return true;
}

/** Where it goes, one place further: before or after its neighbour, or into the article beside its own. */
function placeBeside(doc: Node, { node, parent, index, from, to }: Stretch, by: -1 | 1): number | null {
  if (isHead(node)) return null;
  const first = parent.type === article ? 1 : parent === doc ? headSize(doc) : 0;
  const neighbour = index + by < first ? null : parent.maybeChild(index + by);
  const leaves = neighbour === null;
  if (leaves && parent.type !== article) return null;
  const beside = neighbour ?? besideParent(doc, from, by);
  const edge = leaves ? (by < 0 ? doc.resolve(from).before() : doc.resolve(from).after()) : by < 0 ? from : to;
  if (beside?.type === article && node.type !== article && mayStandIn(node)) {
    return by < 0 ? edge - 1 : edge + 1 + beside.child(0).nodeSize;
  }
  if (leaves) return beside === null || isHead(beside) ? null : edge;
  return neighbour === null ? null : edge + by * neighbour.nodeSize;
}

/** What stands before or after the article that holds this place. */
function besideParent(doc: Node, at: number, by: -1 | 1): Node | null {
  return doc.maybeChild(doc.resolve(at).index(0) + by);
}

/** The title and the preamble stay at the head. */
const isHead = ({ type }: Node): boolean => type.name === "title" || type.name === "preamble";
const headSize = (doc: Node): number => (doc.maybeChild(1)?.type.name === "preamble" ? 2 : 1);

const mayStandIn = (node: Node): boolean => node.type.isInGroup("block");

/** With the list, quotation or preamble that it is alone in. */
function whole($at: ResolvedPos, found: Stretch): Stretch {
  let stretch = found;
  for (let depth = $at.depth; depth > 0; depth--) {
    const around = $at.node(depth);
    if (around !== stretch.parent || around.childCount > 1 || around.type === article) break;
    stretch = stretchAt($at, depth);
  }
  return stretch;
}

function stretchAt($at: ResolvedPos, depth: number): Stretch {
  return {
    node: $at.node(depth),
    parent: $at.node(depth - 1),
    index: $at.index(depth - 1),
    from: $at.before(depth),
    to: $at.after(depth),
  };
}
