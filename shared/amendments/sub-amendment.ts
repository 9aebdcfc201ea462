import { ok, refuse, type Result } from "../refusals.ts";
import type { BlockId, TextNode } from "../texts/index.ts";
import { apply } from "./apply.ts";
import { canonicalise } from "./canonicalise.ts";
import type { ChangeSet } from "./change.ts";
import { rebase, type Rebased } from "./rebase.ts";
import { isAlike } from "./regroup.ts";
import { harvest, plant, type Block } from "./tree.ts";

/** What a sub-amendment asks for: changes to its parent's text, as one revision of the parent leaves it. */
export interface SubWish {
  readonly changes: ChangeSet;
  readonly onRevision: number;
}

/** One revision of an amendment, on its base. `made`: the sub-amendment whose adoption made it; null: its author. */
export interface ParentRevision {
  readonly revision: number;
  readonly base: TextNode;
  readonly changes: ChangeSet;
  readonly made: SubWish | null;
}

/** No version of a text is so high: what a revision brings never bears the name of a block of the text. */
const firstOfForms = 1_000_000_000;

/**
 * An amendment to which others are submitted. Each revision has its form: the base with that revision in it, which is the
 * base of the sub-amendments written on it. The names of its new blocks depend on the revisions alone, and a block that a
 * revision keeps keeps its name, so that one may be carried from form to form.
 */
export class Parent {
  readonly #revisions: readonly ParentRevision[];
  readonly #forms = new Map<number, TextNode>();

  /** In their order. A revision that cannot be applied has no form, and what was written on it has fallen. */
  constructor(revisions: readonly ParentRevision[]) {
    this.#revisions = revisions;
    let before: ParentRevision | null = null;
    for (const one of revisions) {
      const form = this.#formOf(one, before);
      if (form) this.#forms.set(one.revision, form);
      before = one;
    }
  }

  get last(): ParentRevision {
    const last = this.#revisions[this.#revisions.length - 1];
    if (!last) throw new Error("An amendment without a revision");
    return last;
  }

  form(revision: number): TextNode | null {
    return this.#forms.get(revision) ?? null;
  }

  /** The wish carried to the form of the last revision, always from the form that it was written on. */
  carry({ changes, onRevision }: SubWish): Rebased {
    return this.#carryTo(changes, onRevision, this.form(this.last.revision));
  }

  /**
   * What the parent becomes if the wish is adopted: canonical from its own base. Refuses `not-adoptable` when the wish no
   * longer fits or stands already, `empty-amendment` when it would leave nothing of the parent.
   */
  amendedBy(wish: SubWish): Result<ChangeSet> {
    const { state, changes } = this.carry(wish);
    if (state === "fallen") return refuse("not-adoptable", "overlap");
    if (state === "satisfied") return refuse("not-adoptable", "amendment-satisfied");
    const form = this.form(this.last.revision);
    const amended = form ? apply(form, changes, firstOfForms + this.last.revision + 1) : refuse("not-adoptable");
    const becomes = amended.ok ? canonicalise(this.last.base, amended.value) : amended;
    if (!becomes.ok) return becomes;
    return becomes.value.length === 0 ? refuse("empty-amendment") : becomes;
  }

  /**
   * What became of the wish, and the parent amended by it carried to `head`. It falls when its parent no longer waits for a
   * vote there, and when the parent amended by it would not.
   */
  standing(wish: SubWish, head: TextNode): Rebased {
    const { base, changes } = this.last;
    const own = this.carry(wish);
    const parent = rebase(changes, base, head).state;
    if (own.state === "fallen" || own.state === "satisfied") return { ...own, changes: [] };
    const becomes = parent === "fallen" || parent === "satisfied" ? null : this.amendedBy(wish);
    const whole = becomes?.ok ? rebase(becomes.value, base, head) : null;
    if (whole === null || whole.state === "fallen")
      return { state: "fallen", states: own.states.map(() => "fallen"), reduced: false, changes: [] };
    return { ...own, state: whole.state === "satisfied" ? "satisfied" : own.state, changes: whole.changes };
  }

  /** The same amendment once the wish is adopted. */
  after(wish: SubWish): Result<Parent> {
    const becomes = this.amendedBy(wish);
    if (!becomes.ok) return becomes;
    const { base, revision } = this.last;
    const made = { revision: revision + 1, base, changes: becomes.value, made: wish };
    return ok(new Parent([...this.#revisions, made]));
  }

  #formOf({ revision, base, changes, made }: ParentRevision, before: ParentRevision | null): TextNode | null {
    const standing = before && this.form(before.revision);
    if (made && standing) {
      const carried = this.#carryTo(made.changes, made.onRevision, standing);
      const form = apply(standing, carried.changes, firstOfForms + revision);
      return form.ok ? form.value : null;
    }
    const form = apply(base, changes, firstOfForms + revision);
    if (!form.ok) return null;
    return before && standing ? keepNames(form.value, base, newBlocks(standing, before.base)) : form.value;
  }

  #carryTo(changes: ChangeSet, onRevision: number, form: TextNode | null): Rebased {
    const base = this.form(onRevision);
    if (base && form) return rebase(changes, base, form);
    return { state: "fallen", states: changes.map(() => "fallen"), reduced: false, changes: [] };
  }
}

/** The blocks of a form that its base does not have, in document order. */
function newBlocks(form: TextNode, base: TextNode): readonly Block[] {
  const known = plant(base).blocks;
  return [...plant(form).blocks.values()].filter(({ id }) => !known.has(id));
}

/**
 * The form of a revision that its author wrote: a new block that was there before, wholly or for a good part, bears the
 * name that it had; what holds one that was there before too.
 */
function keepNames(form: TextNode, base: TextNode, before: readonly Block[]): TextNode {
  const names = new Map<BlockId, BlockId>();
  const free = new Set(before);
  const keep = (block: Block, was: Block | undefined): void => {
    if (!was || names.has(block.id)) return;
    names.set(block.id, was.id);
    free.delete(was);
  };
  const brought = newBlocks(form, base);
  for (const least of ["same", "alike"] as const) {
    for (const block of brought) {
      if (!block.words || names.has(block.id)) continue;
      keep(
        block,
        [...free].find((was) => was.type === block.type && isAlike(was, block, least)),
      );
    }
  }
  const known = new Map(before.map((block) => [block.id, block]));
  for (const block of [...brought].reverse()) {
    if (block.words) continue;
    const holders = block.children.map((child) => known.get(names.get(child.id) ?? "")?.parent ?? null);
    keep(
      block,
      [...free].find((was) => was.type === block.type && holders.includes(was)),
    );
  }
  return harvest(
    plant(form, (id) => names.get(id) ?? id),
    0,
  ).doc;
}
