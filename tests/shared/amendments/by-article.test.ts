import { expect, test } from "vitest";

import {
  apply,
  byArticle,
  canonicalise,
  compareTexts,
  partAlone,
  relation,
  relationsTo,
  takeBack,
  type ChangeSet,
} from "../../../shared/amendments/index.ts";
import { accepted, type Law } from "../../support/amendments/laws.ts";
import { tryLaw } from "../../support/amendments/samples.ts";
import { shapeOf, sheet } from "../../support/amendments/sheet.ts";
import { runs, seeds } from "../../support/runs.ts";

const numRuns = runs(100, 3_000, 10);

const before = `
  p0: Nous, communes.
  a1 article: Des biens
    p1: Chaque commune peut ouvrir une maison.
    p2: Les forêts ne se vendent pas.
  a2 article: De l’eau
    p3: L’eau est un bien commun.
  p4: Fin.`;

const groupsOf = (after: string): readonly (readonly string[])[] => {
  const base = sheet(before);
  const groups = byArticle(base, accepted(compareTexts(base, sheet(after))));
  return groups.map((group) =>
    group.map((change) => `${change.kind} ${change.kind === "insert" ? change.after : change.block}`),
  );
};

test.for<readonly [title: string, after: string, groups: readonly (readonly string[])[]]>([
  [
    "two articles, and what stands outside",
    before
      .replace("peut", "doit")
      .replace("bien commun", "bien de toutes")
      .replace("ne se", "ne se")
      .replace("Fin", "Voilà"),
    [["text p1"], ["text p3"], ["text p4"]],
  ],
  ["two places of one article", before.replace("peut", "doit").replace("forêts", "sources"), [["text p1", "text p2"]]],
  [
    "one place before the articles and one behind them",
    before.replace("Nous", "Vous").replace("Fin", "Voilà"),
    [["text p0", "text p4"]],
  ],
  [
    "a new article, and a word elsewhere",
    before.replace("  p4", "  a3 article: Neuf\n    p9: Oui.\n  p4").replace("peut", "doit"),
    [["text p1"], ["insert a2"]],
  ],
  [
    "a new article behind one in which a word changes",
    before.replace("  a2", "  a3 article: Neuf\n    p9: Oui.\n  a2").replace("peut", "doit"),
    [["text p1"], ["insert a1"]],
  ],
  [
    "a paragraph that goes over into another article",
    before
      .replace("    p2: Les forêts ne se vendent pas.\n", "")
      .replace("    p3", "    p2: Les forêts ne se vendent pas.\n    p3"),
    [["move p2"]],
  ],
])("AMD-124 apart would stand: %s", ([, after, groups]) => {
  expect(groupsOf(after)).toEqual(groups);
});

/** Submitted one after the other, they are what was written as one. */
const partsMakeTheWhole: Law = (_, { base, a }) => {
  const compared = accepted(compareTexts(base, a));
  const groups = byArticle(base, compared);
  expect(groups.flat()).toHaveLength(compared.changes.length);
  for (const group of groups) {
    const others = compared.changes.filter((change) => !group.includes(change));
    const alone = accepted(takeBack(base, compared, others));
    expect(shapeOf(alone)).toEqual(shapeOf(accepted(apply(base, partAlone(compared.changes, group), 9))));
    accepted(takeBack(base, compared, group));
  }
  return groups.length > 1;
};

test("AMD-124 each part stands alone, and the rest without it", { timeout: 600_000 }, () => {
  for (const seed of seeds([1, 7])) {
    const long = tryLaw(partsMakeTheWhole, "long", seed, numRuns);
    expect(long.report).toBe("");
    expect(long.telling).toBeGreaterThanOrEqual(Math.floor(numRuns / 4));
    expect(tryLaw(partsMakeTheWhole, "short", seed, numRuns).report).toBe("");
  }
});

/** Asked of one at a time, the answer is that of two. */
const askedAlone: Law = (_, { base, a, b, c }) => {
  const [own, ...others]: readonly ChangeSet[] = [a, b, c].map((text) => accepted(canonicalise(base, text)));
  if (!own) return false;
  expect(relationsTo([...others, own], base)(own)).toEqual([...others, own].map((other) => relation(own, other, base)));
  return own.length > 0;
};

test("AMD-125 how one stands to others is what any two say of each other", { timeout: 600_000 }, () => {
  for (const seed of seeds([1, 7])) {
    expect(tryLaw(askedAlone, "short", seed, numRuns).report).toBe("");
  }
});
