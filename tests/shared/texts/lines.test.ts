import fc from "fast-check";
import { expect, test } from "vitest";

import { runs, seeds } from "../../support/runs.ts";
import { lineCharacters, numberLines } from "../../../shared/texts/index.ts";

const long =
  "L’eau, les terres nourricières, les forêts et les lieux de réunion ne se vendent pas, ni ne se louent à qui n’y vit pas.";

const printed = (words: string): readonly string[] =>
  (numberLines([words])[0] ?? []).map(({ from, to }) => words.slice(from, to).trim());

test("AMD-115 lines break at blanks, never hold more than their measure, and are numbered through the whole text", () => {
  expect(printed(long)).toEqual([
    "L’eau, les terres nourricières, les forêts et les lieux de réunion ne se",
    "vendent pas, ni ne se louent à qui n’y vit pas.",
  ]);
  expect(printed("")).toEqual([""]);
  expect(printed("un\ndeux\n")).toEqual(["un", "deux"]);
  expect(numberLines([long, "", long]).map((lines) => lines.map(({ number }) => number))).toEqual([
    [1, 2],
    [3],
    [4, 5],
  ]);
});

test("AMD-115 a word longer than a line is cut within it, never inside a sign", () => {
  const [first = "", second = ""] = printed(`${"x".repeat(lineCharacters - 1)}🌾${"y".repeat(10)}`);
  expect([first.length, second.startsWith("🌾")]).toEqual([lineCharacters - 1, true]);
});

test("AMD-115 whatever the words, lines are the words, in order, each within the measure", () => {
  const word = fc.oneof(
    fc.constantFrom("l’eau", "commune", "et", "\n", "🌾", "x".repeat(90)),
    fc.string({ maxLength: 80 }),
  );
  const blocks = fc.array(
    fc.array(word, { maxLength: 40 }).map((words) => words.join(" ")),
    { maxLength: 6 },
  );
  const law = fc.property(blocks, (texts) => {
    const numbered = numberLines(texts);
    expect(numbered.flat().map(({ number }) => number)).toEqual(numbered.flat().map((_, i) => i + 1));
    for (const [i, lines] of numbered.entries()) {
      const words = texts[i] ?? "";
      expect(lines.length).toBeGreaterThan(0);
      expect(lines.map(({ from, to }) => words.slice(from, to)).join("")).toBe(words);
      for (const { from, to } of lines)
        expect(words.slice(from, to).trimEnd().length).toBeLessThanOrEqual(lineCharacters);
    }
  });
  for (const seed of seeds()) fc.assert(law, { seed, numRuns: runs(300, 20_000) });
});
