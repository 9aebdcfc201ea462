import fc from "fast-check";

import type { TextNode } from "../../../shared/texts/index.ts";
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
  /** How many samples said something about each law, in their order. */
  readonly telling: readonly number[];
  readonly report: string;
}

/** Holds all these laws against the same samples: what amendments a sample gives is worked out once for all of them. */
export function tryLaws(all: readonly Law[], length: Length, seed: number, numRuns: number, is: Model = model): Trial {
  const telling = all.map(() => 0);
  const result = fc.check(
    fc.property(arbSample[length], (sample) => {
      const knowing = remember(is, sample.base);
      for (const [k, law] of all.entries()) if (law(knowing, sample)) telling[k] = (telling[k] ?? 0) + 1;
    }),
    { numRuns, seed, endOnFailure: is !== model },
  );
  return { failed: result.failed, telling, report: result.failed ? (fc.defaultReportMessage(result) ?? "") : "" };
}

/** The same of one law alone. */
export function tryLaw(law: Law, length: Length, seed: number, numRuns: number, is: Model = model) {
  const { telling, ...trial } = tryLaws([law], length, seed, numRuns, is);
  return { ...trial, telling: telling[0] ?? 0 };
}

function remember(is: Model, base: TextNode): Model {
  const known = new Map<TextNode, ReturnType<Model["canonicalise"]>>();
  return {
    ...is,
    canonicalise(from, amended) {
      if (from !== base) return is.canonicalise(from, amended);
      const changes = known.get(amended) ?? is.canonicalise(base, amended);
      known.set(amended, changes);
      return changes;
    },
  };
}
