import { Mapping, ReplaceStep, type Step } from "prosemirror-transform";

import { ok, refuse, type RefusalCode, type Result } from "../refusals.ts";
import { limits } from "../limits.ts";
import { inspectBlock, inspectText } from "./inspect.ts";
import { afterSteps, applySteps, rebaseOver, type Confirmed } from "./rebase.ts";
import { repairedIds, repairIds } from "./repair-ids.ts";
import type { TextNode } from "./schema.ts";

/** What is left of a push once it is carried to the head of the text: the next commit, or nothing (told to its author). */
export type PushOutcome =
  | {
      readonly kind: "commit";
      readonly steps: readonly Step[];
      readonly repairs: readonly Step[];
      readonly doc: TextNode;
    }
  | { readonly kind: "dropped" };

/**
 * Decides one push: `steps` were made on `base`, the document `since.length` commits ago; `version` is the number that
 * its commit would bear. The server rebases: nobody has to retry because others wrote.
 * Refuses bad-step when the steps do not apply to their own base or leave what the schema does not allow, and too-large.
 */
export function decidePush(
  steps: readonly Step[],
  base: TextNode,
  since: readonly Confirmed[],
  version: number,
): Result<PushOutcome> {
  if (applySteps(steps, base) === null) return refuse("bad-step");
  let rebased = steps;
  for (const commit of since) rebased = rebaseOver(rebased, commit);
  if (rebased.length === 0) return ok({ kind: "dropped" });

  const head = since[since.length - 1]?.doc ?? base;
  const docs = applySteps(rebased, head);
  if (docs === null) throw new Error("Steps that were applied once no longer apply");
  const doc = docs[docs.length - 1] ?? head;
  const typed = rebased.every((step, i) => isTyping(step, docs[i]));
  const fault = typed ? inspectTyping(rebased, docs) : inspectText(doc);
  if (fault !== null) return refuse(fault);
  const repairs = typed
    ? []
    : repairIds(head, new Mapping(rebased.map((step) => step.getMap())), doc, repairedIds(version));
  return ok({ kind: "commit", steps: rebased, repairs, doc: afterSteps(repairs, doc) ?? doc });
}

/** Words typed or erased inside one block: most pushes. They cannot touch an id, nor the form of the text. */
function isTyping(step: Step, doc: TextNode | undefined): boolean {
  if (!(step instanceof ReplaceStep) || !doc || step.slice.openStart > 0 || step.slice.openEnd > 0) return false;
  for (let i = 0; i < step.slice.content.childCount; i++) {
    if (!step.slice.content.child(i).isText) return false;
  }
  const from = doc.resolve(step.from);
  return from.parent.isTextblock && from.sameParent(doc.resolve(step.to));
}

function inspectTyping(steps: readonly Step[], docs: readonly TextNode[]): RefusalCode | null {
  for (const [i, step] of steps.entries()) {
    const after = docs[i + 1];
    if (!after || !(step instanceof ReplaceStep)) throw new Error("Not typing");
    if (after.content.size > limits.textCharacters) return "too-large";
    const fault = inspectBlock(after.resolve(step.from).parent);
    if (fault !== null) return fault;
  }
  return null;
}
