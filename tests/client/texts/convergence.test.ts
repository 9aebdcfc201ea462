import { expect, test } from "vitest";

import { runs, seeds } from "../../support/runs.ts";
import { mutants } from "../../support/texts/mutants.ts";
import { runRoom, type Room } from "../../support/texts/room.ts";

test("TXT-1 whatever is typed, cut and sent again, all sheets end equal and every word stands once", () => {
  const from = seeds([1, 20_000, 40_000, 21_116, 41_499, 1_729_426_515, 2_614_019_894, 3_085_083_865]);
  const each = runs(75, 2_500, 8);
  for (const seed of from) expect(firstFaultyRun(seed, each)).toBeNull();
  console.log(`${from.length * each} runs, 0 divergences`);
}, 1_200_000);

test.each(Object.entries(mutants))(
  "TXT-2 a wrong rule is caught within 200 runs: %s",
  (_, mutant) => {
    expect(firstFaultyRun(1, 200, mutant)).not.toBeNull();
  },
  60_000,
);

function firstFaultyRun(from: number, count: number, room?: Room): { seed: number; faults: readonly string[] } | null {
  for (let seed = from; seed < from + count; seed++) {
    const faults = faultsOf(seed, room);
    if (faults.length > 0) return { seed, faults };
  }
  return null;
}

/** A wrong rule may also make the authority or a sheet throw: it is caught then too. */
function faultsOf(seed: number, room?: Room): readonly string[] {
  try {
    return runRoom(seed, room);
  } catch (fault) {
    return [String(fault)];
  }
}
