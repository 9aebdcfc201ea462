import type { Json } from "../journal/index.ts";
import { ok, type Result } from "../refusals.ts";
import type { BlockId, TextNode } from "../texts/index.ts";
import { deltaBetween, type Delta } from "./canonicalise.ts";
import { breakName, changeSetHash, isBreak, isNewName, type AttrsChange, type TextChange } from "./change.ts";
import { Gaps, nameOf } from "./gaps.ts";
import { sizeOf } from "./tokens.ts";
import { plant, type Block, type Tree } from "./tree.ts";

/** Where a place in the words of a base block is found in the current text. */
export interface Place {
  readonly block: BlockId;
  readonly offset: number;
}

/**
 * The way from a base to the current text, worked out once for all the changes that are carried over it: what became of
 * each base block. Blocks of the current text are called by their real ids.
 */
export interface Passage {
  readonly before: Tree;
  readonly after: Tree;
  readonly hash: string;
  readonly hunks: ReadonlyMap<BlockId, readonly TextChange[]>;
  /** Suppressed, with all that they held. */
  readonly suppressed: ReadonlySet<BlockId>;
  /** Base blocks whose words now stand in another base block. */
  readonly joined: ReadonlyMap<BlockId, BlockId>;
  /** New blocks that were brought whole, not split off, each with the gap of the base that it was brought to, and its JSON. */
  readonly brought: ReadonlyMap<BlockId, { readonly gap: string; readonly node: Json }>;
  /** Base blocks that stand elsewhere, each with the parent in which it stands and the gap of the base it was moved to. */
  readonly moved: ReadonlyMap<BlockId, { readonly gap: string; readonly parent: BlockId }>;
  readonly attrs: ReadonlyMap<BlockId, AttrsChange>;
  /** The blocks that the words of a base block stand in now, in order; itself alone when it was neither split nor joined. */
  parts(block: BlockId): readonly BlockId[];
  /** `offset` must lie outside every hunk of the block. */
  land(block: BlockId, offset: number): Place;
  realName(name: BlockId): BlockId;
}

export function passageBetween(base: TextNode, current: TextNode): Result<Passage> {
  const delta = deltaBetween(base, current);
  return delta.ok ? ok(passageOf(delta.value)) : delta;
}

interface Part {
  block: BlockId;
  start: number;
  length: number;
}

function passageOf(delta: Delta): Passage {
  const before = plant(delta.base);
  const hunks = new Map<BlockId, TextChange[]>();
  const suppressed = new Set<BlockId>();
  const brought = new Map<BlockId, { gap: string; node: Json }>();
  const moved = new Map<BlockId, { gap: string; parent: BlockId }>();
  const gaps = new Gaps(delta.changes);
  const attrs = new Map<BlockId, AttrsChange>();
  const realName = (name: BlockId): BlockId => (isNewName(name) ? (delta.names.get(name) ?? name) : name);
  for (const change of delta.changes) {
    if (change.kind === "text") hunks.set(change.block, [...(hunks.get(change.block) ?? []), change]);
    else if (change.kind === "delete") for (const id of change.subtree) suppressed.add(id);
    else if (change.kind === "attrs") attrs.set(change.block, change);
    else if (change.kind === "move") {
      moved.set(change.block, { gap: gaps.keyOf(change), parent: realName(change.parent) });
    } else if (change.kind === "insert") {
      brought.set(realName(nameOf(change.node)), { gap: gaps.keyOf(change), node: change.node });
    }
  }
  const { joined, partsOf } = settle(delta, before, hunks, realName);
  return {
    before,
    after: plant(delta.current),
    hash: changeSetHash(delta.changes),
    hunks,
    suppressed,
    joined,
    brought,
    moved,
    attrs,
    realName,
    parts: (block) => partsOf(block).map((part) => part.block),
    land(block, offset) {
      let moved = offset;
      let breaks = 0;
      for (const hunk of hunks.get(block) ?? []) {
        if (hunk.to > offset) break;
        for (const piece of hunk.inserted) {
          if (isBreak(piece)) breaks++;
          else moved += sizeOf(piece);
        }
        moved -= hunk.to - hunk.from;
      }
      const parts = partsOf(block);
      const part = parts[breaks];
      if (!part) throw new Error("A part that is not there");
      for (const earlier of parts.slice(0, breaks)) moved -= earlier.length;
      return { block: part.block, offset: part.start + moved };
    },
  };
}

/** Where the words of every base block went: the parts it was split into, the block its head was joined to. */
function settle(
  delta: Delta,
  before: Tree,
  hunks: ReadonlyMap<BlockId, readonly TextChange[]>,
  realName: (name: BlockId) => BlockId,
): { joined: ReadonlyMap<BlockId, BlockId>; partsOf: (block: BlockId) => readonly Part[] } {
  const split = new Map<BlockId, Part[]>();
  const hosts = new Map<BlockId, BlockId>();
  const joined = new Map<BlockId, BlockId>();
  const partsOf = (id: BlockId): readonly Part[] => {
    const known = split.get(id);
    if (known) return known;
    const block = before.blocks.get(id);
    if (!block?.words) throw new Error(`Not a block of words: ${id}`);
    const parts = cutParts(block, hunks.get(id) ?? [], realName);
    split.set(id, parts);
    for (const part of parts) hosts.set(part.block, id);
    return parts;
  };
  const lengths = new Map<BlockId, number>();
  for (const id of hunks.keys()) partsOf(id);
  for (const change of delta.changes) {
    if (change.kind !== "join") continue;
    const into = realName(change.into);
    if (!isNewName(change.into)) partsOf(into);
    const host = hosts.get(into);
    const [head] = partsOf(change.block);
    if (host === undefined || !head) throw new Error("A join without its blocks");
    const end = lengths.get(into) ?? split.get(host)?.find((part) => part.block === into)?.length ?? 0;
    const length = head.length;
    head.block = into;
    head.start = end;
    lengths.set(into, end + length);
    joined.set(change.block, host);
  }
  return { joined, partsOf };
}

function cutParts(block: Block, hunks: readonly TextChange[], realName: (name: BlockId) => BlockId): Part[] {
  const parts: Part[] = [];
  let part: Part = { block: block.id, start: 0, length: 0 };
  let at = 0;
  for (const hunk of hunks) {
    part.length += hunk.from - at;
    for (const piece of hunk.inserted) {
      if (!isBreak(piece)) {
        part.length += sizeOf(piece);
        continue;
      }
      parts.push(part);
      part = { block: realName(breakName(piece)), start: 0, length: 0 };
    }
    at = hunk.to;
  }
  part.length += (block.words?.size ?? 0) - at;
  return [...parts, part];
}
