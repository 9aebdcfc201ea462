import { assertNever } from "../refusals.ts";
import type { BlockId, TextNode } from "../texts/index.ts";
import { changeSetHash, rootId, type Change, type ChangeSet } from "./change.ts";
import { Gaps } from "./gaps.ts";
import { relations } from "./relation.ts";
import { sizeOfAll } from "./tokens.ts";
import { plant, type Block, type Tree } from "./tree.ts";

/** An amendment carried to the text as it stands: what is still to be done there. */
export interface Callable {
  readonly number: number;
  readonly changes: ChangeSet;
}

/** What is voted at once: the numbers of those that ask for the very same, lowest first. */
type Call = readonly number[];

/**
 * Calls that exclude or touch one another, and are therefore discussed together before the first of them is voted; mostly
 * one call alone. `unit`: the article, or another block that stands directly in the text, in which they work.
 */
export interface Discussion {
  readonly unit: BlockId;
  readonly calls: readonly Call[];
}

/**
 * The order in which a chair calls amendments of one text, whatever the order in which they are given: unit by unit as they
 * stand in the text; of a unit first what suppresses it, then what rewrites it (four fifths of its words or more), then the
 * rest, discussion by discussion from its first place on. Within a discussion suppressions come first, then replacements,
 * moves and insertions (a move works where the block stands, not where it goes); what removes most first; then by place and number.
 * After the practice of parliaments (discussion commune; « du plus éloigné du texte au plus proche »). Numbers are unique.
 */
export function callOrder(amendments: readonly Callable[], base: TextNode): readonly Discussion[] {
  const map = new TextMap(base);
  const called = together(amendments).map((same) => describe(same, map));
  const discussions = join(called, base).sort(between);
  return discussions.map((calls) => ({ unit: calls[0].unit, calls: calls.map(({ numbers }) => numbers) }));
}

/** One call with all that its place in the order depends on. */
interface Described {
  readonly numbers: Call;
  readonly changes: ChangeSet;
  readonly unit: BlockId;
  /** Twice the unit's place in the text; one less for what comes before it and is of no unit. */
  readonly place: number;
  readonly level: 0 | 1 | 2;
  readonly kind: number;
  /** Characters taken out. */
  readonly removed: number;
  /** Of its first change, in the whole text. */
  readonly offset: number;
}

type Calls = [Described, ...Described[]];

function together(amendments: readonly Callable[]): readonly (readonly [Callable, ...Callable[]])[] {
  const groups: [Callable, ...Callable[]][] = [];
  const known = new Map<string, [Callable, ...Callable[]]>();
  for (const one of [...amendments].sort((a, b) => a.number - b.number)) {
    const key = changeSetHash(one.changes);
    const group = known.get(key);
    if (group) {
      group.push(one);
      continue;
    }
    const fresh: [Callable] = [one];
    known.set(key, fresh);
    groups.push(fresh);
  }
  return groups;
}

function describe(same: readonly [Callable, ...Callable[]], text: TextMap): Described {
  const { changes } = same[0];
  const sites = changes.map((change) => text.siteOf(change, changes));
  const first = sites.reduce((a, b) => (b.place < a.place || (b.place === a.place && b.offset < a.offset) ? b : a));
  const here = sites.filter(({ place }) => place === first.place);
  const removed = sum(here.map((site) => site.removed));
  const suppressed = changes.some((change) => change.kind === "delete" && change.block === first.unit);
  return {
    numbers: same.map(({ number }) => number),
    changes,
    unit: first.unit,
    place: first.place,
    level: suppressed ? 0 : removed >= rewritten * text.charactersOf(first.unit) && removed > 0 ? 1 : 2,
    kind: kindOf(changes),
    removed: sum(sites.map((site) => site.removed)),
    offset: first.offset,
  };
}

/** From this part of a unit's words on, an amendment rewrites it. */
const rewritten = 0.8;

const suppression = 0;
const replacement = 1;
const moving = 2;
const insertion = 3;

function kindOf(changes: ChangeSet): number {
  const kinds = new Set(changes.map(({ kind }) => kind));
  if (kinds.has("move") && [...kinds].every((kind) => kind === "move" || kind === "insert")) return moving;
  if (changes.every((change) => change.kind === "delete" || (change.kind === "text" && change.inserted.length === 0))) {
    return suppression;
  }
  const onlyBrings = (change: Change): boolean =>
    change.kind === "insert" || (change.kind === "text" && change.removed.length === 0);
  return changes.every(onlyBrings) ? insertion : replacement;
}

/** Calls that are discussed together, in order: those of one unit and level that conflict, and those that conflict with these. */
function join(calls: readonly Described[], base: TextNode): Calls[] {
  const groupOf = calls.map((_, i) => i);
  const rootOf = (i: number): number => {
    let root = i;
    while (groupOf[root] !== root) root = groupOf[root] ?? root;
    return root;
  };
  const { related } = relations(
    calls.map(({ changes }) => changes),
    base,
  );
  for (const { a, b, relation } of related) {
    const [one, other] = [calls[a], calls[b]];
    if (relation !== "conflict" || one?.place !== other?.place || one?.level !== other?.level) continue;
    groupOf[rootOf(b)] = rootOf(a);
  }
  const groups = new Map<number, Calls>();
  for (const [i, call] of calls.entries()) {
    const root = rootOf(i);
    const group = groups.get(root);
    if (group) group.push(call);
    else groups.set(root, [call]);
  }
  for (const group of groups.values()) group.sort(within);
  return [...groups.values()];
}

const numberOf = (call: Described): number => call.numbers[0] ?? 0;

const within = (a: Described, b: Described): number =>
  a.kind - b.kind || b.removed - a.removed || a.offset - b.offset || numberOf(a) - numberOf(b);

const between = (a: Calls, b: Calls): number =>
  a[0].place - b[0].place ||
  a[0].level - b[0].level ||
  least(a, ({ offset }) => offset) - least(b, ({ offset }) => offset) ||
  least(a, numberOf) - least(b, numberOf);

const least = (calls: Calls, figure: (call: Described) => number): number => Math.min(...calls.map(figure));

const sum = (figures: readonly number[]): number => figures.reduce((total, figure) => total + figure, 0);

/** Where one change works, and how many characters it takes out. */
interface Site {
  readonly unit: BlockId;
  readonly place: number;
  readonly offset: number;
  readonly removed: number;
}

/** Units, and the places of blocks, of one text. */
class TextMap {
  readonly #tree: Tree;
  /** Of each block: where its words begin, counted through the whole text, and how many there are. */
  readonly #spans = new Map<BlockId, { readonly from: number; readonly characters: number }>();
  readonly #places: ReadonlyMap<BlockId, number>;

  constructor(base: TextNode) {
    this.#tree = plant(base);
    this.#places = new Map(this.#tree.root.children.map(({ id }, k) => [id, 2 * k]));
    let at = 0;
    const visit = (block: Block): number => {
      const from = at;
      const characters = block.words ? block.words.size : sum(block.children.map(visit));
      if (block.words) at += characters + 1;
      this.#spans.set(block.id, { from, characters });
      return characters;
    };
    visit(this.#tree.root);
  }

  charactersOf(block: BlockId): number {
    return this.#spans.get(block)?.characters ?? 0;
  }

  siteOf(change: Change, changes: ChangeSet): Site {
    switch (change.kind) {
      case "text":
        return { ...this.#siteIn(change.block, change.from), removed: sizeOfAll(change.removed) };
      case "delete":
        return { ...this.#siteIn(change.block, 0), removed: this.charactersOf(change.block) };
      case "join":
      case "attrs":
        return { ...this.#siteIn(change.block, 0), removed: 0 };
      case "move":
        return { ...this.#siteIn(change.block, 0), removed: 0 };
      case "insert":
        return { ...this.#siteAfter(change.parent, new Gaps(changes).anchorOf(change)), removed: 0 };
      default:
        return assertNever(change);
    }
  }

  #siteIn(block: BlockId, from: number): Omit<Site, "removed"> {
    const unit = this.#unitOf(block);
    return { unit, place: this.#places.get(unit) ?? 0, offset: (this.#spans.get(block)?.from ?? 0) + from };
  }

  /** Between two units, or between two blocks of one. */
  #siteAfter(parent: BlockId, after: BlockId | null): Omit<Site, "removed"> {
    const behind = after === null ? (this.#spans.get(parent)?.from ?? 0) : this.#endOf(after);
    if (parent !== rootId) return { ...this.#siteIn(parent, 0), offset: behind };
    const place = after === null ? -1 : (this.#places.get(after) ?? 0) + 1;
    return { unit: after ?? rootId, place, offset: behind };
  }

  #endOf(block: BlockId): number {
    const span = this.#spans.get(block);
    return span ? span.from + span.characters : 0;
  }

  /** The block itself or the one around it that stands directly in the text. */
  #unitOf(id: BlockId): BlockId {
    let block = this.#tree.blocks.get(id);
    while (block?.parent && block.parent.id !== rootId) block = block.parent;
    return block?.id ?? rootId;
  }
}
