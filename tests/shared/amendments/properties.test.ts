import { describe, expect, it } from "vitest";

import * as laws from "../../support/amendments/laws.ts";
import { tryLaw } from "../../support/amendments/samples.ts";
import { runs, seeds } from "../../support/runs.ts";

const numRuns = runs(100, 3_000, 10);

/** A law, and how many of a hundred long samples must say something about it. */
type Row = readonly [title: string, law: laws.Law, enough: number];

describe("amendments, on French-like texts", () => {
  it.for<Row>([
    ["AMD-1 no change cuts a sign: neither accents, nor surrogates, nor joined emoji", laws.wholeSigns, 50],
    ["AMD-2 round trip: the changes between two texts give the second from the first", laws.roundTrip, 50],
    ["AMD-3 however it was typed, one change set: canonical(apply(canonical)) is a fixed point", laws.fixedPoint, 50],
    ["AMD-4 carried to its own base an amendment is unchanged", laws.identityRebase, 50],
    ["AMD-5 carried over its own adoption an amendment is satisfied", laws.satisfiedByItself, 50],
    ["AMD-6 a text is valid, and every id in it unique, after every adoption", laws.validAfterEveryAdoption, 50],
    ["AMD-7 the relation of two amendments is symmetric", laws.symmetric, 50],
    ["AMD-8 independent amendments commute and neither falls", laws.independentCommute, 2],
    ["AMD-9 the way by which a text came about does not matter to what is carried to it", laws.anyPath, 2],
    [
      "AMD-10 kept and deleted words of a redline are the base, kept and inserted ones the amended text",
      laws.redlineReads,
      90,
    ],
  ])("%s", { timeout: 600_000 }, ([, law, enough]) => {
    for (const seed of seeds([1, 2276969048])) {
      const long = tryLaw(law, "long", seed, numRuns);
      expect(long.report).toBe("");
      expect(long.telling).toBeGreaterThanOrEqual(Math.floor((numRuns * enough) / 100));
      expect(tryLaw(law, "short", seed, numRuns).report).toBe("");
    }
  });
});
