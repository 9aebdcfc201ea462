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
  type MoveChange,
  type TextChange,
  type Token,
} from "./change.ts";
import { nameOf, nodesIn } from "./gaps.ts";
import { passageBetween, type Passage } from "./passage.ts";
import { siblingsOf, subtreeOf, type Block, type Without } from "./tree.ts";
import { gapNow, isNewcomer, Wishes } from "./wishes.ts";

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
    return satisfied(changes);
  }
  const own = new Wishes(changes, passage);
  const carried = changes.map((change) => carry(change, own));
  const states = carried.map(({ state }) => state);
  if (states.includes("fallen")) return { state: "fallen", states, reduced: false, changes: [] };
  const rest = carried.flatMap(({ now }) => now);
  const structural = rest.some((change) => change.kind !== "text" || change.inserted.some(isBreak));
  const applied = structural ? apply(current, rest, 0) : null;
  if (applied?.ok === false) return fallen(changes);
  if (applied?.ok && rest.every(({ kind }) => kind === "move") && applied.value.eq(current)) return satisfied(changes);
  if (rest.length === 0) return satisfied(changes);
  return {
    state: states.includes("altered") ? "altered" : "live",
    states,
    reduced: states.includes("satisfied"),
    changes: rest,
  };
}

const fallen = (changes: ChangeSet): Rebased => ({
  state: "fallen",
  states: changes.map(() => "fallen"),
  reduced: false,
  changes: [],
});

const satisfied = (changes: ChangeSet): Rebased => ({
  state: "satisfied",
  states: changes.map(() => "satisfied"),
  reduced: false,
  changes: [],
});

type Carried = { readonly state: ChangeState; readonly now: readonly Change[] };

const fall: Carried = { state: "fallen", now: [] };
const done: Carried = { state: "satisfied", now: [] };
const live = (change: Change): Carried => ({ state: "live", now: [change] });

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
      return carryMove(change, own);
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
  if (passage.moved.has(change.block) || passage.moved.has(base)) return fall;
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

/**
 * Of what was moved out of it meanwhile nothing is suppressed, and nothing that was moved into it: who asked for this did not
 * see it there. So it falls when base blocks came into it, or when only what was moved out of it still stands.
 */
function carrySuppression(change: DeleteChange, { passage, suppressed, leaving, joins }: Wishes): Carried {
  if (passage.suppressed.has(change.block)) {
    return change.subtree.every((id) => passage.suppressed.has(id)) ? done : fall;
  }
  const host = passage.joined.get(change.block);
  if (host !== undefined) return suppressed.has(host) ? done : fall;
  // The words of another block now stand in it: nobody asked to suppress those.
  for (const [joined, into] of passage.joined) {
    if (into === change.block && !suppressed.has(joined)) return fall;
  }
  const leaves: Without = ({ id }) => leaving.has(id) || joins.has(id);
  const base = passage.before.blocks.get(change.block);
  const parts = base?.words ? passage.parts(change.block) : [change.block];
  const blocks = parts.map((id) => passage.after.blocks.get(id));
  const [block] = blocks;
  if (!block) return fall;
  const isForeign = (id: BlockId): boolean => passage.before.blocks.has(id) && !suppressed.has(id);
  if (passage.moved.size > 0 && subtreeOf(block, leaves).some(isForeign)) return fall;
  if (blocks.length === 1 && hashOf(block, leaves) === change.hash) return live(change);
  return { state: "altered", now: blocks.flatMap((part) => (part ? [suppression(part, leaves)] : [])) };
}

const suppression = (block: Block, leaves: Without): DeleteChange => ({
  kind: "delete",
  block: block.id,
  hash: hashOf(block, leaves),
  subtree: subtreeOf(block, leaves),
});

/**
 * Goes after the base block it was put after, or the nearest earlier one that still stands where it stood, and after what
 * others have brought to that gap. The same block already brought to the same gap: satisfied.
 */
function carryInsertion(change: InsertChange, own: Wishes): Carried {
  const { passage, found } = own;
  const parent = passage.after.blocks.get(change.parent);
  if (!parent || passage.suppressed.has(change.parent)) return fall;
  const gap = gapNow(own.gaps.anchorOf(change), parent, own);
  const key = own.gaps.keyOf(change);
  const used = new Set(found.values());
  for (const { id } of gap.newcomers) {
    const twin = passage.brought.get(id);
    if (twin?.gap !== key || used.has(id) || !isTwin(twin.node, change.node)) continue;
    const standing = nodesIn(twin.node);
    for (const [k, { name }] of nodesIn(change.node).entries()) {
      found.set(name, passage.realName(standing[k]?.name ?? name));
    }
    return done;
  }
  return live(own.place(change, gap.key, gap.after, nameOf(change.node)));
}

/**
 * The block with the parts that it was split into, to the same gap as an insertion would go to. Into a container of the same
 * set: after what of the set goes before it. Gone, moved elsewhere, joined, or its container gone: fallen.
 */
function carryMove(change: MoveChange, own: Wishes): Carried {
  const { passage, found, gaps } = own;
  const { block } = change;
  if (passage.suppressed.has(block) || passage.joined.has(block)) return fall;
  // The words of another block now stand in it: nobody asked to move those.
  if ([...passage.joined.values()].includes(block)) return fall;
  const parent = found.get(change.parent) ?? change.parent;
  if (passage.moved.has(block)) return standsThere(change, parent, own) ? done : fall;
  if (isNewName(change.parent)) {
    const after = change.after === null ? null : own.nameNow(change.after);
    return { state: "live", now: movesOf({ ...change, parent, after }, own) };
  }
  const container = passage.after.blocks.get(parent);
  if (!container || passage.suppressed.has(parent)) return fall;
  const gap = gapNow(gaps.anchorOf(change), container, own);
  return { state: "live", now: movesOf(own.place(change, gap.key, gap.after, own.nameNow(block)), own) };
}

/** One move for each part that others split it into; what the set itself splits off goes along by itself. */
function movesOf(change: MoveChange, own: Wishes): readonly MoveChange[] {
  const moves: MoveChange[] = [];
  let { after } = change;
  for (const { block, end } of own.trainOf(change.block)) {
    moves.push({ ...change, block, after });
    after = end;
  }
  return moves;
}

/** Was it moved to the very gap that it is to go to, and behind what of the same set goes before it? */
function standsThere(change: MoveChange, parent: BlockId, own: Wishes): boolean {
  const { passage, gaps } = own;
  const now = passage.moved.get(change.block);
  if (now?.parent !== parent) return false;
  if (!isNewName(change.parent) && now.gap !== gaps.keyOf(change)) return false;
  const siblings = passage.after.blocks.get(parent)?.children.map(({ id }) => id) ?? [];
  const place = siblings.indexOf(change.block);
  if (change.after !== null && !isNewName(change.parent) && !gaps.places(change.after)) return true;
  const before = change.after === null ? -1 : siblings.indexOf(own.nameNow(change.after));
  if (change.after !== null && before < 0) return false;
  return before < place && siblings.slice(before + 1, place).every((id) => isNewcomer(id, passage));
}

const isTwin = (node: Json, other: Json): boolean => canonicalJson(nameless(node)) === canonicalJson(nameless(other));

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
