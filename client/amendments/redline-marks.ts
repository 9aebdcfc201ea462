import { Decoration, DecorationSet } from "prosemirror-view";

import type { ChangeSet, Comparison, RedlineBlock, RedlineMove, RedlineRun } from "../../shared/amendments/index.ts";
import type { BlockId, TextNode } from "../../shared/texts/index.ts";

/** What is said of a mark to who does not see it. */
export interface MarkWords {
  readonly deleted: string;
  readonly departed: string;
  readonly joined: string;
  /** Where a block that is moved goes. */
  moved(this: void, move: RedlineMove): string;
  /** On the button beneath what is suppressed. */
  readonly restore: string;
  articleLabel(this: void, number: number): string;
}

interface Found {
  readonly node: TextNode;
  readonly pos: number;
}

/**
 * The redline drawn into the sheet that is being written: inserted words under a line, deleted ones struck where they stood,
 * new, changed and moved blocks with a bar. What is deleted, or moved away, is drawn only: it is no part of the sheet.
 */
export function markRedline(doc: TextNode, { changes, rows, realName }: Comparison, words: MarkWords): DecorationSet {
  const places = placesOf(doc);
  const lastOf = lastBlocks(changes, rows);
  const marks: Decoration[] = [];
  let gone: RedlineBlock[] = [];
  for (const row of rows) {
    if (row.status === "suppressed" || row.status === "departed") {
      gone.push(row);
      continue;
    }
    const place = places.get(realName(row.id));
    if (!place) continue;
    marks.push(...gone.flatMap((block) => goneBlock(place.pos, block, words, lastOf)));
    gone = [];
    if (row.status !== "kept") marks.push(...markBlock(doc, row, place, words));
  }
  marks.push(...gone.flatMap((block) => goneBlock(doc.content.size, block, words, lastOf)));
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

/** Of each suppression the last block of words that goes with it, and what was suppressed. */
function lastBlocks(changes: ChangeSet, rows: readonly RedlineBlock[]): ReadonlyMap<BlockId, BlockId> {
  const suppressedBy = new Map<BlockId, BlockId>();
  for (const change of changes) {
    if (change.kind === "delete") for (const id of change.subtree) suppressedBy.set(id, change.block);
  }
  const last = new Map<BlockId, BlockId>();
  for (const { id, status } of rows) {
    const suppressed = status === "suppressed" ? suppressedBy.get(id) : undefined;
    if (suppressed !== undefined) last.set(suppressed, id);
  }
  return new Map([...last].map(([suppressed, id]) => [id, suppressed]));
}

function goneBlock(
  at: number,
  row: RedlineBlock,
  words: MarkWords,
  lastOf: ReadonlyMap<BlockId, BlockId>,
): readonly Decoration[] {
  const text = row.runs.map(spell).join("");
  const number = row.number === null ? "" : `${row.number.number}`;
  const isTitle = row.kind === "articleTitle";
  const draw = (): HTMLElement => {
    const block = document.createElement(isTitle || row.kind === "heading" ? "h2" : "p");
    block.className = `${isTitle ? "article-title" : row.kind === "heading" ? "heading" : "alinea"} is-changed is-gone`;
    block.contentEditable = "false";
    if (isTitle && number !== "") block.dataset["label"] = words.articleLabel(Number(number));
    else if (number !== "") block.dataset["no"] = number;
    if (row.moved) block.append(`${words.moved(row.moved)} `);
    block.append(struck("del", text, row.status === "departed" ? words.departed : words.deleted));
    return block;
  };
  const drawn = Decoration.widget(at, draw, { side: -1, key: `gone ${row.id} ${text}`, ignoreSelection: true });
  const suppressed = lastOf.get(row.id);
  return suppressed === undefined ? [drawn] : [drawn, restoreButton(at, suppressed, words.restore)];
}

/** Brings back what stands struck above it. */
function restoreButton(at: number, suppressed: BlockId, words: string): Decoration {
  const draw = (): HTMLElement => {
    const line = document.createElement("div");
    line.className = "restore";
    line.contentEditable = "false";
    const button = document.createElement("button");
    button.type = "button";
    button.className = "btn";
    button.dataset["restore"] = suppressed;
    button.textContent = words;
    line.append(button);
    return line;
  };
  const key = `restore ${suppressed}`;
  return Decoration.widget(at, draw, { side: -1, key, ignoreSelection: true, stopEvent: () => true });
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
