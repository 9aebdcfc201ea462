import type { TextNode } from "../texts/index.ts";
import type { ChangeSet } from "./change.ts";
import { passageBetween } from "./passage.ts";
import { rebase, rebaseOver, type Rebased } from "./rebase.ts";

/** An amendment that waits, submitted or called, with the text that it was written on. */
export interface Waiting {
  readonly id: string;
  readonly changes: ChangeSet;
  readonly base: TextNode;
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
export function adoptionEffects(waiting: readonly Waiting[], before: TextNode, after: TextNode): AdoptionEffects {
  const [carryBefore, carryAfter] = [carrier(before), carrier(after)];
  const changed = waiting.flatMap((one) => {
    const now = carryAfter(one).state;
    return now === carryBefore(one).state ? [] : [{ id: one.id, now }];
  });
  const idsOf = (state: "fallen" | "satisfied" | "altered"): readonly string[] =>
    changed.flatMap(({ id, now }) => (now === state ? [id] : [])).sort();
  return { fallen: idsOf("fallen"), satisfied: idsOf("satisfied"), altered: idsOf("altered") };
}

/** Carries to one text; the way from a base is worked out once for all that were written on it. */
function carrier(current: TextNode): (waiting: Waiting) => Rebased {
  const passages = new Map<TextNode, ReturnType<typeof passageBetween>>();
  return ({ changes, base }) => {
    const passage = passages.get(base) ?? passageBetween(base, current);
    passages.set(base, passage);
    return passage.ok ? rebaseOver(changes, passage.value, current) : rebase(changes, base, current);
  };
}
