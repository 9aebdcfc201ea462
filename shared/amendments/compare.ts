import { ok, type Result } from "../refusals.ts";
import type { BlockId, TextNode } from "../texts/index.ts";
import { deltaBetween } from "./canonicalise.ts";
import { isNewName, type ChangeSet } from "./change.ts";
import { redline, type RedlineBlock } from "./redline.ts";

/** Two texts side by side: what changes, as it would be submitted and as it is printed. */
export interface Comparison {
  readonly changes: ChangeSet;
  readonly rows: readonly RedlineBlock[];
  /** The id that a new block of the change set bears in the amended text. */
  realName(this: void, name: BlockId): BlockId;
}

/** For whoever is still writing; the rows bear the numbers of `numbered`. Refuses as `canonicalise` does. */
export function compareTexts(base: TextNode, amended: TextNode, numbered = base): Result<Comparison> {
  const delta = deltaBetween(base, amended);
  if (!delta.ok) return delta;
  const { changes, names } = delta.value;
  const realName = (name: BlockId): BlockId => (isNewName(name) ? (names.get(name) ?? name) : name);
  return ok({ changes, rows: redline(base, changes, numbered), realName });
}
