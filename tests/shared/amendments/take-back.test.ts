import { describe, expect, it, test } from "vitest";

import {
  apply,
  canonicalise,
  compareTexts,
  partAlone,
  partsOf,
  redline,
  takeBack,
  withoutPart,
} from "../../../shared/amendments/index.ts";
import { accepted, type Law } from "../../support/amendments/laws.ts";
import { tryLaw } from "../../support/amendments/samples.ts";
import { shapeOf, sheet } from "../../support/amendments/sheet.ts";
import { runs, seeds } from "../../support/runs.ts";

const before = `
  a1 article: Des biens
    p1: Chaque commune peut ouvrir une maison.
    p2: Les forêts ne se vendent pas.
  a2 article: De l’eau
    p3: L’eau est un bien commun.
  p4: Fin.`;

const numRuns = runs(100, 3_000, 10);

/** Whichever part is taken back, the rest is an amendment: what it makes of the base is what is left on the sheet. */
const restStands: Law = (_, { base, a }) => {
  const compared = accepted(compareTexts(base, a));
  const { changes } = compared;
  const parts = partsOf(base, compared);
  expect(new Set(parts.flat())).toEqual(new Set(changes));
  for (const part of parts) {
    const rest = accepted(apply(base, withoutPart(changes, part), 9));
    const left = accepted(takeBack(base, compared, part));
    expect(shapeOf(left)).toEqual(shapeOf(rest));
    expect(accepted(canonicalise(base, left))).toEqual(accepted(canonicalise(base, rest)));
    redline(base, partAlone(changes, part));
  }
  return parts.length > 1;
};

describe("one change of several", () => {
  it(
    "AMD-120 whichever change is taken back, the rest applies to the base and is what is left on the sheet",
    { timeout: 600_000 },
    () => {
      for (const seed of seeds([1, 7])) {
        const long = tryLaw(restStands, "long", seed, numRuns);
        expect(long.report).toBe("");
        expect(long.telling).toBeGreaterThanOrEqual(Math.floor(numRuns / 4));
        expect(tryLaw(restStands, "short", seed, numRuns).report).toBe("");
      }
    },
  );
});

test.for<readonly [title: string, after: string, taken: number, left: string]>([
  [
    "a word, and another stays",
    before.replace("peut", "doit").replace("bien commun", "bien de toutes"),
    0,
    before.replace("bien commun", "bien de toutes"),
  ],
  [
    "a suppressed article comes back",
    before.replace(/ {2}a1[^]*(?= {2}a2)/u, "").replace("Fin", "Voilà"),
    1,
    before.replace("Fin", "Voilà"),
  ],
  [
    "of two new paragraphs the first; the second stays where it is",
    before.replace("  a2", "    n1: Un.\n    n2: Deux.\n  a2"),
    0,
    before.replace("  a2", "    n2: Deux.\n  a2"),
  ],
  [
    "a paragraph split, and what was put in between stays behind it",
    before
      .replace(" ne se", "\n    n2: ne se")
      .replace("    n2: ne", "    n2: Mais ils ne")
      .replace("  a2", "    n3: Trois.\n  a2"),
    0,
    before.replace("  a2", "    n3: Trois.\n  a2"),
  ],
])("AMD-120 taken back: %s", ([, after, taken, left]) => {
  const [base, amended] = [sheet(before), sheet(after)];
  const compared = accepted(compareTexts(base, amended));
  const parts = partsOf(base, compared);
  const part = parts[taken] ?? [];
  expect(parts.length).toBeGreaterThan(1);
  expect(accepted(takeBack(base, compared, part)).toJSON()).toEqual(sheet(left).toJSON());
});
