import type { Node } from "prosemirror-model";

import { textSchema, type TextNode } from "../../../shared/texts/index.ts";

/** Small language for texts: `doc(title("a", "Titre"), paragraph("b", "Des mots"))`; the first word is the id. */
export const doc = (...content: readonly Node[]): TextNode => textSchema.node("doc", null, [...content]);
export const title = (id: string, words = ""): Node => ofWords("title", id, words);
export const heading = (id: string, words = ""): Node => ofWords("heading", id, words);
export const articleTitle = (id: string, words = ""): Node => ofWords("articleTitle", id, words);
export const paragraph = (id: string, words = ""): Node => ofWords("paragraph", id, words);
export const preamble = (id: string, ...content: readonly Node[]): Node => ofBlocks("preamble", id, content);
export const article = (id: string, ...content: readonly Node[]): Node => ofBlocks("article", id, content);
export const list = (id: string, ...content: readonly Node[]): Node => ofBlocks("list", id, content);
export const item = (id: string, ...content: readonly Node[]): Node => ofBlocks("item", id, content);
export const quote = (id: string, ...content: readonly Node[]): Node => ofBlocks("quote", id, content);

const ofWords = (type: string, id: string, words: string): Node =>
  textSchema.node(type, { id }, words === "" ? [] : [textSchema.text(words)]);

const ofBlocks = (type: string, id: string, content: readonly Node[]): Node =>
  textSchema.node(type, { id }, [...content]);

/** The ids of all blocks in document order. */
export function idsOf(node: TextNode): readonly string[] {
  const ids: string[] = [];
  node.descendants((block) => void (block.isText || ids.push(String(block.attrs["id"]))));
  return ids;
}
