import { describe, expect, it } from "vitest";

import * as laws from "../../support/amendments/laws.ts";
import { tryLaws, type Trial } from "../../support/amendments/samples.ts";
import { runs, seeds } from "../../support/runs.ts";

/** A law, and how many of a hundred long samples must say something about it. */
type Row = readonly [title: string, law: laws.Law, enough: number];

const rows: readonly Row[] = [
  ["AMD-1 no change cuts a sign: neither accents, nor surrogates, nor joined emoji", laws.wholeSigns, 40],
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
    70,
  ],
  [
    "AMD-53 a block that stands in both texts is one block, wherever: it is moved, its words are changed in it",
    laws.blocksKept,
    30,
  ],
  ["AMD-46 relations found by what amendments touch are those found by comparing all", laws.noneMissed, 20],
  ["AMD-54 no words enter but those of the amendment, none go but those it takes out", laws.onlyItsWords, 10],
];

const trials = new Map<string, Trial>();

/** Every law is held against the same samples, which are made, and their changes found, once for all laws. */
function trialOf(length: "long" | "short", seed: number): Trial {
  const key = `${length} ${seed}`;
  const laws = rows.map(([, law]) => law);
  const trial = trials.get(key) ?? tryLaws(laws, length, seed, numRuns[length]);
  trials.set(key, trial);
  return trial;
}

/** Of a seed: in all a thousand samples under `npm test`, more than twenty thousand under `test:long`. */
const numRuns = { long: runs(40, 800, 4), short: runs(300, 6_000, 16) };
const tried = seeds([1, 2276969048]);

describe("amendments, on French-like texts", () => {
  it.for(rows.map((row, k) => [...row, k] as const))("%s", { timeout: 3_600_000 }, ([, , enough, k]) => {
    for (const seed of tried) {
      const long = trialOf("long", seed);
      expect(long.report).toBe("");
      expect(long.telling[k]).toBeGreaterThanOrEqual(Math.floor((numRuns.long * enough) / 100));
      expect(trialOf("short", seed).report).toBe("");
    }
  });
});
