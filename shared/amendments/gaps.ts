import type { BlockId } from "../texts/index.ts";
import { breakName, isBreak, type ChangeSet, type InsertChange } from "./change.ts";

/**
 * Where in the base the new blocks of a change set come to stand. A name of the set is followed to the base block behind
 * whose words it stands: an insertion to the one before it, a break to the block that it splits, and a block to the last
 * that is joined to it.
 */
export class Gaps {
  readonly #broken = new Map<BlockId, BlockId>();
  readonly #inserted = new Map<BlockId, BlockId | null>();
  readonly #joined = new Map<BlockId, BlockId>();

  constructor(changes: ChangeSet) {
    for (const change of changes) {
      if (change.kind === "text") {
        for (const piece of change.inserted) if (isBreak(piece)) this.#broken.set(breakName(piece), change.block);
      } else if (change.kind === "insert") this.#inserted.set(nameOf(change.node), change.after);
    }
    for (const change of changes) {
      if (change.kind === "join") this.#joined.set(this.ownerOf(change.into), change.block);
    }
  }

  /** The base block that a break of the set splits; any other block itself. */
  ownerOf(name: BlockId): BlockId {
    return this.#broken.get(name) ?? name;
  }

  /** The base block that an insertion stands behind, or null at the beginning of its parent. */
  anchorOf(change: InsertChange): BlockId | null {
    let anchor = change.after;
    while (anchor !== null && this.#inserted.has(anchor)) anchor = this.#inserted.get(anchor) ?? null;
    if (anchor === null) return null;
    let block = this.ownerOf(anchor);
    for (let next = this.#joined.get(block); next !== undefined; next = this.#joined.get(block)) block = next;
    return block;
  }

  /** The same as a key: insertions of two change sets with one key come to the same place. */
  keyOf(change: InsertChange): string {
    return gapKey(change.parent, this.anchorOf(change));
  }
}

export const gapKey = (parent: BlockId, after: BlockId | null): string => `${parent}\u0001${after ?? ""}`;

/** The name that the JSON of an inserted node bears. */
export function nameOf(node: unknown): BlockId {
  if (typeof node === "object" && node !== null && "attrs" in node) {
    const attrs: unknown = node.attrs;
    if (typeof attrs === "object" && attrs !== null && "id" in attrs && typeof attrs.id === "string") return attrs.id;
  }
  throw new Error("An inserted node without a name");
}
