import { refuse, type Result } from "../refusals.ts";
import type { TextNode } from "../texts/index.ts";
import { apply } from "./apply.ts";
import { canonicalise } from "./canonicalise.ts";
import type { Change, ChangeSet } from "./change.ts";
import { compareTexts } from "./compare.ts";
import { passageBetween, type Passage } from "./passage.ts";
import { rebaseOver } from "./rebase.ts";
import { partOfEach, withoutPart } from "./take-back.ts";

/**
 * What can still enter `current` of a set made on `base` of which a part fell: canonical on that base, nothing in it that
 * was not asked for. A change stays only with those that it hangs on; what stands in the text already goes, unless others
 * hang on it. Refuses `wrong-state` for a set that has not fallen, `not-adoptable` when nothing of it can enter.
 */
export function divide(changes: ChangeSet, base: TextNode, current: TextNode): Result<ChangeSet> {
  const passage = passageBetween(base, current);
  if (!passage.ok) return refuse("not-adoptable", "overlap");
  const { state, states } = rebaseOver(changes, passage.value, current);
  if (state !== "fallen") return refuse("wrong-state", "amendment-not-fallen");
  const amended = apply(base, changes, 0);
  const compared = amended.ok ? compareTexts(base, amended.value) : amended;
  if (!compared.ok || compared.value.changes.length !== changes.length) return refuse("not-adoptable", "overlap");
  const { realName } = compared.value;
  const parts = partOfEach(base, { changes, realName });
  // When the whole falls although each change alone would hold, or all fall, their states tell nothing apart.
  const tells = states.some((one) => one !== "fallen");
  const stands = (_: Change, k: number): boolean => !tells || states[k] === "live" || states[k] === "altered";
  let kept: ReadonlySet<Change> = new Set();
  let left: ChangeSet | null = null;
  for (const change of changes.filter(stands)) {
    if (kept.has(change)) continue;
    const tried = withWhatItHangsOn(change, kept, parts);
    const set = canonicalRest(changes, tried, base);
    if (set === null || !enters(set, passage.value, current)) continue;
    [kept, left] = [tried, set];
  }
  return left === null ? refuse("not-adoptable", "overlap") : { ok: true, value: left };
}

/** Those of which a part would go if it went, and theirs in turn. */
function withWhatItHangsOn(
  change: Change,
  kept: ReadonlySet<Change>,
  parts: ReadonlyMap<Change, ChangeSet>,
): ReadonlySet<Change> {
  const all = new Set([...kept, change]);
  for (const one of all) for (const [other, part] of parts) if (part.includes(one)) all.add(other);
  return all;
}

function canonicalRest(changes: ChangeSet, kept: ReadonlySet<Change>, base: TextNode): ChangeSet | null {
  const rest = withoutPart(
    changes,
    changes.filter((change) => !kept.has(change)),
  );
  const applied = apply(base, rest, 0);
  const canonical = applied.ok ? canonicalise(base, applied.value) : applied;
  return canonical.ok && canonical.value.length > 0 ? canonical.value : null;
}

function enters(changes: ChangeSet, passage: Passage, current: TextNode): boolean {
  const { state } = rebaseOver(changes, passage, current);
  return state === "live" || state === "altered";
}
