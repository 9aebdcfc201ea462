import { describe, expect, it } from "vitest";

import { linesIn, missingOf } from "../../../client/texts/arrived.ts";
import { article, articleTitle, doc, paragraph, title } from "../../support/texts/text-of.ts";

describe("which own words an older text lacks", () => {
  it.each([
    ["all are there", "", "un deux trois", "", "un deux trois", []],
    ["none is there", "", "un deux trois", "", "", ["un deux trois"]],
    ["the end was written later", "Avant. ", "un deux trois", " Après.", "Avant. un Après.", ["deux trois"]],
    ["the beginning was written later", "", "un deux trois", " Après.", "trois Après.", ["un deux"]],
    ["the middle was written later", "", "un deux trois", "", "un trois", ["deux"]],
    ["the backup fell within a word", "", "un deux trois", "", "un de", ["deux trois"]],
    ["somebody wrote in the same place since", "Avant. ", "un deux", "", "Avant. un autre", ["deux"]],
    ["the same words stand elsewhere, of somebody else", "un deux ", "un deux", "", "un deux", ["un deux"]],
    ["two are missing, far from each other", "", "a b c d e f g h", "", "b c d e f g", ["a", "h"]],
    ["a short word between missing ones goes with them", "", "le chat et le chien", "", "et", ["le chat et le chien"]],
    ["a word that hangs on somebody else's", "voulons", "un deux", "", "voulonsun", ["deux"]],
    ["a missing word that hung on somebody else's", "voulons", "un deux", "", "voulons", ["un deux"]],
    [
      "the backup fell between a word and the blank after it",
      "",
      "un. deux. ",
      "Réunis ici",
      "un.Réunis ici",
      ["deux."],
    ],
    ["the same before somebody else's word that stands alone", "", "un deux ", "ici", "unici", ["un deux"]],
    ["blanks stay as they were typed", "", "un  deux\u00a0: trois", "", "un", ["deux\u00a0: trois"]],
  ] as const)("TXT-17 %s", (_, before, text, after, now, missing) => {
    expect(missingOf({ block: "a", before, text, after }, now)).toEqual(missing);
  });

  it("TXT-17 a text too long to be compared offers all that differs", () => {
    const words = (name: string) => Array.from({ length: 3_000 }, (_, i) => `${name}${i}`).join(" ");
    const text = `début ${words("a")} fin`;
    expect(missingOf({ block: "a", before: "", text, after: "" }, `début ${words("b")} fin`)).toEqual([words("a")]);
  });

  it("TXT-17 words over several blocks are lines, each with what stands around it", () => {
    const text = doc(title("t", "Titre"), article("x", articleTitle("y", "Eau"), paragraph("p", "un deux")));
    expect(linesIn(text, { from: 3, to: 16 })).toEqual([
      { block: "t", before: "Ti", text: "tre", after: "" },
      { block: "y", before: "", text: "Eau", after: "" },
      { block: "p", before: "", text: "un", after: " deux" },
    ]);
  });
});
