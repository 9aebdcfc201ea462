import { AttrStep, type Mappable, type Step } from "prosemirror-transform";

import { repairedId, type BlockId } from "./block-id.ts";
import type { TextNode } from "./schema.ts";

/**
 * The steps that give every block of `after` an id of its own. Where several bear the same, the one that stands at the
 * mapped old position keeps it, else the first in document order; the others, and blocks without an id, get what
 * `propose` gives next, in document order. Idempotent: a repaired text needs no repair.
 * Attribute steps move nothing: they can end a commit without disturbing what is rebased over it.
 */
export function repairIds(
  before: TextNode,
  mapping: Mappable,
  after: TextNode,
  propose: () => BlockId,
): readonly Step[] {
  const blocks = blocksOf(after);
  const keepers = keepersOf(before, mapping, blocks);
  const taken = new Set(keepers.keys());
  const repairs: Step[] = [];
  for (const block of blocks) {
    if (keepers.get(block.id) === block.at) continue;
    let id = propose();
    while (taken.has(id)) id = propose();
    repairs.push(new AttrStep(block.at, "id", id));
  }
  return repairs;
}

/** What the authority proposes: `<version>.1`, `<version>.2`… */
export function repairedIds(version: number): () => BlockId {
  let ordinal = 0;
  return () => repairedId(version, ++ordinal);
}

type Block = { readonly id: BlockId; readonly at: number };

function blocksOf(doc: TextNode): readonly Block[] {
  const blocks: Block[] = [];
  doc.descendants((node, at) => {
    if (node.isText) return;
    const id: unknown = node.attrs["id"];
    blocks.push({ id: typeof id === "string" ? id : "", at });
  });
  return blocks;
}

/** Which position keeps each id. */
function keepersOf(before: TextNode, mapping: Mappable, blocks: readonly Block[]): ReadonlyMap<BlockId, number> {
  const keepers = new Map<BlockId, number>();
  const doubled = new Map<BlockId, readonly number[]>();
  for (const { id, at } of blocks) {
    if (id === "") continue;
    const first = keepers.get(id);
    if (first === undefined) keepers.set(id, at);
    else doubled.set(id, [...(doubled.get(id) ?? [first]), at]);
  }
  if (doubled.size === 0) return keepers;
  for (const { id, at } of blocksOf(before)) {
    const mapped = mapping.map(at, 1);
    if (doubled.get(id)?.includes(mapped)) keepers.set(id, mapped);
  }
  return keepers;
}
