import { Decoration, DecorationSet } from "prosemirror-view";

import type { Comparison, RedlineBlock, RedlineRun } from "../../shared/amendments/index.ts";
import type { TextNode } from "../../shared/texts/index.ts";

/** What is said of a mark to who does not see it. */
export interface MarkWords {
  readonly deleted: string;
  readonly joined: string;
}

interface Found {
  readonly node: TextNode;
  readonly pos: number;
}

/**
 * The redline drawn into the sheet that is being written: inserted words under a line, deleted ones struck where they stood,
 * new and changed blocks with a bar. What is deleted is drawn only: it is no part of the sheet.
 */
export function markRedline(doc: TextNode, { rows, realName }: Comparison, words: MarkWords): DecorationSet {
  const places = placesOf(doc);
  const marks: Decoration[] = [];
  let gone: RedlineBlock[] = [];
  for (const row of rows) {
    if (row.status === "suppressed") {
      gone.push(row);
      continue;
    }
    const place = places.get(realName(row.id));
    if (!place) continue;
    marks.push(...gone.map((block) => goneBlock(place.pos, block, words)));
    gone = [];
    if (row.status !== "kept") marks.push(...markBlock(doc, row, place, words));
  }
  marks.push(...gone.map((block) => goneBlock(doc.content.size, block, words)));
  return DecorationSet.create(doc, marks);
}

function placesOf(doc: TextNode): ReadonlyMap<unknown, Found> {
  const places = new Map<unknown, Found>();
  doc.descendants((node, pos) => {
    if (node.isTextblock) places.set(node.attrs["id"], { node, pos });
    return !node.isTextblock;
  });
  return places;
}

function markBlock(doc: TextNode, row: RedlineBlock, place: Found, words: MarkWords): readonly Decoration[] {
  const marks = [barBeside(place, row.status === "new")];
  if (row.status === "new") return marks;
  let at = place.pos + 1;
  let block = place;
  for (const run of row.runs) {
    const size = run.pieces.reduce((sum, piece) => sum + (piece.lineBreak ? 1 : piece.text.length), 0);
    switch (run.kind) {
      case "deleted":
        marks.push(goneWords(at, spell(run), words.deleted));
        break;
      case "joined":
        marks.push(goneWords(at, "¶", words.joined));
        break;
      case "split": {
        const pos = block.pos + block.node.nodeSize;
        const node = doc.nodeAt(pos);
        if (!node?.isTextblock) return marks;
        block = { node, pos };
        marks.push(barBeside(block, false));
        at = pos + 1;
        break;
      }
      case "inserted":
        marks.push(...underlined(at, run));
        at += size;
        break;
      case "formatted":
        marks.push(Decoration.inline(at, at + size, { class: "fmt" }));
        at += size;
        break;
      case "kept":
        at += size;
        break;
    }
  }
  return marks;
}

const barBeside = ({ node, pos }: Found, isNew: boolean): Decoration =>
  Decoration.node(pos, pos + node.nodeSize, { class: isNew ? "is-changed is-new" : "is-changed" });

/** Blanks at the edges of an insertion stay outside its line. */
function underlined(at: number, run: RedlineRun): readonly Decoration[] {
  const text = run.pieces.map((piece) => (piece.lineBreak ? "\n" : piece.text)).join("");
  const from = at + (text.length - text.trimStart().length);
  const to = at + text.trimEnd().length;
  return to > from ? [Decoration.inline(from, to, { nodeName: "ins" })] : [];
}

/** `at` bears the words, so that a mark is drawn anew only when its words change. */
const goneWords = (at: number, text: string, said: string): Decoration =>
  Decoration.widget(at, () => struck("del", text, said), { side: -1, key: `${said}${text}`, ignoreSelection: true });

function goneBlock(at: number, row: RedlineBlock, words: MarkWords): Decoration {
  const text = row.runs.map(spell).join("");
  const number = row.number?.kind === "paragraph" ? `${row.number.number}` : "";
  const draw = (): HTMLElement => {
    const block = document.createElement("p");
    block.className = "alinea is-changed is-gone";
    block.contentEditable = "false";
    if (number !== "") block.dataset["no"] = number;
    block.append(struck("del", text, words.deleted));
    return block;
  };
  return Decoration.widget(at, draw, { side: -1, key: `gone ${row.id} ${text}`, ignoreSelection: true });
}

function struck(tag: "del", text: string, said: string): HTMLElement {
  const element = document.createElement(tag);
  element.contentEditable = "false";
  const hidden = document.createElement("span");
  hidden.className = "vh";
  hidden.textContent = `${said} `;
  element.append(hidden, text);
  return element;
}

const spell = (run: RedlineRun): string => run.pieces.map((piece) => (piece.lineBreak ? " " : piece.text)).join("");
