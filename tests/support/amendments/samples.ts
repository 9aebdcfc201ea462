import fc from "fast-check";

import { arbStrokes, arbText, edit } from "./french.ts";
import { model, type Law, type Model, type Sample } from "./laws.ts";

/** `long`: 20 to 60 blocks, as a declaration has. `short`: a few, where authors are in each other's way. */
type Length = "long" | "short";

const samples = (least: number, most: number): fc.Arbitrary<Sample> =>
  fc
    .record({ base: arbText(least, most), a: arbStrokes(5), b: arbStrokes(5), c: arbStrokes(3) })
    .map(({ base, a, b, c }) => ({ base, a: edit(base, a, "a"), b: edit(base, b, "b"), c: edit(base, c, "c") }));

const arbSample: Readonly<Record<Length, fc.Arbitrary<Sample>>> = { long: samples(20, 60), short: samples(3, 8) };

export interface Trial {
  readonly failed: boolean;
  /** How many samples said something about the law. */
  readonly telling: number;
  readonly report: string;
}

export function tryLaw(law: Law, length: Length, seed: number, numRuns: number, is: Model = model): Trial {
  let telling = 0;
  const result = fc.check(
    fc.property(arbSample[length], (sample) => {
      if (law(is, sample)) telling++;
    }),
    { numRuns, seed, endOnFailure: is !== model },
  );
  return { failed: result.failed, telling, report: result.failed ? (fc.defaultReportMessage(result) ?? "") : "" };
}
