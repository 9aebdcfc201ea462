import { Mapping, type Step } from "prosemirror-transform";

import type { TextNode } from "./schema.ts";

/** A version as it stands: the steps of its commit, repairs last, and the document after them. */
export interface Confirmed {
  readonly steps: readonly Step[];
  readonly doc: TextNode;
}

/**
 * Carries `steps`, made on the version before `commit`, over that one commit. Mapped as stock prosemirror-collab does on
 * the pusher's side (inverse maps of the own steps, then the commit's maps, with mirrors), so both end equal; but no
 * inverse step is applied: each mapped step is applied to the confirmed document. A step that maps to nothing, fails or
 * throws is dropped.
 * Over several commits call it once for each: folded into one rebase, up to one run in four diverges.
 */
export function rebaseOver(steps: readonly Step[], commit: Confirmed): readonly Step[] {
  const mapping = new Mapping();
  for (const step of [...steps].reverse()) mapping.appendMap(step.getMap().invert());
  for (const step of commit.steps) mapping.appendMap(step.getMap());
  const kept: Step[] = [];
  let doc = commit.doc;
  let mirror = steps.length;
  for (const step of steps) {
    const mapped = step.map(mapping.slice(mirror));
    mirror--;
    const after = mapped && applyStep(mapped, doc);
    if (!mapped || !after) continue;
    mapping.appendMap(mapped.getMap(), mirror);
    kept.push(mapped);
    doc = after;
  }
  return kept;
}

/** The document after one step, or null: a step may return `failed`, and it may throw. */
function applyStep(step: Step, doc: TextNode): TextNode | null {
  try {
    return step.apply(doc).doc;
  } catch {
    return null;
  }
}

/** The documents before each step and, last, after all of them; null as soon as one does not apply. */
export function applySteps(steps: readonly Step[], doc: TextNode): readonly TextNode[] | null {
  const docs = [doc];
  let current = doc;
  for (const step of steps) {
    const after = applyStep(step, current);
    if (after === null) return null;
    docs.push(after);
    current = after;
  }
  return docs;
}

/** The document after all the steps, or null when one does not apply. */
export function afterSteps(steps: readonly Step[], doc: TextNode): TextNode | null {
  const docs = applySteps(steps, doc);
  return docs?.[docs.length - 1] ?? null;
}
