import { expect } from "vitest";

import {
  adoptionCommit,
  apply,
  canonicalise,
  changeSetBody,
  rebase,
  redline,
  relation,
  type ChangeSet,
  type RedlineBlock,
  type RunKind,
} from "../../../shared/amendments/index.ts";
import type { Result } from "../../../shared/refusals.ts";
import type { TextNode } from "../../../shared/texts/index.ts";
import { shapeOf } from "./sheet.ts";

/** What the laws are held against: the real functions, or a mutant of one of them. */
export interface Model {
  readonly canonicalise: typeof canonicalise;
  readonly apply: typeof apply;
  readonly rebase: typeof rebase;
  readonly relation: typeof relation;
  readonly adoptionCommit: typeof adoptionCommit;
  readonly redline: typeof redline;
}

export const model: Model = { canonicalise, apply, rebase, relation, adoptionCommit, redline };

/** A base and three texts that as many authors made of it. */
export interface Sample {
  readonly base: TextNode;
  readonly a: TextNode;
  readonly b: TextNode;
  readonly c: TextNode;
}

/** Throws when the sample breaks it; false when the sample says nothing about it. */
export type Law = (model: Model, sample: Sample) => boolean;

export function accepted<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`Refused: ${result.code} ${result.detail ?? ""}`);
  return result.value;
}

export const roundTrip: Law = (is, { base, a }) => {
  const changes = accepted(is.canonicalise(base, a));
  expect(shapeOf(accepted(is.apply(base, changes, 7)))).toEqual(shapeOf(a));
  return changes.length > 0;
};

/** No change begins or ends between a sign and what combines with it, between surrogates, or inside a joined emoji. */
export const wholeSigns: Law = (is, { base, a }) => {
  const blocks = new Map<unknown, string>();
  base.descendants((node) => {
    if (node.isTextblock) blocks.set(node.attrs["id"], node.textContent);
  });
  let told = false;
  for (const change of accepted(is.canonicalise(base, a))) {
    if (change.kind !== "text") continue;
    const text = blocks.get(change.block) ?? "";
    expect([change.from, change.to].filter((at) => cutsSign(text, at))).toEqual([]);
    told = true;
  }
  return told;
};

function cutsSign(text: string, at: number): boolean {
  if (at === 0 || at >= text.length) return false;
  const next = text.charCodeAt(at);
  return (next >= 0xdc00 && next <= 0xdfff) || /^[\p{M}\u200d]/u.test(text.slice(at)) || text[at - 1] === "\u200d";
}

export const fixedPoint: Law = (is, { base, a }) => {
  const changes = accepted(is.canonicalise(base, a));
  const again = accepted(is.canonicalise(base, accepted(is.apply(base, changes, 7))));
  expect(changeSetBody(again)).toBe(changeSetBody(changes));
  return changes.length > 0;
};

export const identityRebase: Law = (is, { base, a }) => {
  const changes = accepted(is.canonicalise(base, a));
  const rebased = is.rebase(changes, base, base);
  expect(rebased.changes).toEqual(changes);
  expect(rebased.states.every((state) => state === "live")).toBe(true);
  return changes.length > 0;
};

export const satisfiedByItself: Law = (is, { base, a }) => {
  const changes = accepted(is.canonicalise(base, a));
  if (changes.length === 0) return false;
  const rebased = is.rebase(changes, base, accepted(is.apply(base, changes, 7)));
  expect(rebased.states.every((state) => state === "satisfied")).toBe(true);
  return true;
};

export const validAfterEveryAdoption: Law = (is, { base, a, b, c }) => {
  let head = base;
  let adopted = 0;
  for (const [k, amended] of [a, b, c].entries()) {
    const next = adopt(is, accepted(is.canonicalise(base, amended)), base, head, k + 1);
    if (next === null) continue;
    next.check();
    expect(new Set(idsOf(next)).size).toBe(idsOf(next).length);
    head = next;
    adopted++;
  }
  return adopted > 1;
};

export const symmetric: Law = (is, { base, a, b }) => {
  const [first, second] = [accepted(is.canonicalise(base, a)), accepted(is.canonicalise(base, b))];
  expect(is.relation(first, second, base)).toBe(is.relation(second, first, base));
  return first.length > 0 && second.length > 0;
};

export const independentCommute: Law = (is, { base, a, b }) => {
  const [first, second] = [accepted(is.canonicalise(base, a)), accepted(is.canonicalise(base, b))];
  if (first.length === 0 || second.length === 0) return false;
  if (is.relation(first, second, base) !== "independent") return false;
  const afterFirst = accepted(is.apply(base, first, 1));
  const afterSecond = accepted(is.apply(base, second, 1));
  expect(is.rebase(second, base, afterFirst).states.every((state) => state === "live")).toBe(true);
  const one = adopt(is, second, base, afterFirst, 2);
  const other = adopt(is, first, base, afterSecond, 2);
  expect(one).not.toBeNull();
  expect(one && shapeOf(one)).toEqual(other && shapeOf(other));
  return true;
};

/** Whichever way the others were adopted, the same text gives the same rest. */
export const anyPath: Law = (is, { base, a, b, c }) => {
  const [first, second, third] = [a, b, c].map((amended) => accepted(is.canonicalise(base, amended)));
  if (!first || !second || !third) return false;
  const one = adopt(is, second, base, accepted(is.apply(base, first, 1)), 2);
  const other = adopt(is, first, base, accepted(is.apply(base, second, 1)), 2);
  if (!one || !other || !sameShape(one, other)) return false;
  const [left, right] = [is.rebase(third, base, one), is.rebase(third, base, other)];
  expect(left.states).toEqual(right.states);
  if (left.state === "fallen") return true;
  expect(shapeOf(accepted(is.apply(one, left.changes, 9)))).toEqual(
    shapeOf(accepted(is.apply(other, right.changes, 9))),
  );
  return third.length > 0;
};

export const redlineReads: Law = (is, { base, a }) => {
  const changes = accepted(is.canonicalise(base, a));
  const rows = is.redline(base, changes);
  expect(read(rows, ["kept", "deleted", "formatted", "joined"])).toBe(wordsOf(base));
  expect(read(rows, ["kept", "inserted", "formatted", "split"])).toBe(wordsOf(a));
  return changes.length > 0;
};

function adopt(is: Model, changes: ChangeSet, base: TextNode, current: TextNode, version: number): TextNode | null {
  const rebased = is.rebase(changes, base, current);
  if (rebased.state === "fallen") return null;
  if (rebased.state === "satisfied") return current;
  const { steps, doc } = accepted(is.adoptionCommit(current, rebased.changes, version));
  let stepped = current;
  for (const step of steps) stepped = step.apply(stepped).doc ?? stepped;
  expect(stepped.eq(doc)).toBe(true);
  return doc;
}

const sameShape = (a: TextNode, b: TextNode): boolean => JSON.stringify(shapeOf(a)) === JSON.stringify(shapeOf(b));

function idsOf(doc: TextNode): readonly unknown[] {
  const ids: unknown[] = [];
  doc.descendants((node) => {
    if (!node.isText) ids.push(node.attrs["id"]);
  });
  return ids;
}

/** What one side of a redline says, a line a block. A paragraph split or joined is a line's end on its own side only. */
function read(rows: readonly RedlineBlock[], kinds: readonly RunKind[]): string {
  const before = kinds.includes("deleted");
  const lines: string[] = [];
  for (const row of rows) {
    if (row.status === (before ? "new" : "suppressed")) continue;
    let line = "";
    for (const run of row.runs) {
      if (!kinds.includes(run.kind)) continue;
      if (run.kind === "split" || run.kind === "joined") line += "\n";
      for (const piece of run.pieces) line += piece.lineBreak ? "/" : piece.text;
    }
    lines.push(line);
  }
  return lines.join("\n");
}

function wordsOf(doc: TextNode): string {
  const lines: string[] = [];
  doc.descendants((node) => {
    if (node.isTextblock) lines.push(node.textBetween(0, node.content.size, undefined, "/"));
    return !node.isTextblock;
  });
  return lines.join("\n");
}
