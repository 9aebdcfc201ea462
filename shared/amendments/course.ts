import type { BlockId, TextNode } from "../texts/index.ts";
import { adoptionCommit } from "./adopt.ts";
import { applyAndName } from "./apply.ts";
import { deltaBetween } from "./canonicalise.ts";
import type { ChangeSet } from "./change.ts";
import { carrier, type Waiting } from "./effects.ts";
import { standingOf, type Standing } from "./life.ts";
import { rebase, type Rebased } from "./rebase.ts";
import { idOf, type GivenIds } from "./tree.ts";

/** An amendment that a ballot adopted, or several that ask for the very same. */
interface Adoption {
  readonly kind: "adoption";
  readonly ballot: string;
  /** The first is the one whose words entered the text. */
  readonly amendments: readonly string[];
  readonly changes: ChangeSet;
  readonly base: TextNode;
  /** The version that it made, and the text that it was adopted on. */
  readonly version: number;
  readonly before: TextNode;
}

/** A correction of form, minuted and not voted. */
interface Correction {
  readonly kind: "correction";
  readonly version: number;
  readonly before: TextNode;
  readonly after: TextNode;
}

/** What moved a tabled text and still holds. A version that an undoing made is not among them: it follows from the others. */
export type Move = Adoption | Correction;

/** The text after one move. `by` is the amendment that entered it; null after a correction. */
interface Stage {
  readonly version: number;
  readonly by: string | null;
  readonly doc: TextNode;
}

/** An amendment that waits. `since` is the version at which it was submitted, or revised: only what came later touches it. */
export interface Submitted extends Waiting {
  readonly since: number;
}

/** Why a history cannot be: without what was left out of it this amendment, adopted later, no longer applies. */
interface Unfounded {
  readonly holds: false;
  readonly amendment: string | null;
}

type Replay = { readonly holds: true; readonly course: Course } | Unfounded;

/**
 * A tabled text led through its moves, each made anew from what was submitted or corrected, in their order. Blocks keep
 * the ids that they got when they entered the text.
 */
export class Course {
  readonly #stages: readonly [Stage, ...Stage[]];
  readonly #carriers: readonly ((waiting: Waiting) => Rebased)[];

  private constructor(stages: readonly [Stage, ...Stage[]]) {
    this.#stages = stages;
    this.#carriers = stages.map(({ doc }) => carrier(doc));
  }

  static of(tabled: TextNode, moves: readonly Move[]): Replay {
    const stages: [Stage, ...Stage[]] = [{ version: 0, by: null, doc: tabled }];
    let doc = tabled;
    for (const move of [...moves].sort((a, b) => a.version - b.version)) {
      const after = makeAgain(doc, move);
      const by = move.kind === "adoption" ? (move.amendments[0] ?? null) : null;
      if (after === null) return { holds: false, amendment: by };
      doc = after;
      stages.push({ version: move.version, by, doc });
    }
    return { holds: true, course: new Course(stages) };
  }

  /** The text after all moves. */
  get doc(): TextNode {
    return (this.#stages[this.#stages.length - 1] ?? this.#stages[0]).doc;
  }

  /**
   * What became of an amendment on this way. Once fallen, or satisfied, it stays so, by the adoption that first made it so;
   * by none when the words that it was written on are not in this history.
   */
  standing(one: Submitted): Standing {
    let now: Standing | null = null;
    for (const [k, { version, by }] of this.#stages.entries()) {
      if ((this.#stages[k + 1]?.version ?? Infinity) <= one.since) continue;
      now = standingOf(this.#carry(k, one), version > one.since ? by : null);
      if (now.standing !== "live") return now;
    }
    return now ?? { standing: "live", reduced: false, altered: false };
  }

  /** Each apart: one that is broken has fallen, and neither hides nor stops the others. */
  #carry(stage: number, one: Waiting): Rebased {
    try {
      const carried = this.#carriers[stage]?.(one);
      if (carried) return carried;
    } catch {
      // What it asks for cannot be done.
    }
    return { state: "fallen", states: one.changes.map(() => "fallen"), reduced: false, changes: [] };
  }
}

/** A move made again on another text than the one it was made on, with the ids that it gave. Null when it no longer applies. */
export const makeAgain = (doc: TextNode, move: Move): TextNode | null =>
  move.kind === "adoption" ? adoptAgain(doc, move) : correctAgain(doc, move);

/** Of one that already stands in the text nothing is left to do. */
function adoptAgain(doc: TextNode, { changes, base, version, before }: Adoption): TextNode | null {
  const carried = rebase(changes, base, doc);
  if (carried.state === "fallen") return null;
  if (carried.state === "satisfied") return doc;
  const then = adoptionCommit(before, rebase(changes, base, before).changes, version);
  const again = applyAndName(doc, carried.changes, version, then.ok ? then.value : null);
  return again.ok ? again.value.doc : null;
}

/** What it corrected and is not there has no fault any more; the rest of it is corrected. */
function correctAgain(doc: TextNode, { before, after, version }: Correction): TextNode | null {
  const delta = deltaBetween(before, after);
  if (!delta.ok) return null;
  const { changes, names } = delta.value;
  const { states } = rebase(changes, before, doc);
  const left = rebase(
    changes.filter((_, k) => states[k] !== "fallen"),
    before,
    doc,
  );
  if (left.changes.length === 0) return doc;
  const gave: GivenIds = { names, atoms: newAtoms(before, after) };
  const again = applyAndName(doc, left.changes, version, gave);
  return again.ok ? again.value.doc : doc;
}

function newAtoms(before: TextNode, after: TextNode): readonly BlockId[] {
  const known = new Set(atomsOf(before));
  return atomsOf(after).filter((id) => !known.has(id));
}

function atomsOf(doc: TextNode): readonly BlockId[] {
  const atoms: BlockId[] = [];
  doc.descendants((node) => {
    if (node.isInline && !node.isText) atoms.push(idOf(node));
  });
  return atoms;
}
