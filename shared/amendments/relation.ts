import type { BlockId, TextNode } from "../texts/index.ts";
import { changeSetHash, type ChangeSet, type JoinChange } from "./change.ts";
import { gapKey, Gaps } from "./gaps.ts";
import { plant, siblingsOf, type Tree } from "./tree.ts";

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
  const needed = placesBy(touched, ({ needed: ids }) => ids);
  for (const [id, places] of placesBy(touched, ({ suppressed }) => suppressed)) {
    meetAll(places, [...places, ...(needed.get(id) ?? [])]);
  }
  const gaps = placesBy(touched, ({ gaps: keys }) => keys);
  for (const [gap, places] of placesBy(touched, ({ closedGaps }) => closedGaps)) {
    meetAll(places, [...places, ...(gaps.get(gap) ?? [])]);
  }
  const alike = [
    gaps,
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
  readonly needed: ReadonlySet<BlockId>;
  readonly suppressed: ReadonlySet<BlockId>;
  readonly attrs: ReadonlySet<BlockId>;
  /** Where blocks are brought: after which base block of which parent. */
  readonly gaps: ReadonlySet<string>;
  /** Where two blocks are joined: nothing may come between them. */
  readonly closedGaps: ReadonlySet<string>;
}

type Interval = readonly [from: number, to: number];

function footprintOf(changes: ChangeSet, base: Tree): Footprint {
  const words = new Map<BlockId, Interval[]>();
  const needed = new Set<BlockId>();
  const suppressed = new Set<BlockId>();
  const attrs = new Set<BlockId>();
  const places = new Gaps(changes);
  const gaps = new Set<string>();
  const closedGaps = new Set<string>();
  const touch = (block: BlockId, from: number, to: number): void => {
    needed.add(block);
    words.set(block, [...(words.get(block) ?? []), [from, to]]);
  };
  for (const change of changes) {
    switch (change.kind) {
      case "text":
        touch(change.block, change.from, change.to);
        break;
      case "join":
        for (const between of joinedOver(change, places.ownerOf(change.into), base)) closedGaps.add(between);
        touch(change.block, 0, 0);
        touch(...endOf(places.ownerOf(change.into), base));
        break;
      case "delete":
        for (const id of change.subtree) suppressed.add(id);
        break;
      case "insert":
        needed.add(change.parent);
        gaps.add(places.keyOf(change));
        break;
      case "attrs":
        needed.add(change.block);
        attrs.add(change.block);
        break;
      case "move":
        // No amendment is made of moves yet; one that were would conflict with all that names its block.
        suppressed.add(change.block);
        break;
    }
  }
  return { words, needed, suppressed, attrs, gaps, closedGaps };
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
  if (clashes(a, b) || clashes(b, a) || meet(a.attrs, b.attrs) || wordsMeet(a, b)) return "conflict";
  return meet(a.gaps, b.gaps) ? "sameGap" : "independent";
}

function clashes(a: Footprint, b: Footprint): boolean {
  return (
    meet(a.suppressed, b.suppressed) ||
    meet(a.suppressed, b.needed) ||
    meet(a.closedGaps, b.gaps) ||
    meet(a.closedGaps, b.closedGaps)
  );
}

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
