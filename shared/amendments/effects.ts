import type { TextNode } from "../texts/index.ts";
import type { ChangeSet, ChangeState } from "./change.ts";
import { passageBetween } from "./passage.ts";
import { rebase, rebaseOver, type Rebased } from "./rebase.ts";
import type { Parent, SubWish } from "./sub-amendment.ts";

/** An amendment that waits, submitted or called, with the text that it was written on. */
export interface Waiting {
  readonly id: string;
  readonly changes: ChangeSet;
  readonly base: TextNode;
}

/** A sub-amendment that waits, with its parent. */
export interface WaitingSub {
  readonly id: string;
  readonly wish: SubWish;
  readonly parent: Parent;
}

/** What an adoption did to the others that waited: ids, sorted. */
export interface AdoptionEffects {
  readonly fallen: readonly string[];
  readonly satisfied: readonly string[];
  readonly altered: readonly string[];
}

/**
 * What changes for `waiting` when the text goes from `before` to `after`: only what this adoption did is told, so an
 * amendment that was altered before is not told again. The adopted ones are not among `waiting`.
 */
export function adoptionEffects(
  waiting: readonly (Waiting | WaitingSub)[],
  before: TextNode,
  after: TextNode,
): AdoptionEffects {
  const [carryBefore, carryAfter] = [carrier(before), carrier(after)];
  return changesOfState(
    waiting.map((one) => ({ id: one.id, was: carryBefore(one).state, now: carryAfter(one).state })),
  );
}

/** What changes for the other sub-amendments of one parent when one is adopted and the text stays at `head`. */
export function subAdoptionEffects(others: readonly WaitingSub[], after: Parent, head: TextNode): AdoptionEffects {
  return changesOfState(
    others.map(({ id, wish, parent }) => ({
      id,
      was: parent.standing(wish, head).state,
      now: after.standing(wish, head).state,
    })),
  );
}

function changesOfState(
  all: readonly { readonly id: string; readonly was: ChangeState; readonly now: ChangeState }[],
): AdoptionEffects {
  const changed = all.filter(({ was, now }) => was !== now);
  const idsOf = (state: "fallen" | "satisfied" | "altered"): readonly string[] =>
    changed.flatMap(({ id, now }) => (now === state ? [id] : [])).sort();
  return { fallen: idsOf("fallen"), satisfied: idsOf("satisfied"), altered: idsOf("altered") };
}

/** Carries to one text; the way from a base is worked out once for all that were written on it. */
export function carrier(current: TextNode): (waiting: Waiting | WaitingSub) => Rebased {
  const passages = new Map<TextNode, ReturnType<typeof passageBetween>>();
  return (one) => {
    if ("wish" in one) return one.parent.standing(one.wish, current);
    const { changes, base } = one;
    const passage = passages.get(base) ?? passageBetween(base, current);
    passages.set(base, passage);
    return passage.ok ? rebaseOver(changes, passage.value, current) : rebase(changes, base, current);
  };
}
