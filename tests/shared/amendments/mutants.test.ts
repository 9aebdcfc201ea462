import { describe, expect, it } from "vitest";

import type { ChangeSet, ChangeState, Rebased } from "../../../shared/amendments/index.ts";
import { ok } from "../../../shared/refusals.ts";
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
];

function live(changes: ChangeSet): Rebased {
  return { state: "live", states: changes.map((): ChangeState => "live"), reduced: false, changes };
}

describe("the laws of amendments see", () => {
  it.for(mutants)("AMD-20 a mutant: %s", ([, law, mutant]) => {
    expect(tryLaw(law, "short", 1, 300, { ...model, ...mutant }).failed).toBe(true);
  });
});
