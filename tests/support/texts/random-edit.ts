import { liftTarget, canJoin, canSplit, findWrapping } from "prosemirror-transform";
import type { EditorState, Transaction } from "prosemirror-state";

import { textSchema } from "../../../shared/texts/index.ts";
import { below, pick, randomMarks, randomWords, type Random } from "./random-text.ts";

/**
 * One thing that somebody does at a desk: words typed, erased, replaced across blocks; a block split, joined, wrapped,
 * lifted; marks; a copy pasted elsewhere; an article begun. Returns null when what was drawn cannot be done there.
 * `word` is a word that nobody else ever types: whoever looks for it afterwards knows whether it arrived, and once.
 */
export function randomEdit(state: EditorState, random: Random, word: () => string): Transaction | null {
  try {
    const transaction = pick(random, edits)(state, random, word);
    transaction?.doc.check();
    return transaction;
  } catch {
    return null;
  }
}

type Edit = (state: EditorState, random: Random, word: () => string) => Transaction | null;

const typeWord: Edit = (state, random, word) => state.tr.insertText(` ${word()} `, placeBetweenWords(state, random));

const typeLetters: Edit = (state, random) => {
  const at = placeBetweenWords(state, random);
  const transaction = state.tr;
  for (const [i, letter] of Array.from(` ${randomWords(random, 1)}`).entries()) transaction.insertText(letter, at + i);
  return transaction;
};

const eraseInBlock: Edit = (state, random) => {
  const { start, size } = pick(random, blocksOfWords(state));
  const [from, to] = [
    wholeCharacter(state, start + below(random, size + 1)),
    wholeCharacter(state, start + below(random, size + 1)),
  ];
  return state.tr.delete(Math.min(from, to), Math.max(from, to));
};

const replaceAcross: Edit = (state, random, word) => {
  const from = placeBetweenWords(state, random);
  const to = wholeCharacter(state, Math.min(from + below(random, 60), state.doc.content.size - 1));
  return random() < 0.5 ? state.tr.deleteRange(from, to) : state.tr.replaceWith(from, to, textSchema.text(word()));
};

const split: Edit = (state, random) => {
  const at = placeBetweenWords(state, random);
  return canSplit(state.doc, at) ? state.tr.split(at) : null;
};

const beginBlock: Edit = (state, random, word) => {
  const { start } = pick(random, blocksOfWords(state));
  return state.tr.insert(start - 1, textSchema.node("paragraph", { id: "" }, [textSchema.text(word())]));
};

const join: Edit = (state, random) => {
  const { start, size } = pick(random, blocksOfWords(state));
  return canJoin(state.doc, start + size + 1) ? state.tr.join(start + size + 1) : null;
};

const mark: Edit = (state, random) => {
  const { start, size } = pick(random, blocksOfWords(state));
  const ends = [
    wholeCharacter(state, start + below(random, size + 1)),
    wholeCharacter(state, start + below(random, size + 1)),
  ];
  const [from, to] = [Math.min(...ends), Math.max(...ends)];
  const chosen = randomMarks(random)[0] ?? textSchema.mark("strong");
  return random() < 0.6 ? state.tr.addMark(from, to, chosen) : state.tr.removeMark(from, to, chosen.type);
};

const paste: Edit = (state, random) => {
  const from = placeBetweenWords(state, random);
  const slice = state.doc.slice(
    from,
    wholeCharacter(state, Math.min(from + below(random, 80), state.doc.content.size - 1)),
  );
  const to = placeBetweenWords(state, random);
  return random() < 0.5 ? state.tr.replaceRange(to, to, slice) : state.tr.replace(to, to, slice);
};

const wrap: Edit = (state, random) => {
  const at = placeBetweenWords(state, random);
  const range = state.doc.resolve(at).blockRange();
  const type = textSchema.nodes[pick(random, ["list", "quote", "article"])];
  const wrapping = range && type && findWrapping(range, type);
  return range && wrapping ? state.tr.wrap(range, wrapping) : null;
};

const lift: Edit = (state, random) => {
  const range = state.doc.resolve(placeBetweenWords(state, random)).blockRange();
  const target = range ? liftTarget(range) : null;
  return range && target !== null ? state.tr.lift(range, target) : null;
};

const eraseBlock: Edit = (state, random) => {
  const { start, size } = pick(random, blocksOfWords(state));
  return state.tr.deleteRange(start - 1, start + size + 1);
};

const beginArticle: Edit = (state, random, word) => {
  const at = pick(random, partEnds(state));
  const title = textSchema.node("articleTitle", { id: "" }, [textSchema.text(word())]);
  return state.tr.insert(at, textSchema.node("article", { id: "" }, [title, textSchema.node("paragraph", { id: "" })]));
};

const orderList: Edit = (state, random) => {
  const lists: number[] = [];
  state.doc.descendants((node, at) => {
    if (node.type.name === "list") lists.push(at);
  });
  const at = pick(random, lists);
  return state.tr.setNodeAttribute(at, "ordered", state.doc.nodeAt(at)?.attrs["ordered"] !== true);
};

const edits: readonly Edit[] = [
  typeWord,
  typeWord,
  typeWord,
  typeWord,
  typeLetters,
  typeLetters,
  eraseInBlock,
  eraseInBlock,
  replaceAcross,
  split,
  split,
  beginBlock,
  join,
  join,
  mark,
  mark,
  paste,
  paste,
  wrap,
  lift,
  eraseBlock,
  beginArticle,
  orderList,
];

function blocksOfWords(state: EditorState): readonly { start: number; size: number }[] {
  const blocks: { start: number; size: number }[] = [];
  state.doc.descendants((node, at) => {
    if (node.isTextblock) blocks.push({ start: at + 1, size: node.content.size });
  });
  return blocks;
}

function partEnds(state: EditorState): readonly number[] {
  const ends: number[] = [];
  state.doc.forEach((node, at) => ends.push(at + node.nodeSize));
  return ends;
}

/** A place in some block that no word is cut by. */
function placeBetweenWords(state: EditorState, random: Random): number {
  const { start, size } = pick(random, blocksOfWords(state));
  let at = below(random, size + 1);
  const text = state.doc.textBetween(start, start + size, "", "\n");
  while (at > 0 && at < text.length && text[at - 1] !== " " && text[at] !== " ") at--;
  return start + at;
}

/** The same place, or one before when it would cut a pair of surrogates: no browser puts a cursor there. */
function wholeCharacter(state: EditorState, at: number): number {
  const before = state.doc.textBetween(Math.max(0, at - 1), at, "", "\n").charCodeAt(0);
  return before >= 0xd800 && before <= 0xdbff ? at - 1 : at;
}
