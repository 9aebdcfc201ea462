import { describe, expect, it } from "vitest";

import type { ChangeSet, ChangeState, Rebased } from "../../../shared/amendments/index.ts";
import { ok } from "../../../shared/refusals.ts";
import { parseText, type TextNode } from "../../../shared/texts/index.ts";
import * as laws from "../../support/amendments/laws.ts";
import { tryLaw } from "../../support/amendments/samples.ts";

const { model } = laws;
const words = (changes: ChangeSet): number => changes.filter((change) => change.kind === "text").length;

/** Wrong rules that were once thought of: each must be seen by a law. */
const mutants: readonly (readonly [title: string, law: laws.Law, mutant: Partial<laws.Model>])[] = [
  [
    "an offset is one too far",
    laws.wholeSigns,
    {
      canonicalise: (base, amended) => {
        const changes = model.canonicalise(base, amended);
        return changes.ok
          ? ok(changes.value.map((one) => (one.kind === "text" ? { ...one, to: one.to + 1 } : one)))
          : changes;
      },
    },
  ],
  [
    "the last change is forgotten",
    laws.roundTrip,
    {
      canonicalise: (base, amended) => {
        const changes = model.canonicalise(base, amended);
        return changes.ok ? ok(changes.value.slice(0, -1)) : changes;
      },
    },
  ],
  [
    "blocks keep the names that their editor gave them",
    laws.fixedPoint,
    {
      canonicalise: (base, amended) => {
        const changes = model.canonicalise(base, amended);
        const id = `e${amended.content.size}x${amended.lastChild?.attrs["id"]}`;
        if (!changes.ok) return changes;
        return ok(
          changes.value
            .map((change) => (change.kind === "insert" ? { ...change, after: change.after ?? id } : change))
            .reverse(),
        );
      },
    },
  ],
  ["changes are not carried at all", laws.independentCommute, { rebase: (changes) => live(changes) }],
  [
    "what touches is not seen as a conflict",
    laws.independentCommute,
    {
      relation: (a, b, base) =>
        model.relation(a, b, base) === "conflict" && words(a) > 0 ? "independent" : model.relation(a, b, base),
    },
  ],
  [
    "the same gap counts as independent",
    laws.independentCommute,
    {
      relation: (a, b, base) => {
        const relation = model.relation(a, b, base);
        return relation === "sameGap" ? "independent" : relation;
      },
    },
  ],
  [
    "what already stands is done again",
    laws.satisfiedByItself,
    {
      rebase: (changes, base, current) => {
        const rebased = model.rebase(changes, base, current);
        return rebased.state === "satisfied" ? live(changes) : rebased;
      },
    },
  ],
  [
    "the one who asks has the better place",
    laws.symmetric,
    { relation: (a, b, base) => (words(a) > words(b) ? "conflict" : model.relation(a, b, base)) },
  ],
  [
    "deleted words are left out of the redline",
    laws.redlineReads,
    {
      redline: (base, changes) =>
        model.redline(base, changes).map((row) => ({ ...row, runs: row.runs.filter((run) => run.kind !== "deleted") })),
    },
  ],
  [
    "what is moved is suppressed and written anew",
    laws.blocksKept,
    { canonicalise: (base, amended) => model.canonicalise(base, withOtherIds(base, amended)) },
  ],
  [
    "two that move the same block can both be adopted",
    laws.independentCommute,
    {
      relation: (a, b, base) => (moves(a) > 0 && moves(b) > 0 ? "independent" : model.relation(a, b, base)),
    },
  ],
  [
    "what is moved goes where it would have gone in its own base",
    laws.independentCommute,
    {
      rebase: (changes, base, current) => {
        const rebased = model.rebase(changes, base, current);
        const asWritten = new Map(changes.flatMap((one) => (one.kind === "move" ? [[one.block, one] as const] : [])));
        const now = rebased.changes.map((one) => (one.kind === "move" ? (asWritten.get(one.block) ?? one) : one));
        return { ...rebased, changes: now };
      },
    },
  ],
  [
    "what is moved is shown only where it goes",
    laws.redlineReads,
    { redline: (base, changes) => model.redline(base, changes).filter(({ status }) => status !== "departed") },
  ],
  [
    "two that move are not compared",
    laws.noneMissed,
    {
      relations: (sets, base) => {
        const found = model.relations(sets, base);
        const still = (k: number): boolean => moves(sets[k] ?? []) === 0;
        return { ...found, related: found.related.filter(({ a, b }) => still(a) || still(b)) };
      },
    },
  ],
  [
    "what is moved into the text itself is forgotten where it stood",
    laws.onlyItsWords,
    {
      canonicalise: (base, amended) => {
        const changes = model.canonicalise(base, amended);
        if (!changes.ok) return changes;
        return ok(changes.value.filter((one) => one.kind !== "move" || one.parent !== "doc"));
      },
    },
  ],
];

const moves = (changes: ChangeSet): number => changes.filter((change) => change.kind === "move").length;

/** The amended text as if all that is moved had been written anew. */
function withOtherIds(base: TextNode, amended: TextNode): TextNode {
  const changes = model.canonicalise(base, amended);
  const moved = new Set(changes.ok ? changes.value.flatMap((one) => (one.kind === "move" ? [one.block] : [])) : []);
  const json: unknown = JSON.parse(
    JSON.stringify(amended.toJSON(), (key, value: unknown) =>
      key === "id" && typeof value === "string" && moved.has(value) ? `z${value}` : value,
    ),
  );
  const text = parseText(json);
  if (!text.ok) throw new Error(text.code);
  return text.value;
}

function live(changes: ChangeSet): Rebased {
  return { state: "live", states: changes.map((): ChangeState => "live"), reduced: false, changes };
}

describe("the laws of amendments see", () => {
  it.for(mutants)("AMD-20 a mutant: %s", ([, law, mutant]) => {
    expect(tryLaw(law, "short", 1, 300, { ...model, ...mutant }).failed).toBe(true);
  });
});
