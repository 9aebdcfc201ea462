import { canonicalJson, type Json } from "../journal/index.ts";
import { assertNever } from "../refusals.ts";
import type { BlockId, TextNode } from "../texts/index.ts";
import { apply } from "./apply.ts";
import { hashOf } from "./canonicalise.ts";
import {
  breakName,
  changeSetHash,
  isBreak,
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
import { gapKey, Gaps, nameOf } from "./gaps.ts";
import { passageBetween, type Passage, type Place } from "./passage.ts";
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
  readonly gaps: Gaps;
  readonly suppressed: ReadonlySet<BlockId>;
  /** Base blocks that the set joins to another, and to which block of the current text, or break of the set. */
  readonly joins = new Map<BlockId, BlockId>();
  /** New names of the set that stand in the current text already. */
  readonly found = new Map<BlockId, BlockId>();
  /** The last break that the set makes in a block of the current text, and where. */
  readonly breaks = new Map<BlockId, { readonly name: BlockId; readonly offset: number }>();
  readonly #tails = new Map<string, BlockId>();

  constructor(changes: ChangeSet, passage: Passage) {
    this.passage = passage;
    this.gaps = new Gaps(changes);
    this.suppressed = new Set(changes.flatMap((change) => (change.kind === "delete" ? change.subtree : [])));
  }

  /** The insertion after `place`, behind those of the same set that already went there. */
  place(change: InsertChange, place: string, after: BlockId | null): InsertChange {
    const placed = { ...change, after: this.#tails.get(place) ?? after };
    this.#tails.set(place, nameOf(change.node));
    return placed;
  }

  /** The block in which the words of a base block end: that of the set's own last break, or of the current text. */
  endOf(block: BlockId): BlockId {
    const parts = this.passage.before.blocks.get(block)?.words ? this.passage.parts(block) : [];
    const last = parts[parts.length - 1] ?? block;
    return this.breaks.get(last)?.name ?? this.joins.get(last) ?? last;
  }

  /** Notes where a break of the set falls in the current text. */
  noteBreak(name: BlockId, place: Place): void {
    const known = this.breaks.get(place.block);
    if (!known || known.offset <= place.offset) this.breaks.set(place.block, { name, offset: place.offset });
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
function carryWords(change: TextChange, own: Wishes): Carried {
  const { passage, found } = own;
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
  for (const piece of change.inserted) if (isBreak(piece)) own.noteBreak(breakName(piece), from);
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
  const { passage, joins, suppressed } = own;
  const base = own.gaps.ownerOf(change.into);
  if (passage.suppressed.has(change.block) || passage.suppressed.has(base)) return fall;
  const standing = passage.joined.get(change.block);
  if (standing !== undefined) return standing === base ? done : fall;
  const parts = passage.parts(base);
  const last = passage.after.blocks.get(parts[parts.length - 1] ?? base);
  const block = passage.after.blocks.get(change.block);
  if (!last || !block || last.parent !== block.parent) return fall;
  const siblings = siblingsOf(block);
  if (siblings.indexOf(last) > siblings.indexOf(block)) return fall;
  const between = siblings.slice(siblings.indexOf(last) + 1, siblings.indexOf(block));
  if (!between.every(({ id }) => suppressed.has(id) || joins.has(id))) return fall;
  const into = own.endOf(base);
  joins.set(block.id, into);
  return live({ ...change, into });
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
 * brought to that gap. The same block already brought to the same gap: satisfied.
 */
function carryInsertion(change: InsertChange, own: Wishes): Carried {
  const { passage, found } = own;
  const parent = passage.after.blocks.get(change.parent);
  if (!parent || passage.suppressed.has(change.parent)) return fall;
  const place = placeOf(own.gaps.anchorOf(change), parent, passage);
  let end = place + 1;
  while (end < parent.children.length && !passage.before.blocks.has(parent.children[end]?.id ?? "")) end++;
  const newcomers = parent.children.slice(place + 1, end);
  const key = own.gaps.keyOf(change);
  const used = new Set(found.values());
  const twin = newcomers.find(
    (block) => passage.brought.get(block.id) === key && !used.has(block.id) && isTwin(block, change.node),
  );
  if (twin) {
    found.set(nameOf(change.node), twin.id);
    return done;
  }
  const anchor = parent.children[place]?.id ?? null;
  const crowded = newcomers.some(({ id }) => passage.brought.has(id));
  const last = newcomers[newcomers.length - 1]?.id ?? null;
  const after = crowded || anchor === null ? last : own.endOf(anchor);
  return live(own.place(change, gapKey(change.parent, anchor), after));
}

/** Which child of `parent` in the current text: the anchor itself, else the nearest earlier base sibling; -1 before all. */
function placeOf(anchor: BlockId | null, parent: Block, passage: Passage): number {
  if (anchor === null) return -1;
  const standing = parent.children.findIndex(({ id }) => id === anchor);
  if (standing >= 0) return standing;
  const base = passage.before.blocks.get(anchor);
  const siblings = base ? siblingsOf(base) : [];
  const earlier = base ? siblings[siblings.indexOf(base) - 1] : undefined;
  return placeOf(earlier?.id ?? null, parent, passage);
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
