import { expect, test } from "vitest";

import { randomFrom, runs, seeds } from "../support/runs.ts";

test("TOOL-1 the same seed gives the same numbers, another seed others", () => {
  const take = (seed: number): readonly number[] => {
    const random = randomFrom(seed);
    return [random(), random(), random()];
  };
  expect(take(7)).toEqual(take(7));
  expect(take(7)).not.toEqual(take(8));
  expect(take(7).every((number) => number >= 0 && number < 1)).toBe(true);
});

test("TOOL-2 the fixed seeds are all run, and a fresh one beside them", () => {
  if (process.env["CAHIER_SEED"] !== undefined) return;
  const all = seeds([4, 5]);
  expect(all.slice(0, 2)).toEqual([4, 5]);
  expect(all).toHaveLength(3);
});

test("TOOL-3 a random test makes the number of runs of the command that started it", () => {
  const expected = { quick: 5, long: 900 }[process.env["CAHIER_TESTS"] ?? ""] ?? 30;
  expect(runs(30, 900, 5)).toBe(expected);
});
