import { ok, type Result } from "../refusals.ts";
import type { BlockId, TextNode } from "../texts/index.ts";
import { apply, applyAndName } from "./apply.ts";
import { breakName, isBreak, newName, type Change, type ChangeSet, type JoinChange } from "./change.ts";
import type { Comparison } from "./compare.ts";
import { Gaps, nameOf } from "./gaps.ts";
import { mapNames, newNamesIn } from "./names.ts";
import { idOf, plant, siblingsOf, type Block, type Tree } from "./tree.ts";

/**
 * What an author can take back by itself: for each change of a set, in the set's order, the change and what hangs on it
 * (blocks moved into a new article, a paragraph joined behind another, a block suppressed here and brought back there, as
 * `realName` tells). Whatever is taken back, the rest applies to `base`. A part that two changes share is told once.
 */
export function partsOf(
  base: TextNode,
  { changes, realName }: Pick<Comparison, "changes" | "realName">,
): readonly ChangeSet[] {
  const parts = new Map<string, ChangeSet>();
  for (const part of partOfEach(base, { changes, realName }).values())
    parts.set(part.map((one) => changes.indexOf(one)).join(), part);
  return [...parts.values()];
}

/** The part that goes with each change, in the set's order. */
export function partOfEach(
  base: TextNode,
  { changes, realName }: Pick<Comparison, "changes" | "realName">,
): ReadonlyMap<Change, ChangeSet> {
  const tree = plant(base);
  const gaps = new Gaps(changes);
  const brought = new Map(changes.map((change) => [change, newNamesIn(change).map(realName)]));
  const areOneMove = (one: Change, other: Change): boolean =>
    one.kind === "delete" && (brought.get(other)?.some((id) => one.subtree.includes(id)) ?? false);
  const parts = new Map<Change, ChangeSet>();
  for (const change of changes) {
    const part = partOf(
      change,
      base,
      changes,
      (other, taken) => hangs(other, taken, tree, gaps) || areOneMove(other, taken) || areOneMove(taken, other),
    );
    parts.set(change, part);
  }
  return parts;
}

function partOf(
  change: Change,
  base: TextNode,
  changes: ChangeSet,
  hangsOn: (other: Change, taken: Change) => boolean,
): ChangeSet {
  const taken = new Set([change]);
  for (const one of taken) for (const other of changes) if (hangsOn(other, one)) taken.add(other);
  const part = changes.filter((one) => taken.has(one));
  if (part.every(isOfWordsAlone)) return part;
  // A title written anew is a suppression and an insertion, of which neither stands alone.
  return apply(base, withoutPart(changes, part), 0).ok ? part : changes;
}

const isOfWordsAlone = (change: Change): boolean => change.kind === "text" && !change.inserted.some(isBreak);

/** The rest of a set: anchored where what is taken back stood, its new blocks named anew. */
export function withoutPart(changes: ChangeSet, part: ChangeSet): ChangeSet {
  const rest = restOf(changes, part);
  const names = rest.flatMap(newNamesIn);
  names.sort((a, b) => Number(a.slice(1)) - Number(b.slice(1)));
  const places = new Map(names.map((name, k) => [name, newName(k)]));
  return rest.map((change) => mapNames(change, (name) => places.get(name) ?? name));
}

function restOf(changes: ChangeSet, part: ChangeSet): ChangeSet {
  const gone = new Set(part);
  const anchors = anchorsOf(changes, gone);
  const settle = (after: BlockId | null): BlockId | null => {
    let anchor = after;
    while (anchor !== null && anchors.has(anchor)) anchor = anchors.get(anchor) ?? null;
    return anchor;
  };
  return changes.filter((change) => !gone.has(change)).map((change) => anchored(change, settle));
}

/** One part as an amendment of its own. */
export const partAlone = (changes: ChangeSet, part: ChangeSet): ChangeSet =>
  withoutPart(
    changes,
    changes.filter((change) => !part.includes(change)),
  );

/**
 * The amended text when a part is taken back. New blocks that stay keep the ids that they bear in it.
 */
export function takeBack(
  base: TextNode,
  { changes, realName }: Pick<Comparison, "changes" | "realName">,
  part: ChangeSet,
): Result<TextNode> {
  if (part.length === changes.length) return ok(base);
  const applied = applyAndName(base, restOf(changes, part), 0);
  if (!applied.ok) return applied;
  const { doc, names } = applied.value;
  return ok(called(doc, new Map([...names].map(([name, id]) => [id, realName(name)]))));
}

function called(node: TextNode, names: ReadonlyMap<BlockId, BlockId>): TextNode {
  if (node.isText) return node;
  const children: TextNode[] = [];
  node.forEach((child) => children.push(called(child, names)));
  const id = node.type.name === "doc" ? null : idOf(node);
  const attrs = id === null ? null : { ...node.attrs, id: names.get(id) ?? id };
  return node.type.create(attrs, children, node.marks);
}

/** Where the new and the moved blocks of the changes that go would have stood. */
function anchorsOf(changes: ChangeSet, gone: ReadonlySet<Change>): ReadonlyMap<BlockId, BlockId | null> {
  const anchors = new Map<BlockId, BlockId | null>();
  const lastPart = new Map<BlockId, BlockId>();
  for (const change of changes) {
    const goes = gone.has(change);
    if (change.kind === "insert" && goes) anchors.set(nameOf(change.node), change.after);
    else if (change.kind === "move" && goes) anchors.set(change.block, change.after);
    else if (change.kind === "text") {
      for (const piece of change.inserted) {
        if (!isBreak(piece)) continue;
        if (goes) anchors.set(breakName(piece), lastPart.get(change.block) ?? change.block);
        lastPart.set(change.block, breakName(piece));
      }
    }
  }
  return anchors;
}

function anchored(change: Change, settle: (after: BlockId | null) => BlockId | null): Change {
  if (change.kind === "insert" || change.kind === "move") return { ...change, after: settle(change.after) };
  return change.kind === "join" ? { ...change, into: settle(change.into) ?? change.into } : change;
}

/** Must `other` go when `taken` goes? */
function hangs(other: Change, taken: Change, tree: Tree, gaps: Gaps): boolean {
  switch (taken.kind) {
    case "insert":
      return (other.kind === "insert" || other.kind === "move") && newNamesIn(taken).includes(other.parent);
    case "join":
      // Its words would be suppressed along with what they were joined out of.
      if (other.kind === "delete") return isWithin(tree.blocks.get(taken.block), other.block);
      return other.kind === "join" && other !== taken && reachesOver(other, taken.block, tree, gaps);
    case "delete":
      return other.kind === "join" && reachesOver(other, taken.block, tree, gaps);
    case "move":
      // Moved out of what is suppressed: it would be suppressed along with it.
      return other.kind === "delete" && isWithin(tree.blocks.get(taken.block), other.block);
    case "text":
    case "attrs":
      return false;
    default:
      return taken satisfies never;
  }
}

/** Does it stand between the two blocks of a join? */
function reachesOver(join: JoinChange, id: BlockId, tree: Tree, gaps: Gaps): boolean {
  const block = tree.blocks.get(join.block);
  if (!block) return false;
  const siblings = siblingsOf(block).map((sibling) => sibling.id);
  const at = siblings.indexOf(id);
  return at > siblings.indexOf(gaps.ownerOf(join.into)) && at < siblings.indexOf(join.block);
}

const isWithin = (block: Block | null | undefined, outer: BlockId): boolean =>
  block !== null && block !== undefined && (block.id === outer || isWithin(block.parent, outer));
