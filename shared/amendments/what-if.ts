import type { TextNode } from "../texts/index.ts";
import { adoptionCommit } from "./adopt.ts";
import type { ChangeSet } from "./change.ts";
import type { Waiting } from "./effects.ts";
import { rebase, type Rebased } from "./rebase.ts";

/** What would become of one amendment. `by`: that whose adoption before it would make it fall; null: it falls by itself. */
type Fate = { readonly fate: "enters" | "satisfied" } | { readonly fate: "falls"; readonly by: string | null };

/** The text as it would read, and what became of each amendment on the way, by its id. */
interface WhatIf {
  readonly doc: TextNode;
  readonly fates: ReadonlyMap<string, Fate>;
}

/** `current` if these were adopted, one after the other as they are given. Never refuses: what does not fit has fallen. */
export function whatIf(chosen: readonly Waiting[], current: TextNode): WhatIf {
  const fates = new Map<string, Fate>();
  const steps: { readonly by: string | null; readonly doc: TextNode }[] = [{ by: null, doc: current }];
  for (const one of chosen) {
    const { doc } = steps[steps.length - 1] ?? { doc: current };
    const carried = carriedTo(one, doc);
    if (carried.state === "satisfied") {
      fates.set(one.id, { fate: "satisfied" });
      continue;
    }
    const adopted = carried.state === "fallen" ? null : adoptedApart(doc, carried.changes, steps.length);
    if (adopted?.ok) {
      fates.set(one.id, { fate: "enters" });
      steps.push({ by: one.id, doc: adopted.value.doc });
    } else fates.set(one.id, { fate: "falls", by: firstToFell(one, steps) });
  }
  return { doc: steps[steps.length - 1]?.doc ?? current, fates };
}

/** One that throws has fallen by itself, and takes no other along. */
function carriedTo({ changes, base }: Waiting, doc: TextNode): Pick<Rebased, "state" | "changes"> {
  try {
    return rebase(changes, base, doc);
  } catch {
    return { state: "fallen", changes: [] };
  }
}

function adoptedApart(doc: TextNode, changes: ChangeSet, version: number): ReturnType<typeof adoptionCommit> | null {
  try {
    return adoptionCommit(doc, changes, version);
  } catch {
    return null;
  }
}

/** Found by halves: what has fallen does not rise again by a later adoption. */
function firstToFell(
  one: Waiting,
  steps: readonly { readonly by: string | null; readonly doc: TextNode }[],
): string | null {
  let [stands, falls] = [-1, steps.length - 1];
  while (falls - stands > 1) {
    const middle = Math.floor((stands + falls) / 2);
    const step = steps[middle];
    if (step && carriedTo(one, step.doc).state === "fallen") falls = middle;
    else stands = middle;
  }
  return steps[falls]?.by ?? null;
}
