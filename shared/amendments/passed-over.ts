import type { BlockId, TextNode } from "../texts/index.ts";
import type { Change, ChangeSet } from "./change.ts";
import { plant, siblingsOf, type Tree } from "./tree.ts";

/**
 * Pairs of a list, by their places in it, that `relations` calls independent and that are not quite: the one moves a block
 * past others of its parent, and the other takes some of these away or carries them elsewhere. Both can be adopted; but
 * once nothing is left to pass, the move is satisfied.
 */
export function passingOver(amendments: readonly ChangeSet[], text: TextNode): readonly (readonly [number, number])[] {
  const tree = plant(text);
  const movers = new Map<BlockId, number[]>();
  for (const [a, changes] of amendments.entries()) {
    for (const id of changes.flatMap((change) => passedBy(change, tree))) {
      movers.set(id, [...(movers.get(id) ?? []), a]);
    }
  }
  const pairs = amendments.flatMap((changes, b) =>
    changes.flatMap((change) => {
      const leaves = change.kind === "delete" || change.kind === "move" ? (movers.get(change.block) ?? []) : [];
      return leaves.flatMap((a): (readonly [number, number])[] => (a === b ? [] : [[a, b]]));
    }),
  );
  return pairs;
}

/** The blocks between where a block stands and where it is moved to, in the same parent. */
function passedBy(change: Change, tree: Tree): readonly BlockId[] {
  const block = change.kind === "move" ? tree.blocks.get(change.block) : undefined;
  if (change.kind !== "move" || !block?.parent || block.parent.id !== change.parent) return [];
  const siblings = siblingsOf(block).map(({ id }) => id);
  const [from, to] = [siblings.indexOf(block.id), change.after === null ? -1 : siblings.indexOf(change.after)];
  return to > from ? siblings.slice(from + 1, to + 1) : siblings.slice(to + 1, from);
}
