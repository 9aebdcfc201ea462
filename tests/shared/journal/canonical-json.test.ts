import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { canonicalJson, isStorableText, type Json } from "../../../shared/journal/index.ts";
import { runs, seeds } from "../../support/runs.ts";

const { value: json } = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constant(null),
    fc.boolean(),
    fc.maxSafeInteger(),
    fc.constant(-0),
    fc.string({ unit: "binary" }).filter(isStorableText),
    fc.array(tie("value")),
    fc.dictionary(fc.oneof(fc.string().filter(isStorableText), fc.nat(20).map(String)), tie("value"), {
      noNullPrototype: true,
    }),
  ),
}));

/** Every object made again with its keys in the order given. */
function remade(value: Json, order: (keys: string[]) => string[]): Json {
  if (Array.isArray(value)) return value.map((item) => remade(item, order));
  if (typeof value !== "object" || value === null) return value;
  const entries = new Map(Object.entries(value));
  return Object.fromEntries(order([...entries.keys()]).map((key) => [key, remade(entries.get(key) ?? null, order)]));
}

describe("canonical JSON", () => {
  test("DCL-37 it is one string in whatever order the keys were written, with the keys in order, and reads back", () => {
    const law = fc.property(json, (value) => {
      const said = canonicalJson(value);
      expect(canonicalJson(remade(value, (keys) => keys.toSorted()))).toBe(said);
      expect(canonicalJson(remade(value, (keys) => keys.toSorted().toReversed()))).toBe(said);
      expect(canonicalJson(JSON.parse(said))).toBe(said);
      expect(JSON.parse(said)).toEqual(JSON.parse(JSON.stringify(value)));
    });
    for (const seed of seeds([1])) fc.assert(law, { seed, numRuns: runs(200, 10_000, 20) });
  });

  test.each([[{ b: 1, a: 2 }], [{ a: 2, b: 1 }]])("DCL-37 %j is written with its keys in order", (value) => {
    expect(canonicalJson(value)).toBe('{"a":2,"b":1}');
  });

  test("DCL-37 keys that are numbers are in the order of their letters too", () => {
    expect(canonicalJson({ 9: 1, 10: 2 })).toBe('{"10":2,"9":1}');
  });

  test.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, "a\0", "\ud800"])(
    "DCL-37 %j is not written",
    (value) => {
      for (const within of [value, [value], { a: value }, { b: 1, a: value }])
        expect(() => canonicalJson(within)).toThrow(/Not an integer|Text with/);
    },
  );
});
