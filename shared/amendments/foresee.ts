import { Fragment } from "prosemirror-model";

import { assertNever } from "../refusals.ts";
import type { BlockId, TextNode } from "../texts/index.ts";
import { adoptionCommit } from "./adopt.ts";
import type { Callable } from "./call-order.ts";
import { changeSetHash, type Change, type ChangeSet } from "./change.ts";
import { passageBetween } from "./passage.ts";
import { passingOver } from "./passed-over.ts";
import { rebaseOver } from "./rebase.ts";
import { relations } from "./relation.ts";
import { idOf } from "./tree.ts";

/** What the adoption of an amendment would do to others of the same text: their numbers, ascending. */
export interface Foreseen {
  readonly falls: readonly number[];
  readonly satisfied: readonly number[];
}

/** How amendments carried to one text stand to each other there. */
export interface Outlook {
  /** The numbers of those that have nothing to do with any other, save with those that ask for the very same. */
  readonly free: ReadonlySet<number>;
  /** Only of those whose adoption would make another fall, or satisfy it. */
  readonly ahead: ReadonlyMap<number, Foreseen>;
}

/** What was worked out before on one text, so that what did not change is not worked out again. */
export type Foresight = Map<string, Foreseen | null>;

/**
 * Said of all that wait on `text`. Only related pairs are carried, and of an amendment without any nothing is worked out:
 * the cost grows with the conflicts, not with the pairs. Those that ask for the very same share their fate and are not named.
 */
export function foresee(
  amendments: readonly Callable[],
  text: TextNode,
  before: Foresight = new Map(),
): Outlook & { readonly known: Foresight } {
  const sets = amendments.map(({ changes }) => changes);
  const hashes = sets.map(changeSetHash);
  const met = new Map<number, Set<number>>();
  const meet = (a: number, b: number): void => void met.set(a, (met.get(a) ?? new Set()).add(b));
  const { related } = relations(sets, text);
  for (const [a, b] of [...related.map((pair) => [pair.a, pair.b] as const), ...passingOver(sets, text)]) {
    if (hashes[a] === hashes[b]) continue;
    meet(a, b);
    meet(b, a);
  }
  const names = amendments.map(({ number }, place) => `${number} ${hashes[place]}`);
  const units = new Units(text);
  const known: Foresight = new Map();
  const ahead = new Map<number, Foreseen>();
  for (const [a, those] of met) {
    const others = [...those];
    const one = amendments[a];
    if (!one) continue;
    const name = [a, ...others].map((place) => names[place]).join(" ");
    const kept = before.get(name);
    const foreseen =
      kept === undefined
        ? adopting(
            one,
            others.flatMap((b) => amendments[b] ?? []),
            units,
          )
        : kept;
    known.set(name, foreseen);
    if (foreseen && foreseen.falls.length + foreseen.satisfied.length > 0) ahead.set(one.number, foreseen);
  }
  const free = amendments.flatMap(({ number }, a) => (met.has(a) ? [] : [number]));
  return { free: new Set(free), ahead, known };
}

/** Worked out on the units of the text that these touch and their neighbours: the rest of it changes nothing for them. */
function adopting(one: Callable, others: readonly Callable[], units: Units): Foreseen | null {
  const text = units.around([one, ...others].map(({ changes }) => changes));
  const adopted = adoptionCommit(text, one.changes, 0);
  const passage = adopted.ok ? passageBetween(text, adopted.value.doc) : null;
  if (!adopted.ok || !passage?.ok) return null;
  const carried = others.map(({ number, changes }) => ({
    number,
    state: rebaseOver(changes, passage.value, adopted.value.doc).state,
  }));
  const become = (wanted: "fallen" | "satisfied"): readonly number[] =>
    carried.flatMap(({ number, state }) => (state === wanted ? [number] : [])).sort((a, b) => a - b);
  return { falls: become("fallen"), satisfied: become("satisfied") };
}

/** The blocks that stand directly in a text. */
class Units {
  readonly #text: TextNode;
  /** The unit, by its place in the text, in which each block stands. */
  readonly #places = new Map<BlockId, number>();

  constructor(text: TextNode) {
    this.#text = text;
    for (const [place, unit] of text.children.entries()) {
      this.#places.set(idOf(unit), place);
      unit.descendants((node) => void (node.isText || this.#places.set(idOf(node), place)));
    }
  }

  /** The text with these units alone, each with its two neighbours, under its title. */
  around(sets: readonly ChangeSet[]): TextNode {
    const near = new Set([0]);
    for (const id of sets.flat().flatMap(namedBy)) {
      const place = this.#places.get(id);
      if (place !== undefined) for (const one of [place - 1, place, place + 1]) near.add(one);
    }
    return this.#text.copy(Fragment.from(this.#text.children.filter((_, place) => near.has(place))));
  }
}

/** The blocks of the text that a change speaks of. */
function namedBy(change: Change): readonly BlockId[] {
  switch (change.kind) {
    case "text":
    case "attrs":
      return [change.block];
    case "delete":
      return change.subtree;
    case "join":
      return [change.block, change.into];
    case "insert":
      return [change.parent, ...(change.after === null ? [] : [change.after])];
    case "move":
      return [change.block, change.parent, ...(change.after === null ? [] : [change.after])];
    default:
      return assertNever(change);
  }
}
