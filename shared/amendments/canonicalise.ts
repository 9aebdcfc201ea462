import { hashJson } from "../journal/index.ts";
import { ok, refuse, type Result } from "../refusals.ts";
import { type BlockId, type TextNode } from "../texts/index.ts";
import { applyToTree, sameTree } from "./apply.ts";
import { newName, rootId, type Change, type ChangeSet } from "./change.ts";
import { changesOf, groupWords } from "./regroup.ts";
import { sameWords } from "./tokens.ts";
import { blockJson, plant, siblingsOf, subtreeOf, type Block, type Tree } from "./tree.ts";

/** All that changed between two documents, and what each new block of the change set is called in the second. */
export interface Delta {
  readonly base: TextNode;
  readonly current: TextNode;
  readonly changes: ChangeSet;
  readonly names: ReadonlyMap<BlockId, BlockId>;
}

/**
 * The canonical change set from `base` to `amended`: how it was typed cannot matter. A block that changed place is
 * suppressed and inserted anew. No change: an empty list, which cannot be submitted.
 * Proved before it is returned: applied to `base` it gives `amended`, else unprovable-amendment.
 */
export function canonicalise(base: TextNode, amended: TextNode): Result<ChangeSet> {
  const delta = deltaBetween(base, amended);
  return delta.ok ? ok(delta.value.changes) : delta;
}

/** The same with the names of new blocks, as rebase needs them. */
export function deltaBetween(base: TextNode, current: TextNode): Result<Delta> {
  if (base.eq(current)) return ok({ base, current, changes: [], names: new Map() });
  const before = plant(base);
  const survivors = survivorsOf(before, plant(current));
  const names = new Map<BlockId, BlockId>();
  const after = plant(current, (id) => {
    if (survivors.has(id)) return id;
    const name = newName(names.size);
    names.set(name, id);
    return name;
  });
  for (const regroup of [true, false]) {
    const changes = listChanges(before, after, survivors, regroup);
    const proof = plant(base);
    if (applyToTree(proof, changes) && sameTree(proof.root, after.root)) return ok({ base, current, changes, names });
  }
  return refuse("unprovable-amendment");
}

/** Blocks that stand in both, of one type, under the same surviving parent, in the same order. */
function survivorsOf(before: Tree, after: Tree): ReadonlySet<BlockId> {
  const survivors = new Set<BlockId>([rootId]);
  const visit = (was: Block, is: Block): void => {
    const places = new Map(was.children.map((child, j) => [child.id, { child, j }]));
    const common = is.children.flatMap((child) => {
      const place = places.get(child.id);
      return place?.child.type === child.type ? [{ place: place.j, was: place.child, is: child }] : [];
    });
    for (const pair of inPlace(common)) {
      survivors.add(pair.is.id);
      visit(pair.was, pair.is);
    }
  };
  visit(before.root, after.root);
  return survivors;
}

interface Common {
  readonly place: number;
  readonly was: Block;
  readonly is: Block;
}

/**
 * Of blocks that stand in both, those that count as staying where they are: in the order of the base, with most words in
 * all. So it is the shorter of two that has changed place.
 */
function inPlace(common: readonly Common[]): readonly Common[] {
  if (common.every(({ place }, k) => k === 0 || place > (common[k - 1]?.place ?? 0))) return common;
  const best: { weight: number; before: number }[] = [];
  let heaviest = -1;
  for (const [k, { place, was }] of common.entries()) {
    let before = -1;
    for (let i = 0; i < k; i++) {
      if ((common[i]?.place ?? 0) < place && (best[i]?.weight ?? 0) > (best[before]?.weight ?? 0)) before = i;
    }
    best.push({ weight: weightOf(was) + (best[before]?.weight ?? 0), before });
    if ((best[k]?.weight ?? 0) > (best[heaviest]?.weight ?? 0)) heaviest = k;
  }
  const kept: Common[] = [];
  for (let k = heaviest; k >= 0; k = best[k]?.before ?? -1) {
    const pair = common[k];
    if (pair) kept.push(pair);
  }
  return kept.reverse();
}

const weightOf = (block: Block): number =>
  block.children.reduce((sum, child) => sum + weightOf(child), 1 + (block.words?.size ?? 0));

function listChanges(before: Tree, after: Tree, survivors: ReadonlySet<BlockId>, regroup: boolean): ChangeSet {
  const words: Change[] = [];
  const joins: Change[] = [];
  const attrs: Change[] = [];
  const inserts: Change[] = [];
  const deletes: Change[] = [];
  /** Blocks that were joined or split off: neither suppressed nor inserted. */
  const settled = new Set<BlockId>();
  for (const was of before.blocks.values()) {
    if (!survivors.has(was.id)) continue;
    const is = after.blocks.get(was.id);
    if (!is) throw new Error(`A surviving block is not there: ${was.id}`);
    if (was.words && is.words && !sameWords(was.words, is.words)) {
      const gone = regroup ? followers(was, survivors) : [];
      const come = regroup ? followers(is, survivors) : [];
      const group = groupWords(was, is, gone, wordsOnly(come));
      for (const block of [...group.base, ...group.amended]) settled.add(block.id);
      for (const change of changesOf(group)) (change.kind === "text" ? words : joins).push(change);
    }
    const changed = Object.entries(is.attrs).some(([key, value]) => was.attrs[key] !== value);
    if (changed) attrs.push({ kind: "attrs", block: was.id, before: was.attrs, after: is.attrs });
  }
  for (const is of after.blocks.values()) {
    if (survivors.has(is.id) || settled.has(is.id) || !survivors.has(is.parent?.id ?? "")) continue;
    const siblings = siblingsOf(is);
    const previous = siblings[siblings.indexOf(is) - 1];
    inserts.push({ kind: "insert", parent: is.parent?.id ?? rootId, after: previous?.id ?? null, node: blockJson(is) });
  }
  for (const was of before.blocks.values()) {
    if (survivors.has(was.id) || settled.has(was.id) || !survivors.has(was.parent?.id ?? "")) continue;
    deletes.push({ kind: "delete", block: was.id, hash: hashOf(was), subtree: subtreeOf(was) });
  }
  return [...words, ...attrs, ...joins, ...inserts, ...deletes];
}

/** What a suppression names of the block it suppresses: all its words, marks and ids. */
export const hashOf = (block: Block): string => hashJson(blockJson(block));

/** The blocks after it that do not survive, up to the next that does. */
function followers(block: Block, survivors: ReadonlySet<BlockId>): readonly Block[] {
  const siblings = siblingsOf(block);
  const rest = siblings.slice(siblings.indexOf(block) + 1);
  const end = rest.findIndex((sibling) => survivors.has(sibling.id));
  return end < 0 ? rest : rest.slice(0, end);
}

function wordsOnly(blocks: readonly Block[]): readonly Block[] {
  const end = blocks.findIndex((block) => !block.words);
  return end < 0 ? blocks : blocks.slice(0, end);
}
