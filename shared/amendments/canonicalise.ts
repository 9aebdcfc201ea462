import { hashJson } from "../journal/index.ts";
import { ok, refuse, type Result } from "../refusals.ts";
import { type BlockId, type TextNode } from "../texts/index.ts";
import { applyToTree, sameTree } from "./apply.ts";
import { newName, rootId, type Change, type ChangeSet, type MoveChange } from "./change.ts";
import { changesOf, groupWords } from "./regroup.ts";
import { sameWords } from "./tokens.ts";
import { blockJson, plant, siblingsOf, subtreeOf, type Block, type Tree, type Without } from "./tree.ts";

/** All that changed between two documents, and what each new block of the change set is called in the second. */
export interface Delta {
  readonly base: TextNode;
  readonly current: TextNode;
  readonly changes: ChangeSet;
  readonly names: ReadonlyMap<BlockId, BlockId>;
}

/**
 * The canonical change set from `base` to `amended`: how it was typed cannot matter. A block that stands in both is the same
 * block wherever it stands; what changed place is moved. No change: an empty list, which cannot be submitted.
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
  const now = plant(current);
  const kept = keptIn(before, now);
  return proved(base, current, before, kept) ?? proved(base, current, before, withoutMoves(before, now)) ?? refused;
}

const refused = refuse("unprovable-amendment");

/** The changes with splits and joins, or else without, if they give `current`; null when neither does. */
function proved(base: TextNode, current: TextNode, before: Tree, kept: Kept): Result<Delta> | null {
  const names = new Map<BlockId, BlockId>();
  const after = plant(current, (id) => {
    if (kept.survivors.has(id)) return id;
    const name = newName(names.size);
    names.set(name, id);
    return name;
  });
  for (const regroup of [true, false]) {
    const changes = listChanges(before, after, kept, regroup);
    const proof = plant(base);
    if (applyToTree(proof, changes) && sameTree(proof.root, after.root)) return ok({ base, current, changes, names });
  }
  return null;
}

/** Blocks that stand in both texts, and those of them that have not changed place. */
interface Kept {
  readonly survivors: ReadonlySet<BlockId>;
  readonly stayers: ReadonlySet<BlockId>;
}

/**
 * Blocks of one type that stand in both, wherever. A title lives and goes with what it is the title of. Those stay that
 * are under the same parent in the same order: of blocks that have changed order, those with most words in all.
 */
function keptIn(before: Tree, after: Tree): Kept {
  const survivors = new Set<BlockId>();
  for (const is of after.blocks.values()) {
    const was = before.blocks.get(is.id);
    if (was?.type === is.type && (!isTitle(is) || was.parent?.id === is.parent?.id)) survivors.add(is.id);
  }
  const stayers = new Set<BlockId>([rootId]);
  for (const id of survivors) {
    const [was, is] = [before.blocks.get(id), after.blocks.get(id)];
    if (was && is) for (const pair of inPlace(commonOf(was, is, survivors))) stayers.add(pair.is.id);
  }
  return { survivors, stayers };
}

const isTitle = ({ type }: Block): boolean => type === "title" || type === "articleTitle";

/** The same where nothing counts as moved: what is not under the same parent in the same order is another block. */
function withoutMoves(before: Tree, after: Tree): Kept {
  const survivors = new Set<BlockId>([rootId]);
  const visit = (was: Block, is: Block): void => {
    for (const pair of inPlace(commonOf(was, is))) {
      survivors.add(pair.is.id);
      visit(pair.was, pair.is);
    }
  };
  visit(before.root, after.root);
  return { survivors, stayers: survivors };
}

/** Blocks of one type that stand in both parents, in the order of the second; only `among` these, when told. */
function commonOf(was: Block, is: Block, among?: ReadonlySet<BlockId>): readonly Common[] {
  const places = new Map(was.children.map((child, j) => [child.id, { child, j }]));
  return is.children.flatMap((child) => {
    const place = places.get(child.id);
    if (place?.child.type !== child.type || (among && !among.has(child.id))) return [];
    return [{ place: place.j, was: place.child, is: child }];
  });
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

function listChanges(before: Tree, after: Tree, { survivors, stayers }: Kept, regroup: boolean): ChangeSet {
  const survives: Without = ({ id }) => survivors.has(id);
  const words: Change[] = [];
  const joins: Change[] = [];
  const attrs: Change[] = [];
  const placings: Change[] = [];
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
    if (stayers.has(is.id) || !is.parent) continue;
    const place = placeOf(is, is.parent);
    if (survivors.has(is.id)) placings.push({ kind: "move", block: is.id, ...place });
    else if (survives(is.parent) && !settled.has(is.id)) {
      placings.push({ kind: "insert", ...place, node: blockJson(is, survives) });
    }
  }
  const leaves: Without = ({ id }) => survivors.has(id) || settled.has(id);
  for (const was of before.blocks.values()) {
    if (survivors.has(was.id) || settled.has(was.id) || !survivors.has(was.parent?.id ?? "")) continue;
    deletes.push({ kind: "delete", block: was.id, hash: hashOf(was, leaves), subtree: subtreeOf(was, leaves) });
  }
  return [...words, ...attrs, ...joins, ...placings, ...deletes];
}

function placeOf(block: Block, parent: Block): Pick<MoveChange, "parent" | "after"> {
  const previous = parent.children[parent.children.indexOf(block) - 1];
  return { parent: parent.id, after: previous?.id ?? null };
}

/** What a suppression names of the block it suppresses: all its words, marks and ids, but for what is moved out of it, or joined to that. */
export const hashOf = (block: Block, without?: Without): string => hashJson(blockJson(block, without));

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
