import { Fragment, type Node, type NodeRange } from "prosemirror-model";
import { EditorState, type Command, type Transaction } from "prosemirror-state";
import { liftTarget } from "prosemirror-transform";

import { textSchema } from "../../../shared/texts/index.ts";

/** What a paragraph can be made. An article is named by its title. */
export const kinds = ["paragraph", "heading", "article", "list", "ordered", "quote"] as const;
export type Kind = (typeof kinds)[number];

export const isKind = (value: string): value is Kind => kinds.some((kind) => kind === value);

const { heading, article, articleTitle, paragraph, list, item, quote } = textSchema.nodes;

/** The kind of the block that the cursor is in. */
export function kindAt(state: EditorState): Kind | "title" | null {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth--) {
    const { type, attrs } = $from.node(depth);
    if (type === list) return attrs["ordered"] === true ? "ordered" : "list";
    if (type === quote) return "quote";
    if (type === articleTitle) return "article";
    if (type === heading) return "heading";
    if (type.name === "title") return "title";
  }
  return $from.depth > 0 ? "paragraph" : null;
}

/** Makes the selected blocks another kind. Their words keep their ids; what others write in them meanwhile stays. */
export function setKind(kind: Kind): Command {
  return (state, dispatch) => {
    const transaction = changeKind(state, kind);
    if (!transaction) return false;
    dispatch?.(transaction.scrollIntoView());
    return true;
  };
}

function changeKind(state: EditorState, kind: Kind): Transaction | null {
  const from = kindAt(state);
  if (from === null || from === "title" || from === kind) return null;
  if ((from === "list" || from === "ordered") && (kind === "list" || kind === "ordered")) return orderList(state, kind);
  const plain = toParagraphs(state, from);
  if (kind === "paragraph" || !plain) return plain;
  const so = EditorState.create({ doc: plain.doc, selection: plain.selection });
  return fromParagraphs(so, plain, kind);
}

function orderList(state: EditorState, kind: "list" | "ordered"): Transaction | null {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth--) {
    if ($from.node(depth).type === list)
      return state.tr.setNodeAttribute($from.before(depth), "ordered", kind === "ordered");
  }
  return null;
}

/** First back to paragraphs, whatever it was. */
function toParagraphs(state: EditorState, from: Kind): Transaction | null {
  const { $from, $to } = state.selection;
  const transaction = state.tr;
  if (from === "paragraph") return transaction;
  if (from === "heading") {
    return paragraph ? transaction.setBlockType($from.pos, $to.pos, paragraph, sameId) : null;
  }
  if (from === "article") return dissolveArticle(state);
  const range = $from.blockRange($to);
  const target = range && liftTarget(range);
  return range && target !== null && target !== undefined ? transaction.lift(range, target) : null;
}

/** The same transaction, with more steps. `state` is what it has made so far. */
function fromParagraphs(state: EditorState, transaction: Transaction, kind: Kind): Transaction | null {
  const { $from, $to } = state.selection;
  const range = $from.blockRange($to);
  if (!range || !heading || !list || !item || !quote) return null;
  switch (kind) {
    case "heading":
      return range.depth === 0 ? transaction.setBlockType($from.pos, $to.pos, heading, sameId) : null;
    case "article":
      return range.depth === 0 ? gatherArticle(transaction, range) : null;
    case "quote":
      return transaction.wrap(range, [{ type: quote }]);
    case "list":
    case "ordered":
      return wrapEach(transaction, range, kind === "ordered");
    case "paragraph":
      return transaction;
    default:
      return null;
  }
}

/** Each paragraph becomes an item of one list. */
function wrapEach(transaction: Transaction, range: NodeRange, ordered: boolean): Transaction | null {
  if (!list || !item) return null;
  const { parent, startIndex, endIndex, start } = range;
  const places: number[] = [];
  for (let i = startIndex, at = start; i < endIndex; at += parent.child(i).nodeSize, i++) {
    if (parent.child(i).type === paragraph) places.push(at);
  }
  for (const at of [...places].reverse()) {
    const inner = transaction.doc.resolve(at + 1).blockRange();
    if (inner) transaction.wrap(inner, [{ type: list, attrs: { ordered } }, { type: item }]);
  }
  // Between two items wrapped apart there are four tokens more for each one before.
  for (let i = places.length - 1; i > 0; i--) {
    const seam = (places[i] ?? 0) + 4 * i;
    if (transaction.doc.resolve(seam).nodeBefore?.type === list) transaction.join(seam);
  }
  return transaction;
}

/** The block becomes the title of an article, which takes the paragraphs that follow, up to the next heading or article. */
function gatherArticle(transaction: Transaction, range: NodeRange): Transaction | null {
  const first = range.parent.maybeChild(range.startIndex);
  if (!first || !article || !articleTitle || first.type !== paragraph) return null;
  const taken: Node[] = [];
  let end = range.start + first.nodeSize;
  for (let i = range.startIndex + 1; i < range.parent.childCount; i++) {
    const next = range.parent.child(i);
    if (next.type === article || next.type === heading) break;
    taken.push(next);
    end += next.nodeSize;
  }
  const title = articleTitle.create(sameId(first), plainWords(first));
  return transaction.replaceWith(range.start, end, article.create(null, [title, ...taken]));
}

/** The article's title becomes a paragraph, followed by what the article held. */
export function dissolveArticle(state: EditorState): Transaction | null {
  const { $from } = state.selection;
  if ($from.depth < 2 || $from.node(1).type !== article || !paragraph) return null;
  const whole = $from.node(1);
  const title = paragraph.create(sameId(whole.child(0)), whole.child(0).content);
  const rest: Node[] = [];
  for (let i = 1; i < whole.childCount; i++) rest.push(whole.child(i));
  return state.tr.replaceWith($from.before(1), $from.after(1), [title, ...rest]);
}

/** A title holds neither bold nor links nor line breaks: the words stay. */
const plainWords = (node: Node): Fragment => {
  const text = node.textBetween(0, node.content.size, " ", " ");
  return text === "" ? Fragment.empty : Fragment.from(textSchema.text(text));
};

function sameId(node: Node): { readonly id: unknown } {
  const id: unknown = node.attrs["id"];
  return { id };
}
