import { Mapping, Transform } from "prosemirror-transform";
import { describe, expect, it } from "vitest";

import { afterSteps, repairedIds, repairIds } from "../../../shared/texts/index.ts";
import { doc, idsOf, item, list, paragraph, title } from "../../support/texts/text-of.ts";

const before = doc(title("t", "Titre"), paragraph("a", "Un deux"), paragraph("b", "Trois"));
const atA = 7;
const atB = 16;

function repaired(change: Transform, version = 9): readonly string[] {
  const steps = repairIds(change.before, change.mapping, change.doc, repairedIds(version));
  const after = afterSteps(steps, change.doc);
  if (!after) throw new Error("The repair does not apply");
  expect(repairIds(change.doc, new Mapping(), after, repairedIds(version + 1))).toEqual([]);
  return idsOf(after);
}

describe("whose id it is", () => {
  const a = before.nodeAt(atA);
  const slice = before.slice(atA, atB);

  const cases: readonly (readonly [string, Transform, readonly string[]])[] = [
    ["a block is split: the first half keeps it", new Transform(before).split(atA + 3), ["t", "a", "9.1", "b"]],
    [
      "a copy is pasted before: the one at the old place keeps it",
      new Transform(before).replace(atA, atA, slice),
      ["t", "9.1", "a", "b"],
    ],
    ["a copy is pasted after", new Transform(before).replace(atB, atB, slice), ["t", "a", "9.1", "b"]],
    [
      "the old place is gone: the first keeps it",
      new Transform(before).delete(atA, atB).insert(
        atA,
        [a, a].filter((node) => node !== null),
      ),
      ["t", "a", "9.1", "b"],
    ],
    ["a block comes without id", new Transform(before).insert(atB, paragraph("")), ["t", "a", "9.1", "b"]],
    [
      "several come without id",
      new Transform(before).insert(atB, list("", item("", paragraph("")))),
      ["t", "a", "9.1", "9.2", "9.3", "b"],
    ],
    [
      "somebody took the name beforehand",
      new Transform(before).insert(atB, [paragraph("9.1"), paragraph("")]),
      ["t", "a", "9.1", "9.2", "b"],
    ],
  ];

  it.each(cases)("TXT-6 %s", (_, change, ids) => {
    expect(repaired(change)).toEqual(ids);
  });
});
