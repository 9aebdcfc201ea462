import { EditorState, TextSelection } from "prosemirror-state";
import { expect, test } from "vitest";

import { makeGesture, type Gesture, type Unit } from "../../../client/amendments/gestures.ts";
import { giveIds } from "../../../client/texts/index.ts";
import { inspectText, type TextNode } from "../../../shared/texts/index.ts";
import { sheet } from "../../support/amendments/sheet.ts";

const text = `
  pre preamble
    p0: Nous, assemblées.
  a1 article: Des biens
    p1: Chaque commune.
    p2: Les forêts.
  a2 article: De l’eau
    p3: L’eau est commune.
    l1 list
      i1 item: un
      i2 item: deux
  p4: Fin.`;

/** The text after a gesture with the cursor in the block: ids in their order, articles in brackets; `|` after the one with the cursor. */
function after(block: string, gesture: Gesture, unit: Unit, lines = text): string | null {
  let made = 0;
  const doc = sheet(lines);
  const plugins = [giveIds(() => `n${made++}`)];
  const state = EditorState.create({
    doc,
    plugins,
    selection: TextSelection.near(doc.resolve(placeOf(doc, block) + 1)),
  });
  let next: EditorState | null = null;
  const command = makeGesture(gesture, unit);
  const can = command(state);
  command(state, (transaction) => {
    next = state.apply(transaction);
  });
  const reached = next as EditorState | null;
  expect(can).toBe(reached !== null);
  if (!reached) return null;
  expect(inspectText(reached.doc)).toBe(null);
  return told(reached.doc, reached.selection.$from.parent);
}

function placeOf(doc: TextNode, block: string): number {
  let place = -1;
  doc.descendants((node, at) => {
    if (node.attrs["id"] === block) place = at;
  });
  return place;
}

function told(node: TextNode, cursor: TextNode): string {
  const parts: string[] = [];
  node.forEach((child) => {
    const id = `${child.attrs["id"]}${child === cursor ? "|" : ""}`;
    if (child.type.name === "articleTitle") parts.push(`${id}:`);
    else parts.push(child.isTextblock ? id : `${child.type.name === "article" ? "" : id}[${told(child, cursor)}]`);
  });
  return parts.join(" ");
}

const base = "t pre[p0] [a1t: p1 p2] [a2t: p3 l1[i1[i1p] i2[i2p]]] p4";

test.for<readonly [title: string, block: string, gesture: Gesture, unit: Unit, told: string | null]>([
  ["suppresses a paragraph", "p1", "suppress", "block", "t pre[p0] [a1t: p2|] [a2t: p3 l1[i1[i1p] i2[i2p]]] p4"],
  ["suppresses the article of a paragraph", "p1", "suppress", "article", "t pre[p0] [a2t|: p3 l1[i1[i1p] i2[i2p]]] p4"],
  ["suppresses an item", "i2", "suppress", "block", "t pre[p0] [a1t: p1 p2] [a2t: p3 l1[i1[i1p]]] p4|"],
  [
    "suppresses the preamble with its only paragraph",
    "p0",
    "suppress",
    "block",
    "t [a1t|: p1 p2] [a2t: p3 l1[i1[i1p] i2[i2p]]] p4",
  ],
  ["suppresses no title", "a1t", "suppress", "block", null],
  ["suppresses no article where there is none", "p4", "suppress", "article", null],
  [
    "adds a paragraph after another",
    "p1",
    "add",
    "block",
    "t pre[p0] [a1t: p1 n0| p2] [a2t: p3 l1[i1[i1p] i2[i2p]]] p4",
  ],
  [
    "adds a paragraph below a title",
    "a1t",
    "add",
    "block",
    "t pre[p0] [a1t: n0| p1 p2] [a2t: p3 l1[i1[i1p] i2[i2p]]] p4",
  ],
  [
    "adds one to the preamble below the title of the text",
    "t",
    "add",
    "block",
    "t pre[n0| p0] [a1t: p1 p2] [a2t: p3 l1[i1[i1p] i2[i2p]]] p4",
  ],
  ["adds an item", "i1", "add", "block", "t pre[p0] [a1t: p1 p2] [a2t: p3 l1[i1[i1p] n0[n1|] i2[i2p]]] p4"],
  [
    "adds an article after this one",
    "p1",
    "add",
    "article",
    "t pre[p0] [a1t: p1 p2] [n1|: n2] [a2t: p3 l1[i1[i1p] i2[i2p]]] p4",
  ],
  [
    "adds an article after the preamble",
    "t",
    "add",
    "article",
    "t pre[p0] [n1|: n2] [a1t: p1 p2] [a2t: p3 l1[i1[i1p] i2[i2p]]] p4",
  ],
  ["moves an article up", "p3", "up", "article", "t pre[p0] [a2t: p3| l1[i1[i1p] i2[i2p]]] [a1t: p1 p2] p4"],
  ["moves an article down", "a2t", "down", "article", "t pre[p0] [a1t: p1 p2] p4 [a2t|: p3 l1[i1[i1p] i2[i2p]]]"],
  ["moves no article above the preamble", "a1t", "up", "article", null],
  ["moves a paragraph", "p1", "down", "block", "t pre[p0] [a1t: p2 p1|] [a2t: p3 l1[i1[i1p] i2[i2p]]] p4"],
  [
    "moves a paragraph over into the next article",
    "p2",
    "down",
    "block",
    "t pre[p0] [a1t: p1] [a2t: p2| p3 l1[i1[i1p] i2[i2p]]] p4",
  ],
  [
    "moves a paragraph over into the article before",
    "p3",
    "up",
    "block",
    "t pre[p0] [a1t: p1 p2 p3|] [a2t: l1[i1[i1p] i2[i2p]]] p4",
  ],
  [
    "moves the last paragraph into the last article",
    "p4",
    "up",
    "block",
    "t pre[p0] [a1t: p1 p2] [a2t: p3 l1[i1[i1p] i2[i2p]] p4|]",
  ],
  ["moves an item", "i2", "up", "block", "t pre[p0] [a1t: p1 p2] [a2t: p3 l1[i2[i2p|] i1[i1p]]] p4"],
  ["moves no item out of its list", "i1", "up", "block", null],
  ["moves no paragraph out of the preamble", "p0", "down", "block", null],
  ["moves the last paragraph no further", "p4", "down", "block", null],
  ["moves no title", "t", "up", "block", null],
])("AMD-121 one gesture %s", ([, block, gesture, unit, expected]) => {
  expect(told(sheet(text), sheet(text))).toBe(base);
  expect(after(block, gesture, unit)).toBe(expected);
});
