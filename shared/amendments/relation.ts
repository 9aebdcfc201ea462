import type { BlockId, TextNode } from "../texts/index.ts";
import { changeSetHash, isBreak, isNewName, type ChangeSet, type JoinChange } from "./change.ts";
import { gapKey, Gaps, type Placing } from "./gaps.ts";
import { plant, siblingsOf, subtreeOf, type Tree } from "./tree.ts";

/**
 * How two amendments of one base stand to each other. `sameGap`: both bring a block to the same place, both can be adopted,
 * in call order. Symmetric; which of them falls when the other is adopted is asked of `rebase`, because that is not.
 */
export type Relation = "identical" | "independent" | "sameGap" | "conflict";

export function relation(a: ChangeSet, b: ChangeSet, base: TextNode): Relation {
  if (changeSetHash(a) === changeSetHash(b)) return "identical";
  const tree = plant(base);
  return relate(footprintOf(a, tree), footprintOf(b, tree));
}

/** Two of a list, by their places in it, that have to do with each other. */
export interface Related {
  readonly a: number;
  readonly b: number;
  readonly relation: Exclude<Relation, "independent">;
}

/**
 * All pairs of these amendments of one base that are not independent, `a` before `b`, in order. Only those that touch the
 * same block or gap are compared; `compared` says how many.
 */
export function relations(
  amendments: readonly ChangeSet[],
  base: TextNode,
): { readonly related: readonly Related[]; readonly compared: number } {
  const touched = touchedBy(amendments, base);
  const pairs = [...neighbours(touched)].sort((x, y) => x - y);
  const related = pairs.flatMap((pair) => relatedIn(touched, Math.floor(pair / touched.length), pair % touched.length));
  return { related, compared: pairs.length };
}

/** The same by comparing each with each, to hold the other against. */
export function relationsOfAllPairs(amendments: readonly ChangeSet[], base: TextNode): readonly Related[] {
  const touched = touchedBy(amendments, base);
  return touched.flatMap((_, a) => touched.slice(a + 1).flatMap((_, i) => relatedIn(touched, a, a + 1 + i)));
}

/**
 * How one that is still being written stands to others of the same base, in their order. Those are looked at once: asked
 * again after each pause of its author, it costs what the one amendment costs.
 */
export function relationsTo(others: readonly ChangeSet[], base: TextNode): (own: ChangeSet) => readonly Relation[] {
  const tree = plant(base);
  const touched = others.map((changes) => ({ hash: changeSetHash(changes), ...footprintOf(changes, tree) }));
  return (own) => {
    const hash = changeSetHash(own);
    const footprint = footprintOf(own, tree);
    return touched.map((other) => (other.hash === hash ? "identical" : relate(footprint, other)));
  };
}

interface Touched extends Footprint {
  readonly hash: string;
}

function touchedBy(amendments: readonly ChangeSet[], base: TextNode): readonly Touched[] {
  const tree = plant(base);
  return amendments.map((changes) => ({ hash: changeSetHash(changes), ...footprintOf(changes, tree) }));
}

function relatedIn(touched: readonly Touched[], a: number, b: number): readonly Related[] {
  const [one, other] = [touched[a], touched[b]];
  if (!one || !other) return [];
  const relation = one.hash === other.hash ? "identical" : relate(one, other);
  return relation === "independent" ? [] : [{ a, b, relation }];
}

/** Pairs, as `a` × the length + `b`, that may be related: two that share a key of which `relate` looks. */
function neighbours(touched: readonly Touched[]): ReadonlySet<number> {
  const pairs = new Set<number>();
  const meetAll = (some: readonly number[], others: readonly number[]): void => {
    for (const a of some)
      for (const b of others) if (a !== b) pairs.add(Math.min(a, b) * touched.length + Math.max(a, b));
  };
  for (const [one, other] of [...clashing, wrapping]) {
    const places = placesBy(touched, (footprint) => footprint[other]);
    for (const [key, some] of placesBy(touched, (footprint) => footprint[one])) meetAll(some, places.get(key) ?? []);
  }
  const alike = [
    placesBy(touched, ({ gaps }) => gaps),
    placesBy(touched, ({ words }) => words.keys()),
    placesBy(touched, ({ attrs }) => attrs),
    placesBy(touched, ({ hash }) => [hash]),
  ];
  for (const by of alike) for (const places of by.values()) meetAll(places, places);
  return pairs;
}

/** For each key the places of those that have it. */
function placesBy<T, K>(all: readonly T[], keysOf: (one: T) => Iterable<K>): Map<K, number[]> {
  const places = new Map<K, number[]>();
  for (const [place, one] of all.entries()) {
    for (const key of keysOf(one)) {
      const known = places.get(key);
      if (known) known.push(place);
      else places.set(key, [place]);
    }
  }
  return places;
}

/** What of the base a change set touches. Intervals are closed: to touch is to conflict. */
interface Footprint {
  readonly words: ReadonlyMap<BlockId, readonly Interval[]>;
  /** Blocks that must still stand. */
  readonly needed: ReadonlySet<string>;
  readonly suppressed: ReadonlySet<string>;
  readonly attrs: ReadonlySet<string>;
  /** Where blocks are brought or moved to: after which base block of which parent. */
  readonly gaps: ReadonlySet<string>;
  /** Where two blocks are joined: nothing may come between them. */
  readonly closedGaps: ReadonlySet<string>;
  readonly moved: ReadonlySet<string>;
  /** Blocks that must stay beside one another, because one is joined to the other. */
  readonly joined: ReadonlySet<string>;
  /** What goes elsewhere, with all that it holds; and in which blocks it comes to stand. */
  readonly carried: ReadonlySet<string>;
  readonly containers: ReadonlySet<string>;
  /** Blocks split; with `*`, when a part is no plain paragraph. */
  readonly split: ReadonlySet<string>;
  /** Blocks moved to where they may not be split, named as `split` names them. */
  readonly unsplittable: ReadonlySet<string>;
}

type Keys = Exclude<keyof Footprint, "words">;

/** What of one may not meet what of the other. */
const clashing: readonly (readonly [Keys, Keys])[] = [
  ["suppressed", "suppressed"],
  ["suppressed", "needed"],
  ["closedGaps", "gaps"],
  ["closedGaps", "closedGaps"],
  ["moved", "moved"],
  ["moved", "joined"],
  ["unsplittable", "split"],
];

/** What must meet both ways round, to conflict. */
const wrapping: readonly [Keys, Keys] = ["carried", "containers"];

type Interval = readonly [from: number, to: number];

function footprintOf(changes: ChangeSet, base: Tree): Footprint {
  const words = new Map<BlockId, Interval[]>();
  const needed = new Set<BlockId>();
  const suppressed = new Set<BlockId>();
  const attrs = new Set<BlockId>();
  const places = new Gaps(changes);
  const gaps = new Set<string>();
  const closedGaps = new Set<string>();
  const moved = new Set<BlockId>();
  const joined = new Set<BlockId>();
  const carried = new Set<BlockId>();
  const containers = new Set<BlockId>();
  const split = new Set<string>();
  const unsplittable = new Set<string>();
  const touch = (block: BlockId, from: number, to: number): void => {
    needed.add(block);
    words.set(block, [...(words.get(block) ?? []), [from, to]]);
  };
  const bring = (change: Placing): void => {
    needed.add(places.containerOf(change));
    if (!isNewName(change.parent)) gaps.add(places.keyOf(change));
  };
  for (const change of changes) {
    switch (change.kind) {
      case "text":
        touch(change.block, change.from, change.to);
        for (const piece of change.inserted) {
          if (!isBreak(piece)) continue;
          split.add(change.block);
          if (piece.break.type !== "paragraph") split.add(`${change.block}*`);
        }
        break;
      case "join": {
        const into = places.ownerOf(change.into);
        for (const between of joinedOver(change, into, base)) closedGaps.add(between);
        touch(change.block, 0, 0);
        touch(...endOf(into, base));
        joined.add(change.block).add(into);
        break;
      }
      case "delete":
        for (const id of change.subtree) suppressed.add(id);
        break;
      case "insert":
        bring(change);
        break;
      case "attrs":
        needed.add(change.block);
        attrs.add(change.block);
        break;
      case "move": {
        bring(change);
        const block = base.blocks.get(change.block);
        needed.add(change.block);
        const goes = [change.block, ...places.guestsOf(change.block)];
        for (const id of goes) moved.add(id);
        for (const id of block ? subtreeOf(block) : []) carried.add(id);
        containers.add(places.containerOf(change));
        if (block?.parent?.id === change.parent) break;
        for (const id of goes) unsplittable.add(`${id}*`);
        if ((places.typeOf(change.parent) ?? base.blocks.get(change.parent)?.type) === "item") {
          for (const id of goes) unsplittable.add(id);
        }
        break;
      }
    }
  }
  const structure = { moved, joined, carried, containers, split, unsplittable };
  return { words, needed, suppressed, attrs, gaps, closedGaps, ...structure };
}

function endOf(id: BlockId, base: Tree): [BlockId, number, number] {
  const end = base.blocks.get(id)?.words?.size ?? 0;
  return [id, end, end];
}

/** Every gap between the two blocks of a join; blocks between them are suppressed or joined by the same amendment. */
function joinedOver(change: JoinChange, into: BlockId, base: Tree): readonly string[] {
  const block = base.blocks.get(change.block);
  if (!block) return [];
  const siblings = siblingsOf(block).map(({ id }) => id);
  const between = siblings.slice(Math.max(siblings.indexOf(into), 0), siblings.indexOf(block.id));
  return between.map((id) => gapKey(block.parent?.id ?? "", id));
}

function relate(a: Footprint, b: Footprint): Exclude<Relation, "identical"> {
  if (clashes(a, b) || clashes(b, a) || wrapEachOther(a, b) || meet(a.attrs, b.attrs) || wordsMeet(a, b)) {
    return "conflict";
  }
  return meet(a.gaps, b.gaps) ? "sameGap" : "independent";
}

const clashes = (a: Footprint, b: Footprint): boolean => clashing.some(([one, other]) => meet(a[one], b[other]));

/** Each puts something into what the other carries elsewhere: together they might put a block into itself. */
const wrapEachOther = (a: Footprint, b: Footprint): boolean =>
  meet(a.carried, b.containers) && meet(b.carried, a.containers);

function meet<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  for (const value of small) if (large.has(value)) return true;
  return false;
}

function wordsMeet(a: Footprint, b: Footprint): boolean {
  for (const [block, intervals] of a.words) {
    const others = b.words.get(block);
    if (others && intervals.some(([from, to]) => others.some(([start, end]) => from <= end && start <= to)))
      return true;
  }
  return false;
}
