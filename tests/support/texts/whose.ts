import {
  asItCame,
  sliceRuns,
  type Provenance,
  type Run,
  type Source,
  type TextNode,
} from "../../../shared/texts/index.ts";

export interface Whose {
  readonly map: Provenance;
  readonly doc: TextNode;
}

/** A map in which each block is of an author of its own, named as the block. */
export function byBlock(document: TextNode): Provenance {
  const sources: Source[] = [];
  const each: Run[] = [];
  document.forEach((node) => {
    each.push({ length: node.nodeSize, of: sources.length });
    sources.push({ author: String(node.attrs["id"]), version: 1, atMs: 0 });
  });
  const length = document.content.size;
  return { version: 1, sources, runs: each, looks: [{ length, of: asItCame }], gone: [] };
}

/** The words of each author, in the order of the text. */
export function words({ map, doc: document }: Whose): string {
  const parts: string[] = [];
  document.descendants((node, at) => {
    if (!node.isText) return;
    let from = 0;
    for (const { length, of } of sliceRuns(map.runs, at, at + node.nodeSize)) {
      parts.push(`${map.sources[of]?.author}:${node.text?.slice(from, from + length)}`);
      from += length;
    }
  });
  return parts.join("|");
}
