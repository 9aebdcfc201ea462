import type { BlockId, TextNode } from "../texts/index.ts";
import { apply } from "./apply.ts";
import { rootId, type Change, type ChangeSet } from "./change.ts";
import type { Comparison } from "./compare.ts";
import { Gaps } from "./gaps.ts";
import { partAlone, partsOf } from "./take-back.ts";
import { plant, subtreeOf, type Block, type Tree } from "./tree.ts";

/**
 * The amendments that one could be made of, article by article, in the order of their first changes: all that stands
 * outside the articles is one, a new article one by itself. A block that goes from one article to another holds the two
 * together. Only the whole set, when the parts cannot stand apart.
 */
export function byArticle(base: TextNode, comparison: Comparison): readonly ChangeSet[] {
  const { changes } = comparison;
  const tree = plant(base);
  const gaps = new Gaps(changes);
  const groups: { keys: Set<string>; changes: Set<Change> }[] = [];
  for (const part of partsOf(base, comparison)) {
    const group = { keys: new Set(part.flatMap((change) => keysOf(change, tree, gaps))), changes: new Set(part) };
    for (const other of groups.filter(
      ({ keys, changes: held }) => meet(keys, group.keys) || meet(held, group.changes),
    )) {
      for (const key of other.keys) group.keys.add(key);
      for (const change of other.changes) group.changes.add(change);
      groups.splice(groups.indexOf(other), 1);
    }
    groups.push(group);
  }
  const split = groups
    .map((group) => changes.filter((change) => group.changes.has(change)))
    .sort((a, b) => placeOf(a, tree) - placeOf(b, tree));
  return split.every((some) => apply(base, partAlone(changes, some), 0).ok) ? split : [changes];
}

const outside = "";

/** The article that a change is in; of what is moved that in which it stands and that to which it goes. */
function keysOf(change: Change, tree: Tree, gaps: Gaps): readonly string[] {
  const into = (id: BlockId): string => articleOf(tree.blocks.get(id)) ?? outside;
  if (change.kind === "move") return [into(change.block), into(gaps.containerOf(change))];
  if (change.kind !== "insert") return [into(change.block)];
  if (change.parent !== rootId) return [into(change.parent)];
  return [isArticle(change.node) ? `new ${change.after ?? ""}` : outside];
}

function articleOf(block: Block | null | undefined): BlockId | null {
  if (!block) return null;
  return block.type === "article" ? block.id : articleOf(block.parent);
}

const isArticle = (node: unknown): boolean =>
  typeof node === "object" && node !== null && "type" in node && node.type === "article";

/** Where in the base the first of them is: at a block, or behind all that a block holds. */
function placeOf(changes: ChangeSet, tree: Tree): number {
  const order = [...tree.blocks.keys()];
  const behind = (id: BlockId): number => {
    const held = subtreeOf(tree.blocks.get(id) ?? tree.root);
    return order.indexOf(held[held.length - 1] ?? id) + 0.5;
  };
  const places = changes.map((change) => {
    if (change.kind !== "insert") return order.indexOf(change.block);
    return change.after === null ? order.indexOf(change.parent) + 0.5 : behind(change.after);
  });
  return Math.min(...places);
}

function meet<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean {
  for (const value of a) if (b.has(value)) return true;
  return false;
}
