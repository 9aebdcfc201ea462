import type { BlockId, BlockNumber } from "../texts/index.ts";
import { isNewName, type MoveChange } from "./change.ts";
import type { Gaps } from "./gaps.ts";
import type { Block, Tree } from "./tree.ts";

/** Of a block that is moved: where it goes, said where it stood; or where it stood, said where it goes. */
export type RedlineMove =
  | { readonly to: (typeof aims)[number]; readonly number: number | null }
  | { readonly from: (typeof origins)[number]; readonly number: number | null };

const aims = [
  "after-article",
  "after-paragraph",
  "start-of-article",
  "start",
  "new-article",
  "new-list",
  "new-quote",
  "elsewhere",
] as const;
const origins = ["article", "preamble", "elsewhere"] as const;

interface MoveFacts {
  readonly tree: Tree;
  readonly gaps: Gaps;
  readonly numbers: ReadonlyMap<BlockId, BlockNumber>;
}

const newAims: Readonly<Record<string, (typeof aims)[number]>> = {
  article: "new-article",
  list: "new-list",
  item: "new-list",
  quote: "new-quote",
};

/** By the numbers of the base; what is put into a new block has only that block to be named by. */
export function aimOf(change: MoveChange, { gaps, numbers, tree }: MoveFacts): RedlineMove {
  if (isNewName(change.parent)) {
    return { to: newAims[gaps.typeOf(change.parent) ?? ""] ?? "elsewhere", number: null };
  }
  const anchor = gaps.anchorOf(change);
  const block = anchor === null ? undefined : tree.blocks.get(anchor);
  if (block?.type === "articleTitle") {
    const article = numbers.get(change.parent);
    return { to: "start-of-article", number: article?.number ?? null };
  }
  if (block?.type === "title") return { to: "start", number: null };
  const last = block && lastNumbered(block, numbers);
  if (!last) return { to: "elsewhere", number: null };
  return { to: last.kind === "article" ? "after-article" : "after-paragraph", number: last.number };
}

/** The number of a block, or the last one in it. */
function lastNumbered(block: Block, numbers: ReadonlyMap<BlockId, BlockNumber>): BlockNumber | undefined {
  const own = numbers.get(block.id);
  if (own) return own;
  const last = block.children[block.children.length - 1];
  return last && lastNumbered(last, numbers);
}

/** The article or the preamble that it leaves; nothing when it stays in it. */
export function originOf(change: MoveChange, { gaps, numbers, tree }: MoveFacts): RedlineMove {
  const from = divisionOf(tree.blocks.get(change.block)?.parent);
  if (!from || from === divisionOf(tree.blocks.get(gaps.containerOf(change))))
    return { from: "elsewhere", number: null };
  if (from.type === "preamble") return { from: "preamble", number: null };
  return { from: "article", number: numbers.get(from.id)?.number ?? null };
}

const divisionOf = (block: Block | null | undefined): Block | null =>
  !block || block.type === "article" || block.type === "preamble" ? (block ?? null) : divisionOf(block.parent);
