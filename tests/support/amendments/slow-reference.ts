/**
 * What a plenary must have come to, worked out in the simplest way: the text anew from the tabled version, one decision
 * after the other; each amendment carried from its own base to each of these texts.
 */
import {
  adoptionCommit,
  apply,
  canonicalise,
  parseChangeSet,
  rebase,
  type ChangeSet,
  type Move,
  type Rebased,
  type Standing,
  type Submitted,
} from "../../../shared/amendments/index.ts";
import type { TextNode } from "../../../shared/texts/index.ts";
import { accepted } from "./laws.ts";

/** A decision with the text that it led to; null when it could not be made there. */
interface Stage {
  readonly move: Move;
  readonly doc: TextNode | null;
}

export class SlowReference {
  readonly #tabled: TextNode;
  readonly #known = new Map<string, TextNode | null>();
  readonly #carried = new Map<ChangeSet, Map<TextNode, Rebased>>();

  constructor(tabled: TextNode) {
    this.#tabled = tabled;
  }

  /** The text after these decisions; null when one of them could not be made. */
  text(moves: readonly Move[]): TextNode | null {
    const last = moves.at(-1);
    if (last === undefined) return this.#tabled;
    const key = moves.map(({ version }) => version).join();
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const before = this.text(moves.slice(0, -1));
    const doc = before && (last.kind === "adoption" ? this.#adopted(before, last) : this.#corrected(before, last));
    this.#known.set(key, doc);
    return doc;
  }

  /** The first decision that could not be made. */
  refused(moves: readonly Move[]): Move | null {
    return this.#stages(moves).find(({ doc }) => doc === null)?.move ?? null;
  }

  standing(moves: readonly Move[], one: Submitted): Standing {
    const earlier = moves.filter(({ version }) => version <= one.since);
    let standing = this.#stands(one, this.text(earlier), null);
    for (const { move, doc } of this.#stages(moves).slice(earlier.length)) {
      if (standing.standing !== "live") break;
      standing = this.#stands(one, doc, move.kind === "adoption" ? (move.amendments[0] ?? null) : null);
    }
    return standing;
  }

  #stages(moves: readonly Move[]): readonly Stage[] {
    return moves.map((move, k) => ({ move, doc: this.text(moves.slice(0, k + 1)) }));
  }

  #stands(one: Submitted, doc: TextNode | null, by: string | null): Standing {
    if (!doc) throw new Error("No such text");
    const { state, reduced } = this.carry(one.changes, one.base, doc);
    if (state === "fallen" || state === "satisfied") return { standing: state, by };
    return { standing: "live", reduced, altered: state === "altered" };
  }

  carry(changes: ChangeSet, base: TextNode, doc: TextNode): Rebased {
    const known = this.#carried.get(changes) ?? new Map<TextNode, Rebased>();
    this.#carried.set(changes, known);
    const carried = known.get(doc) ?? rebase(changes, base, doc);
    known.set(doc, carried);
    return carried;
  }

  /** New blocks bear the ids that they got when it was adopted. */
  #adopted(doc: TextNode, { changes, base, version, before }: Extract<Move, { kind: "adoption" }>): TextNode | null {
    const { names } = accepted(adoptionCommit(before, rebase(changes, base, before).changes, version));
    const { state, changes: now } = this.carry(changes, base, doc);
    if (state === "fallen") return null;
    const named = JSON.stringify(now).replace(/"\+(\d+)"/gu, (name, k: string) => {
      return JSON.stringify(names.get(JSON.parse(name)) ?? `${version}.n${k}`);
    });
    const applied = apply(doc, parseChangeSet(named), version);
    return applied.ok ? applied.value : null;
  }

  #corrected(doc: TextNode, { before, after }: Extract<Move, { kind: "correction" }>): TextNode | null {
    const all = accepted(canonicalise(before, after));
    const { states } = rebase(all, before, doc);
    const possible = all.filter((_, k) => states[k] !== "fallen");
    return accepted(apply(doc, rebase(possible, before, doc).changes, 0));
  }
}
