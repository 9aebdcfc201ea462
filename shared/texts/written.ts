import type { BlockId } from "./block-id.ts";
import { textSchema, type TextNode } from "./schema.ts";

/** A block of words within what is written: where it opens, and where its words end (they may be cut). */
interface WrittenBlock {
  readonly id: BlockId;
  readonly from: number;
  readonly to: number;
}

/** A part of a text, one sign a place: letters as they are, `\n` for a line break, a sign each for where blocks begin and end. */
export interface Written {
  readonly signs: string;
  readonly blocks: readonly WrittenBlock[];
}

const nothingWritten: Written = { signs: "", blocks: [] };

const closing = "\u0001";

const firstOpening = 0x0e;

/** A sign below the blank for each kind of block: no word is taken for one. */
const openings: ReadonlyMap<string, string> = new Map(
  Object.keys(textSchema.nodes).map((name, i) => [name, String.fromCharCode(firstOpening + i)]),
);

/** What stands between two places of a document, and the blocks of words that begin there. */
export function writtenBetween(doc: TextNode, from: number, to: number): Written {
  if (from >= to) return nothingWritten;
  let signs = "";
  const blocks: WrittenBlock[] = [];
  const visit = (node: TextNode, at: number): void => {
    const end = at + node.nodeSize;
    if (end <= from || at >= to) return;
    if (node.isText) {
      signs += (node.text ?? "").slice(Math.max(from - at, 0), to - at);
      return;
    }
    if (node.isLeaf) {
      signs += "\n";
      return;
    }
    if (at >= from) {
      signs += openings.get(node.type.name) ?? "";
      const id: unknown = node.attrs["id"];
      if (node.isTextblock && typeof id === "string" && id !== "") {
        blocks.push({ id, from: at - from, to: Math.min(end, to) - from });
      }
    }
    node.forEach((child, offset) => visit(child, at + 1 + offset));
    if (end <= to) signs += closing;
  };
  doc.forEach((child, offset) => visit(child, offset));
  return { signs, blocks };
}

/** Written parts put one after the other; a block that the first of them cuts goes on in those that follow. */
export function joinWritten(parts: readonly Written[]): Written {
  const signs = parts.map((part) => part.signs).join("");
  const blocks: WrittenBlock[] = [];
  let start = 0;
  for (const part of parts) {
    for (const { id, from } of part.blocks) {
      blocks.push({ id, from: from + start, to: endOfBlock(signs, from + start) });
    }
    start += part.signs.length;
  }
  return { signs, blocks };
}

function endOfBlock(signs: string, from: number): number {
  let depth = 0;
  for (let at = from; at < signs.length; at++) {
    const sign = signs.charCodeAt(at);
    if (sign >= firstOpening && sign < 0x20) depth++;
    else if (sign === closing.charCodeAt(0) && --depth === 0) return at + 1;
  }
  return signs.length;
}
