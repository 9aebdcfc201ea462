import { expect } from "vitest";

import {
  adoptionCommit,
  apply,
  canonicalise,
  changeSetBody,
  rebase,
  redline,
  relation,
  relations,
  relationsOfAllPairs,
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
  readonly relations: typeof relations;
  readonly adoptionCommit: typeof adoptionCommit;
  readonly redline: typeof redline;
}

export const model: Model = { canonicalise, apply, rebase, relation, relations, adoptionCommit, redline };

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

/** The words, and the blocks: one that stands in both keeps its id, wherever it stands. */
export const roundTrip: Law = (is, { base, a }) => {
  const changes = accepted(is.canonicalise(base, a));
  expect(shapeOf(accepted(is.apply(base, changes, 7)), base)).toEqual(shapeOf(a, base));
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
  const one = adopt(is, second, base, afterFirst, 2);
  const other = adopt(is, first, base, afterSecond, 2);
  expect(one).not.toBeNull();
  expect(one && shapeOf(one, base)).toEqual(other && shapeOf(other, base));
  const { state, states } = is.rebase(second, base, afterFirst);
  // A move past blocks that the first suppressed has nothing left to do.
  if (state === "satisfied") expect(second.some(({ kind }) => kind === "move") && one?.eq(afterFirst)).toBe(true);
  else expect(states.every((one) => one === "live")).toBe(true);
  return true;
};

/** Whichever way the others were adopted, the same text gives the same rest. */
export const anyPath: Law = (is, { base, a, b, c }) => {
  const [first, second, third] = [a, b, c].map((amended) => accepted(is.canonicalise(base, amended)));
  if (!first || !second || !third) return false;
  const one = adopt(is, second, base, accepted(is.apply(base, first, 1)), 2);
  const other = adopt(is, first, base, accepted(is.apply(base, second, 1)), 2);
  if (!one || !other || !sameShape(one, other, base)) return false;
  const [left, right] = [is.rebase(third, base, one), is.rebase(third, base, other)];
  expect(left.states).toEqual(right.states);
  if (left.state === "fallen") return true;
  expect(shapeOf(accepted(is.apply(one, left.changes, 9)), base)).toEqual(
    shapeOf(accepted(is.apply(other, right.changes, 9)), base),
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

/** No block of the text that its author left is suppressed; one that stands elsewhere is moved, never written anew. */
export const blocksKept: Law = (is, { base, a }) => {
  const changes = accepted(is.canonicalise(base, a));
  const [before, after] = [typesOf(base), typesOf(a)];
  const kept = [...after].filter(([id, type]) => before.get(id) === type && type !== "articleTitle");
  const gone = new Set(changes.flatMap((change) => (change.kind === "delete" ? change.subtree : [])));
  expect(kept.filter(([id]) => gone.has(id))).toEqual([]);
  const standing = typesOf(accepted(is.apply(base, changes, 7)));
  expect(kept.filter(([id]) => !standing.has(id))).toEqual([]);
  return changes.some(({ kind }) => kind === "move");
};

/** What is found by keys is what is found by comparing each with each. */
export const noneMissed: Law = (is, { base, a, b, c }) => {
  const sets = [a, b, c].map((amended) => accepted(is.canonicalise(base, amended)));
  const { related } = is.relations(sets, base);
  expect(related).toEqual(relationsOfAllPairs(sets, base));
  return related.length > 0;
};

/** However the text has changed: a live amendment brings its own words, takes out its own, and no others. */
export const onlyItsWords: Law = (is, { base, a, b }) => {
  const [first, second] = [a, b].map((amended) => accepted(is.canonicalise(base, amended)));
  if (!first || !second || first.length === 0) return false;
  const current = accepted(is.apply(base, first, 1));
  const { state, states, changes } = is.rebase(second, base, current);
  if (state !== "live" || states.some((one) => one !== "live")) return false;
  const after = accepted(is.apply(current, changes, 2));
  const signs = countSigns(current.textContent);
  for (const sign of takenOut(second, base)) signs.set(sign, (signs.get(sign) ?? 0) - 1);
  for (const sign of broughtBy(second)) signs.set(sign, (signs.get(sign) ?? 0) + 1);
  expect(Object.fromEntries([...signs].filter(([, count]) => count !== 0))).toEqual(
    Object.fromEntries(countSigns(after.textContent)),
  );
  return true;
};

function countSigns(text: string): Map<string, number> {
  const signs = new Map<string, number>();
  for (const sign of text) signs.set(sign, (signs.get(sign) ?? 0) + 1);
  return signs;
}

function takenOut(changes: ChangeSet, base: TextNode): string {
  const words = new Map<unknown, string>();
  base.descendants((node) => {
    if (node.isTextblock) words.set(node.attrs["id"], node.textContent);
  });
  return changes
    .map((change) => {
      if (change.kind === "delete") return change.subtree.map((id) => words.get(id) ?? "").join("");
      return change.kind === "text" ? change.removed.map(({ text }) => text).join("") : "";
    })
    .join("");
}

function broughtBy(changes: ChangeSet): string {
  return changes
    .map((change) => {
      if (change.kind === "insert") return textIn(change.node);
      return change.kind === "text" ? change.inserted.map((piece) => ("text" in piece ? piece.text : "")).join("") : "";
    })
    .join("");
}

function textIn(node: unknown): string {
  if (typeof node !== "object" || node === null) return "";
  if ("text" in node) return String(node.text);
  return "content" in node && Array.isArray(node.content) ? node.content.map(textIn).join("") : "";
}

function typesOf(doc: TextNode): ReadonlyMap<string, string> {
  const types = new Map<string, string>();
  doc.descendants((node) => {
    if (!node.isText) types.set(String(node.attrs["id"]), node.type.name);
  });
  return types;
}

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

const sameShape = (a: TextNode, b: TextNode, base: TextNode): boolean =>
  JSON.stringify(shapeOf(a, base)) === JSON.stringify(shapeOf(b, base));

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
    if ((before ? ["new", "arrived"] : ["suppressed", "departed"]).includes(row.status)) continue;
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
