import type { BlockId } from "../texts/index.ts";
import { isNewName, type ChangeSet } from "./change.ts";
import { gapKey, Gaps, type Placing } from "./gaps.ts";
import type { Passage, Place } from "./passage.ts";
import { siblingsOf, type Block } from "./tree.ts";

/** One amendment on its way: what its own parts ask for, and under which ids those already satisfied stand. */
export class Wishes {
  readonly passage: Passage;
  readonly gaps: Gaps;
  readonly suppressed: ReadonlySet<BlockId>;
  /** Blocks of the current text that the set takes from where they stand to put them elsewhere. */
  readonly leaving: ReadonlySet<BlockId>;
  /** Base blocks that the set joins to another, and to which block of the current text, or break of the set. */
  readonly joins = new Map<BlockId, BlockId>();
  /** New names of the set that stand in the current text already. */
  readonly found = new Map<BlockId, BlockId>();
  /** The last break that the set makes in a block of the current text, and where. */
  readonly breaks = new Map<BlockId, { readonly name: BlockId; readonly offset: number }>();
  readonly #tails = new Map<string, BlockId>();

  constructor(changes: ChangeSet, passage: Passage) {
    this.passage = passage;
    this.gaps = new Gaps(changes);
    this.suppressed = new Set(changes.flatMap((change) => (change.kind === "delete" ? change.subtree : [])));
    this.leaving = new Set(
      changes.flatMap((change) =>
        change.kind === "move" && !passage.moved.has(change.block)
          ? this.trainOf(change.block).map(({ block }) => block)
          : [],
      ),
    );
  }

  /** What is brought to `place`, behind what of the same set already went there; `end` is the last block that it brings. */
  place<T extends Placing>(change: T, place: string, after: BlockId | null, end: BlockId): T {
    const placed = { ...change, after: this.#tails.get(place) ?? after };
    this.#tails.set(place, end);
    return placed;
  }

  /** The blocks of the current text that a base block has become. */
  partsNow(block: BlockId): readonly BlockId[] {
    return this.passage.before.blocks.get(block)?.words ? this.passage.parts(block) : [block];
  }

  /**
   * What goes where a block goes: the parts that others split it into, and those split off the blocks that the set joins to
   * it. Each with the last block that the set itself splits off it, or off what is joined to it: these go along.
   */
  trainOf(block: BlockId): readonly { readonly block: BlockId; readonly end: BlockId }[] {
    const train: { block: BlockId; end: BlockId }[] = [];
    const couple = (part: BlockId): void => {
      train.push({ block: part, end: this.breaks.get(part)?.name ?? part });
    };
    for (const part of this.partsNow(block)) couple(part);
    for (const guest of this.gaps.guestsOf(block)) {
      const [head, ...rest] = this.partsNow(guest);
      const split = this.breaks.get(head ?? guest);
      const last = train[train.length - 1];
      if (split && last) last.end = split.name;
      for (const part of rest) couple(part);
    }
    return train;
  }

  /** What a block that the set brings or moves is called, or ends with, in the current text. */
  nameNow(block: BlockId): BlockId {
    if (isNewName(block)) return this.found.get(block) ?? block;
    const train = this.trainOf(block);
    return train[train.length - 1]?.end ?? block;
  }

  /** The block in which the words of a base block end: that of the set's own last break, or of the current text. */
  endOf(block: BlockId): BlockId {
    const parts = this.partsNow(block);
    const last = parts[parts.length - 1] ?? block;
    return this.breaks.get(last)?.name ?? this.joins.get(last) ?? last;
  }

  /** Notes where a break of the set falls in the current text. */
  noteBreak(name: BlockId, place: Place): void {
    const known = this.breaks.get(place.block);
    if (!known || known.offset <= place.offset) this.breaks.set(place.block, { name, offset: place.offset });
  }
}

/** A gap of the base as it is in the current text. */
interface GapNow {
  readonly key: string;
  /** What others brought or moved there, and the parts of the block before it. */
  readonly newcomers: readonly Block[];
  /** Behind which block the next is to be put. */
  readonly after: BlockId | null;
}

/**
 * After `anchor`, a child of `parent` in the base, or the nearest earlier sibling that still stands where it stood. One that
 * the set itself takes away holds the place only for what others have brought behind it.
 */
export function gapNow(anchor: BlockId | null, parent: Block, own: Wishes): GapNow {
  const { passage, leaving } = own;
  const { children } = parent;
  let at = anchor;
  for (; at !== null; at = siblingBefore(at, passage)) {
    const place = passage.moved.has(at) ? -1 : children.findIndex(({ id }) => id === at);
    if (place < 0) continue;
    const newcomers = newcomersFrom(place + 1, children, own);
    const crowded = newcomers.some(({ id }) => isBrought(id, passage));
    if (leaving.has(at) && !crowded) continue;
    return { key: gapKey(parent.id, at), newcomers, after: crowded ? lastOf(newcomers, own) : own.endOf(at) };
  }
  const newcomers = newcomersFrom(0, children, own);
  return { key: gapKey(parent.id, null), newcomers, after: lastOf(newcomers, own) };
}

function lastOf(blocks: readonly Block[], own: Wishes): BlockId | null {
  const last = blocks[blocks.length - 1];
  return last ? (own.breaks.get(last.id)?.name ?? last.id) : null;
}

function newcomersFrom(place: number, children: readonly Block[], { passage, leaving }: Wishes): readonly Block[] {
  const end = children.findIndex(({ id }, k) => k >= place && !isNewcomer(id, passage));
  return children.slice(place, end < 0 ? children.length : end).filter(({ id }) => !leaving.has(id));
}

const isBrought = (id: BlockId, { brought, moved }: Passage): boolean => brought.has(id) || moved.has(id);

/** Stands there since: new, or moved there. */
export const isNewcomer = (id: BlockId, { before, moved }: Passage): boolean => !before.blocks.has(id) || moved.has(id);

function siblingBefore(id: BlockId, { before }: Passage): BlockId | null {
  const base = before.blocks.get(id);
  const siblings = base ? siblingsOf(base) : [];
  return (base && siblings[siblings.indexOf(base) - 1]?.id) ?? null;
}
