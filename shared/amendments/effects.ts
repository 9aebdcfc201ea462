import type { TextNode } from "../texts/index.ts";
import type { ChangeSet } from "./change.ts";
import { rebase } from "./rebase.ts";

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
  const changed = waiting.flatMap(({ id, changes, base }) => {
    const now = rebase(changes, base, after).state;
    return now === rebase(changes, base, before).state ? [] : [{ id, now }];
  });
  const idsOf = (state: "fallen" | "satisfied" | "altered"): readonly string[] =>
    changed.flatMap(({ id, now }) => (now === state ? [id] : [])).sort();
  return { fallen: idsOf("fallen"), satisfied: idsOf("satisfied"), altered: idsOf("altered") };
}
