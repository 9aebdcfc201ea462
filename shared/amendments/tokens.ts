import { Fragment, Mark } from "prosemirror-model";

import { canonicalJson, type Json } from "../journal/index.ts";
import { plainJson, textSchema, type TextNode } from "../texts/index.ts";
import type { Token } from "./change.ts";

/**
 * Blanks | a word, with the apostrophe that elides it ("l’", "aujourd’") | a flag | any other sign with what combines with
 * it. No alternative ends between a letter and its accents, between surrogates, or inside a joined emoji.
 */
const pattern =
  /\s+\p{M}*|[\p{L}\p{N}][\p{L}\p{N}\p{M}\u200c\u200d]*(?:['’](?=\p{L}))?|\p{RI}\p{RI}|[^](?:\p{M}|\p{Emoji_Modifier}|[\u{e0020}-\u{e007f}]|\u200d\p{Extended_Pictographic}?)*/gu;

const blanks = /^\s/u;

/** The words of a block, cut into tokens. Where marks change inside a word, the word is two tokens. */
export function tokensOf(words: Fragment): readonly Token[] {
  const tokens: Token[] = [];
  let run: TextNode[] = [];
  const flush = (): void => {
    if (run.length > 0) cutRun(run, tokens);
    run = [];
  };
  words.forEach((node) => {
    if (node.isText) {
      run.push(node);
    } else {
      flush();
      tokens.push({ text: "", marks: marksOf(node.marks), node: { type: node.type.name } });
    }
  });
  flush();
  return tokens;
}

function cutRun(run: readonly TextNode[], tokens: Token[]): void {
  const ends: { readonly at: number; readonly marks: string }[] = [];
  let text = "";
  for (const node of run) {
    text += node.text ?? "";
    ends.push({ at: text.length, marks: marksOf(node.marks) });
  }
  let which = 0;
  for (const match of text.matchAll(pattern)) {
    let from = match.index;
    const to = from + match[0].length;
    while (from < to) {
      const end = ends[which];
      if (!end) throw new Error("Words beyond their marks");
      const cut = Math.min(to, end.at);
      if (cut > from) tokens.push({ text: text.slice(from, cut), marks: end.marks });
      if (cut === end.at) which++;
      from = cut;
    }
  }
}

/** The words that tokens stand for, without ids for inline atoms. */
export function wordsOf(tokens: readonly Token[]): Fragment {
  const nodes: TextNode[] = [];
  let text = "";
  let marks = "";
  const flush = (): void => {
    if (text !== "") nodes.push(textSchema.text(text, parseMarks(marks)));
    text = "";
  };
  for (const token of tokens) {
    if (token.node) {
      flush();
      nodes.push(textSchema.node(token.node.type, null, [], parseMarks(token.marks)));
      continue;
    }
    if (token.marks !== marks) flush();
    marks = token.marks;
    text += token.text;
  }
  flush();
  return Fragment.from(nodes);
}

/** UTF-16 units; an inline atom counts one. */
export const sizeOf = (token: Token): number => (token.node ? 1 : token.text.length);

export const sizeOfAll = (tokens: readonly Token[]): number => tokens.reduce((sum, token) => sum + sizeOf(token), 0);

/** How many signs of it are seen: none of a run of blanks. */
export const visibleSize = (token: Token): number => (blanks.test(token.text) ? 0 : sizeOf(token));

/** Two tokens are the same word when these are equal. */
export const tokenKey = (token: Token): string => `${token.node?.type ?? ""}\u0001${token.marks}\u0001${token.text}`;

/** The same words with the same marks, wherever tokens were cut. Ids of inline atoms are not compared. */
export function sameWords(a: Fragment, b: Fragment): boolean {
  if (a.size !== b.size || a.childCount !== b.childCount) return false;
  for (let i = 0; i < a.childCount; i++) {
    const left = a.child(i);
    const right = b.child(i);
    if (left.type !== right.type || left.text !== right.text || !Mark.sameSet(left.marks, right.marks)) return false;
  }
  return true;
}

function marksOf(marks: readonly Mark[]): string {
  return marks.length === 0 ? "" : canonicalJson(marks.map((mark) => plainJson(mark.toJSON())));
}

export function parseMarks(marks: string): readonly Mark[] {
  if (marks === "") return Mark.none;
  const list: unknown = JSON.parse(marks);
  if (!Array.isArray(list)) throw new Error("Marks are a list");
  return list.map((json: Json) => Mark.fromJSON(textSchema, json));
}
