import { canonicalJson, type Json } from "../journal/index.ts";
import { assertNever } from "../refusals.ts";
import type { BlockId, TextNode } from "../texts/index.ts";
import { apply } from "./apply.ts";
import { hashOf } from "./canonicalise.ts";
import {
  breakName,
  changeSetHash,
  isBreak,
  isNewName,
  type AttrsChange,
  type Break,
  type Change,
  type ChangeSet,
  type ChangeState,
  type DeleteChange,
  type InsertChange,
  type JoinChange,
  type TextChange,
  type Token,
} from "./change.ts";
import { nameOf, passageBetween, type Passage } from "./passage.ts";
import { blockJson, siblingsOf, subtreeOf, type Block } from "./tree.ts";

/**
 * A change set carried to the current text. `changes` is what is still to be done, in the current text's own ids and
 * offsets: empty when fallen or satisfied. `states` has one state for each change that was submitted.
 */
export interface Rebased {
  readonly state: ChangeState;
  readonly states: readonly ChangeState[];
  /** Part of it already stands in the text: what remains is shown, and voted, reduced. */
  readonly reduced: boolean;
  readonly changes: ChangeSet;
}

/**
 * Carries `changes`, made on `base`, to `current`: always from the base itself, never in steps, so that the way there
 * cannot matter. If any change falls, all fall. Never refuses: what cannot be carried has fallen.
 */
export function rebase(changes: ChangeSet, base: TextNode, current: TextNode): Rebased {
  const passage = passageBetween(base, current);
  return passage.ok ? rebaseOver(changes, passage.value, current) : fallen(changes);
}

/** The same over a passage worked out before, for many change sets made on one base. */
export function rebaseOver(changes: ChangeSet, passage: Passage, current: TextNode): Rebased {
  if (changes.length > 0 && changeSetHash(changes) === passage.hash) {
    return { state: "satisfied", states: changes.map(() => "satisfied"), reduced: false, changes: [] };
  }
  const own = new Wishes(changes, passage);
  const carried = changes.map((change) => carry(change, own));
  const states = carried.map(({ state }) => state);
  if (states.includes("fallen")) return { state: "fallen", states, reduced: false, changes: [] };
  const rest = carried.flatMap(({ now }) => now);
  const structural = rest.some((change) => change.kind !== "text" || change.inserted.some(isBreak));
  if (structural && !apply(current, rest, 0).ok) return fallen(changes);
  const satisfied = states.every((state) => state === "satisfied");
  return {
    state: satisfied ? "satisfied" : states.includes("altered") ? "altered" : "live",
    states,
    reduced: !satisfied && states.includes("satisfied"),
    changes: rest,
  };
}

const fallen = (changes: ChangeSet): Rebased => ({
  state: "fallen",
  states: changes.map(() => "fallen"),
  reduced: false,
  changes: [],
});

type Carried = { readonly state: ChangeState; readonly now: readonly Change[] };

const fall: Carried = { state: "fallen", now: [] };
const done: Carried = { state: "satisfied", now: [] };
const live = (change: Change): Carried => ({ state: "live", now: [change] });

/** One amendment on its way: what its own parts ask for, and under which ids those already satisfied stand. */
class Wishes {
  readonly passage: Passage;
  readonly suppressed: ReadonlySet<BlockId>;
  readonly joined = new Set<BlockId>();
  /** New names of the change set that stand in the current text already. */
  readonly found = new Map<BlockId, BlockId>();
  /** For each break of the set: the base block that it splits, and whether it lands in that block's last part. */
  readonly breaks = new Map<BlockId, { readonly block: BlockId; isLast: boolean }>();
  /** Where blocks of the set were put: the place, by the names put there, and the last one at each place. */
  readonly #roots = new Map<BlockId, string>();
  readonly #tails = new Map<string, BlockId>();

  constructor(changes: ChangeSet, passage: Passage) {
    this.passage = passage;
    this.suppressed = new Set(changes.flatMap((change) => (change.kind === "delete" ? change.subtree : [])));
    for (const change of changes) {
      if (change.kind !== "text") continue;
      for (const piece of change.inserted) {
        if (isBreak(piece)) this.breaks.set(breakName(piece), { block: change.block, isLast: true });
      }
    }
  }

  /** The insertion, behind those of the same set that already went to that place. */
  place(change: InsertChange, after: BlockId | null): InsertChange {
    const root = (after === null ? undefined : this.#roots.get(after)) ?? `${change.parent}\u0001${after ?? ""}`;
    const placed = { ...change, after: this.#tails.get(root) ?? after };
    const name = nameOf(change.node);
    this.#tails.set(root, name);
    this.#roots.set(name, root);
    return placed;
  }

  /** The last new block that the set splits off the end of a base block, as far as the current text has it whole. */
  lastPartOf(block: BlockId): BlockId | undefined {
    let last: BlockId | undefined;
    for (const [name, part] of this.breaks)
      if (part.block === block && part.isLast && !this.found.has(name)) last = name;
    return last;
  }

  /** The base block that a name of the set belongs to. */
  baseOf(name: BlockId): BlockId {
    return this.breaks.get(name)?.block ?? name;
  }
}

function carry(change: Change, own: Wishes): Carried {
  switch (change.kind) {
    case "text":
      return carryWords(change, own);
    case "join":
      return carryJoin(change, own);
    case "delete":
      return carrySuppression(change, own);
    case "insert":
      return carryInsertion(change, own);
    case "attrs":
      return carryAttrs(change, own);
    case "move":
      return fall; // No amendment is made of moves yet: a block that changes place is suppressed and inserted anew.
    default:
      return assertNever(change);
  }
}

/** The same words already put there: satisfied. Words changed that overlap or touch: fallen. Else they follow their place. */
function carryWords(change: TextChange, { passage, found, breaks }: Wishes): Carried {
  if (passage.suppressed.has(change.block)) return fall;
  for (const hunk of passage.hunks.get(change.block) ?? []) {
    if (hunk.from === change.from && hunk.to === change.to && samePieces(hunk.inserted, change.inserted)) {
      const standing = hunk.inserted.filter(isBreak);
      for (const [k, piece] of change.inserted.filter(isBreak).entries()) {
        const name = standing[k];
        if (name) found.set(breakName(piece), passage.realName(breakName(name)));
      }
      return done;
    }
    if (hunk.from <= change.to && change.from <= hunk.to) return fall;
  }
  const from = passage.land(change.block, change.from);
  const to = passage.land(change.block, change.to);
  for (const piece of change.inserted) {
    const known = isBreak(piece) && breaks.get(breakName(piece));
    if (known) known.isLast = from.isLastPart;
  }
  return live({ ...change, block: from.block, from: from.offset, to: to.offset });
}

function samePieces(a: readonly (Token | Break)[], b: readonly (Token | Break)[]): boolean {
  return a.length === b.length && a.every((piece, k) => pieceKey(piece) === pieceKey(b[k]));
}

function pieceKey(piece: Token | Break | undefined): string {
  if (!piece) return "";
  return isBreak(piece)
    ? canonicalJson({ type: piece.break.type, attrs: { ...piece.break.attrs, id: "" } })
    : canonicalJson([piece.text, piece.marks, piece.node?.type ?? ""]);
}

/** The two must still be neighbours: nothing between them but what this amendment takes away. */
function carryJoin(change: JoinChange, own: Wishes): Carried {
  const { passage, joined, suppressed } = own;
  const base = own.baseOf(change.into);
  if (passage.suppressed.has(change.block) || passage.suppressed.has(base)) return fall;
  const standing = passage.joined.get(change.block);
  if (standing !== undefined) return standing === base ? done : fall;
  const parts = passage.parts(base);
  const last = passage.after.blocks.get(parts[parts.length - 1] ?? base);
  const block = passage.after.blocks.get(change.block);
  if (!last || !block || last.parent !== block.parent) return fall;
  const siblings = siblingsOf(block);
  const between = siblings.slice(siblings.indexOf(last) + 1, siblings.indexOf(block));
  if (siblings.indexOf(last) > siblings.indexOf(block)) return fall;
  if (!between.every(({ id }) => suppressed.has(id) || joined.has(id))) return fall;
  joined.add(block.id);
  return live({ ...change, into: endOf(change.into, own) });
}

/** The block where the words of a base block, or what follows a break of the set, end in the current text. */
function endOf(name: BlockId, own: Wishes): BlockId {
  const { passage, found, breaks } = own;
  const made = breaks.get(name);
  const standing = found.get(name);
  if (made?.isLast && standing === undefined) return name;
  const parts = passage.parts(own.baseOf(name));
  return parts[parts.length - 1] ?? name;
}

function carrySuppression(change: DeleteChange, { passage, suppressed }: Wishes): Carried {
  if (passage.suppressed.has(change.block)) return done;
  const host = passage.joined.get(change.block);
  if (host !== undefined) return suppressed.has(host) ? done : fall;
  // The words of another block now stand in it: nobody asked to suppress those.
  for (const [joined, into] of passage.joined) {
    if (into === change.block && !suppressed.has(joined)) return fall;
  }
  const base = passage.before.blocks.get(change.block);
  const parts = base?.words ? passage.parts(change.block) : [change.block];
  const blocks = parts.map((id) => passage.after.blocks.get(id));
  const [block] = blocks;
  if (!block) return fall;
  if (blocks.length === 1 && hashOf(block) === change.hash) return live(change);
  return { state: "altered", now: blocks.flatMap((part) => (part ? [suppression(part)] : [])) };
}

const suppression = (block: Block): DeleteChange => ({
  kind: "delete",
  block: block.id,
  hash: hashOf(block),
  subtree: subtreeOf(block),
});

/**
 * Goes after the base block it was put after, or the nearest earlier one that still stands, and after what others have
 * brought to that gap. The same block already brought there: satisfied.
 */
function carryInsertion(change: InsertChange, own: Wishes): Carried {
  const { passage, found, breaks } = own;
  const parent = passage.after.blocks.get(change.parent);
  if (!parent || passage.suppressed.has(change.parent)) return fall;
  const { after } = change;
  const standing = after === null ? undefined : found.get(after);
  const ownAnchor = after !== null && isNewName(after) && !breaks.has(after);
  if (ownAnchor && standing === undefined) return live(own.place(change, after));
  const anchor = after === null ? null : ownAnchor ? (standing ?? after) : own.baseOf(after);
  const gap = gapAfter(anchor, parent, own);
  const brought = gap.filter(({ id }) => passage.brought.has(id));
  const used = new Set(found.values());
  const twin = brought.find((block) => !used.has(block.id) && isTwin(block, change.node));
  if (twin) {
    found.set(nameOf(change.node), twin.id);
    return done;
  }
  if (ownAnchor) return live(own.place(change, anchor));
  const first = gap[0];
  const ownPart = brought.length === 0 && first ? own.lastPartOf(first.id) : undefined;
  return live(own.place(change, ownPart ?? gap[gap.length - 1]?.id ?? null));
}

/**
 * The blocks of the current text from the one that a gap follows to the last one brought to it. The first is missing when
 * the gap is at the beginning of its parent.
 */
function gapAfter(anchor: BlockId | null, parent: Block, own: Wishes): readonly Block[] {
  const { passage } = own;
  const place = anchor === null ? -1 : placeOf(anchor, parent, own);
  let end = place + 1;
  while (end < parent.children.length && !passage.before.blocks.has(parent.children[end]?.id ?? "")) end++;
  return parent.children.slice(Math.max(place, 0), end);
}

/** The block itself, else an earlier base sibling: not one that this amendment joins to another. */
function placeOf(anchor: BlockId, parent: Block, own: Wishes): number {
  const { passage } = own;
  const standing = own.joined.has(anchor) ? -1 : parent.children.findIndex(({ id }) => id === anchor);
  if (standing >= 0) return standing;
  const base = passage.before.blocks.get(anchor);
  const siblings = base ? siblingsOf(base) : [];
  const earlier = base ? siblings[siblings.indexOf(base) - 1] : undefined;
  return earlier ? placeOf(earlier.id, parent, own) : -1;
}

const isTwin = (block: Block, node: Json): boolean =>
  canonicalJson(nameless(blockJson(block))) === canonicalJson(nameless(node));

function nameless(json: Json): Json {
  if (typeof json !== "object" || json === null) return json;
  if (isList(json)) return json.map(nameless);
  return Object.fromEntries(Object.entries(json).map(([key, value]) => [key, key === "id" ? "" : nameless(value)]));
}

const isList = (json: Json): json is readonly Json[] => Array.isArray(json);

function carryAttrs(change: AttrsChange, { passage }: Wishes): Carried {
  const block = passage.after.blocks.get(change.block);
  if (!block || passage.suppressed.has(change.block)) return fall;
  const now = canonicalJson(block.attrs);
  if (now === canonicalJson(change.after)) return done;
  return now === canonicalJson(change.before) ? live(change) : fall;
}
