import type { BlockId } from "./block-id.ts";
import type { TextNode } from "./schema.ts";

/** `heads`: the block that bears the number in the margin; the blocks inside it (an item's paragraph) only share it. */
export type BlockNumber =
  | { readonly kind: "article"; readonly number: number }
  | { readonly kind: "paragraph"; readonly number: number; readonly heads: boolean };

/**
 * One sequence of paragraph numbers through the whole text, from 1: paragraphs, items and quotes count, those of the
 * preamble too; title and headings do not; a quote counts once, whatever it holds. Articles have a sequence of their own.
 * Blocks without a number are absent.
 */
export function numberBlocks(doc: TextNode): ReadonlyMap<BlockId, BlockNumber> {
  const numbers = new Map<BlockId, BlockNumber>();
  let articles = 0;
  let paragraphs = 0;
  const visit = (node: TextNode, around: Around | null): void => {
    const id: unknown = node.attrs["id"];
    if (typeof id !== "string") return;
    let within = around;
    if (node.type.name === "article") {
      numbers.set(id, { kind: "article", number: ++articles });
    } else if (countsOnce(node, around)) {
      within = { kind: node.type.name, number: ++paragraphs };
      numbers.set(id, { kind: "paragraph", number: paragraphs, heads: true });
    } else if (around !== null) {
      numbers.set(id, { kind: "paragraph", number: around.number, heads: false });
    }
    node.forEach((child) => visit(child, within));
  };
  doc.forEach((child) => visit(child, null));
  return numbers;
}

type Around = { readonly kind: string; readonly number: number };

function countsOnce(node: TextNode, around: Around | null): boolean {
  if (around?.kind === "quote") return false;
  if (node.type.name === "item") return true;
  return around === null && (node.type.name === "paragraph" || node.type.name === "quote");
}
