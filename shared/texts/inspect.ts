import { isStorableText } from "../journal/index.ts";
import { limits } from "../limits.ts";
import type { RefusalCode } from "../refusals.ts";
import type { TextNode } from "./schema.ts";

/** Why a document may not stand as a version of a text, or null. Ids may still be empty or doubled: repair comes after. */
export function inspectText(doc: TextNode): RefusalCode | null {
  if (doc.content.size > limits.textCharacters) return "too-large";
  if (deeperThan(doc, limits.nestingLevels)) return "bad-step";
  try {
    doc.check();
  } catch {
    return "bad-step";
  }
  let fault: RefusalCode | null = null;
  doc.descendants((node) => {
    if (node.isTextblock) fault ??= inspectBlock(node);
    return fault === null;
  });
  return fault;
}

/** The same for one block of words, when only words were typed in it. */
export function inspectBlock(block: TextNode): RefusalCode | null {
  if (block.content.size > limits.paragraphCharacters) return "too-large";
  for (let i = 0; i < block.childCount; i++) {
    const child = block.child(i);
    if (child.isText && !isStorableText(child.text ?? "")) return "bad-step";
  }
  return null;
}

function deeperThan(node: TextNode, levels: number): boolean {
  if (levels < 0) return true;
  for (let i = 0; i < node.childCount; i++) {
    if (deeperThan(node.child(i), levels - 1)) return true;
  }
  return false;
}
