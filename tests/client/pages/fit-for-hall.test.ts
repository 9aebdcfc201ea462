import { describe, expect, it } from "vitest";

import { fitForHall, fitQuestion } from "../../../client/pages/screen/index.ts";
import type { ProseBlock } from "../../../shared/views/index.ts";
import { longRedline, redline, redlineWithContext } from "../../support/assembly-views.ts";

const words = (blocks: readonly ProseBlock[]): string =>
  blocks.flatMap((block) => block.runs.map((run) => run.text)).join("");

const block = (characters: number): ProseBlock => ({
  kind: "paragraph",
  id: "b",
  number: 1,
  depth: 0,
  ordinal: null,
  preamble: false,
  change: "new",
  runs: [{ text: "mot ".repeat(characters / 4), strong: false, em: false, href: null, change: "inserted" }],
});

describe("a redline in the hall", () => {
  it("UI-15 is shown whole in the largest size that holds it, without its untouched neighbours", () => {
    expect(fitForHall(redline)).toMatchObject({ cut: false, blocks: redline });
    expect(words(fitForHall(redlineWithContext).blocks)).not.toContain("forêts");
  });

  it.each([
    [136, "large", false],
    [140, "medium", false],
    [264, "medium", false],
    [268, "small", false],
    [376, "small", false],
    [380, "small", true],
    [4_000, "small", true],
  ])("UI-15 %d characters are %s, cut: %s", (characters, size, cut) => {
    expect(fitForHall([block(characters)])).toMatchObject({ size, cut });
  });

  it("UI-15 longer than eight lines, the changes stay and the words far from them give way", () => {
    const fitted = fitForHall(longRedline);
    expect(fitted.cut).toBe(true);
    expect(words(fitted.blocks)).toContain("Elles le font savoir partout, par tous les moyens");
    expect(words(fitted.blocks)).toContain("…");
    expect(words(fitted.blocks).length).toBeLessThan(8 * 54);
  });

  it.each([
    [36, "large", false],
    [37, "medium", false],
    [84, "medium", false],
    [85, "small", false],
    [190, "small", false],
    [500, "small", true],
  ])("UI-46 a question of %d characters is %s, cut: %s", (characters, size, cut) => {
    const { words, ...fitted } = fitQuestion("Voulez-vous ".repeat(50).slice(0, characters));
    expect({ ...fitted, cut: words.endsWith("…") }).toEqual({ size, cut });
    expect(words.length).toBeLessThanOrEqual(192);
  });
});
