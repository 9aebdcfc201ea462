import type { BlockId } from "../texts/index.ts";
import { breakName, isBreak, isNewName, type ChangeSet, type InsertChange, type MoveChange } from "./change.ts";

/** A change that puts a block somewhere. */
export type Placing = InsertChange | MoveChange;

/**
 * Where in the base the blocks that a change set puts somewhere come to stand. A name of the set is followed to the base
 * block behind whose words it stands: an insertion or a move to the one before it, a break to the block that it splits, and
 * a block to the last that is joined to it.
 */
export class Gaps {
  readonly #broken = new Map<BlockId, BlockId>();
  readonly #placed = new Map<BlockId, BlockId | null>();
  readonly #joined = new Map<BlockId, BlockId>();
  readonly #hosts = new Map<BlockId, BlockId>();
  /** Each new block that is brought whole: its type, and the base block that it is brought into. */
  readonly #brought = new Map<BlockId, { readonly type: string; readonly into: BlockId }>();
  readonly #parts = new Map<BlockId, BlockId[]>();

  constructor(changes: ChangeSet) {
    for (const change of changes) {
      if (change.kind === "text") {
        for (const piece of change.inserted) if (isBreak(piece)) this.#broken.set(breakName(piece), change.block);
      } else if (change.kind === "move") this.#placed.set(change.block, change.after);
      else if (change.kind === "insert") {
        this.#placed.set(nameOf(change.node), change.after);
        for (const { name, type } of nodesIn(change.node)) this.#brought.set(name, { type, into: change.parent });
      }
    }
    for (const change of changes) {
      if (change.kind !== "join") continue;
      this.#joined.set(this.ownerOf(change.into), change.block);
      this.#hosts.set(change.block, this.ownerOf(change.into));
    }
    for (const [name, owner] of this.#broken) {
      const host = this.#hostOf(owner);
      this.#parts.set(host, [...(this.#parts.get(host) ?? []), name]);
    }
  }

  /** The base block that a break of the set splits; any other block itself. */
  ownerOf(name: BlockId): BlockId {
    return this.#broken.get(name) ?? name;
  }

  /** The new blocks that the set splits off a block, and off those that it joins to it: they go where it goes. */
  partsOf(block: BlockId): readonly BlockId[] {
    return this.#parts.get(block) ?? [];
  }

  /** The base blocks whose words the set joins to a block: they go where it goes. */
  guestsOf(block: BlockId): readonly BlockId[] {
    return [...this.#hosts.keys()].filter((guest) => this.#hostOf(guest) === block);
  }

  /** Does the set itself put this block where it stands? */
  places(block: BlockId): boolean {
    return this.#placed.has(block) || this.#placed.has(this.#hostOf(this.ownerOf(block)));
  }

  /** The base block in which a block comes to stand: that in which the set puts a new container, or the parent itself. */
  containerOf(change: Placing): BlockId {
    return isNewName(change.parent) ? (this.#brought.get(change.parent)?.into ?? change.parent) : change.parent;
  }

  /** Of a new block that is brought whole. */
  typeOf(name: BlockId): string | undefined {
    return this.#brought.get(name)?.type;
  }

  /** The base block that an insertion or a move stands behind, or null at the beginning of its parent. */
  anchorOf(change: Placing): BlockId | null {
    let anchor = change.after;
    while (anchor !== null) {
      const host = this.#placed.has(anchor) ? anchor : this.#hostOf(this.ownerOf(anchor));
      if (!this.#placed.has(host)) break;
      anchor = this.#placed.get(host) ?? null;
    }
    if (anchor === null) return null;
    let block = this.ownerOf(anchor);
    for (let next = this.#joined.get(block); next !== undefined; next = this.#joined.get(block)) block = next;
    return block;
  }

  /** The same as a key: what two change sets bring to one key comes to the same place. */
  keyOf(change: Placing): string {
    return gapKey(change.parent, this.anchorOf(change));
  }

  #hostOf(block: BlockId): BlockId {
    const host = this.#hosts.get(block);
    return host === undefined ? block : this.#hostOf(host);
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

/** An inserted node and all blocks in it, in document order. */
export function nodesIn(node: unknown): readonly { readonly name: BlockId; readonly type: string }[] {
  if (typeof node !== "object" || node === null || !("attrs" in node) || !("type" in node)) return [];
  const content: unknown = "content" in node ? node.content : [];
  const within = Array.isArray(content) ? content.flatMap((part: unknown) => nodesIn(part)) : [];
  return [{ name: nameOf(node), type: String(node.type) }, ...within];
}
