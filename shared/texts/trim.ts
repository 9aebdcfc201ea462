import { type Step, Transform } from "prosemirror-transform";

import type { TextNode } from "./schema.ts";

/**
 * The steps that take away every block without a word: left by a last press of Enter, it would be numbered and printed
 * as if it said something. What the form of a text needs (its title, an article's title, the one paragraph of an item
 * that has words below) stays. No step when there is nothing to take away, or nothing but that.
 */
export function trimSteps(doc: TextNode): readonly Step[] {
  const transform = new Transform(doc);
  if (!saysSomething(doc)) return [];
  const places: { readonly from: number; readonly to: number }[] = [];
  doc.descendants((node, at) => {
    if (!node.isBlock || hasWords(node)) return node.isBlock;
    places.push({ from: at, to: at + node.nodeSize });
    return false;
  });
  for (const { from, to } of [...places].reverse()) {
    const $from = transform.doc.resolve(from);
    if ($from.parent.canReplace($from.index(), $from.index() + 1)) transform.delete(from, to);
  }
  return transform.steps;
}

/** Whether a text says something below its title. */
export function saysSomething(doc: TextNode): boolean {
  let says = false;
  doc.forEach((node) => void (says ||= node.type.name !== "title" && hasWords(node)));
  return says;
}

const hasWords = (node: TextNode): boolean => node.textContent.trim() !== "";
