import { expect, test } from "vitest";

import { markRedline } from "../../../client/amendments/redline-marks.ts";
import { compareTexts } from "../../../shared/amendments/index.ts";
import { sheet } from "../../support/amendments/sheet.ts";

const words = {
  deleted: "supprimé :",
  departed: "ôté d’ici :",
  joined: "alinéas réunis ici",
  moved: (): string => "déplacé",
  restore: "Rétablir",
  articleLabel: (number: number) => `Article ${number}`,
};
const before = `
  p1: Chaque commune peut ouvrir une maison.
  p2: Les forêts ne se vendent pas.
  p3: Fin.`;

test.for<readonly [title: string, after: string, marked: readonly string[]]>([
  [
    "words inserted where others were deleted",
    before.replace("peut ouvrir", "ouvre vraiment"),
    ["block Chaque commune ouvre vraiment une maison.", "drawn at |ouvre vraiment", "ins ouvre vraiment"],
  ],
  ["a new block", before.replace("  p3", "  n1: Ni les sources.\n  p3"), ["block Ni les sources."]],
  [
    "a suppressed block is drawn before the next, and beneath it what brings it back",
    before.replace("  p2: Les forêts ne se vendent pas.\n", ""),
    ["drawn at |", "drawn at |"],
  ],
  [
    "a paragraph split: both parts, and what was put in between",
    before.replace(" ne se", " et l’eau\n  n1: ne se"),
    ["block Les forêts et l’eau", "block ne se vendent pas.", "ins et l’eau"],
  ],
  [
    "a moved block: with a bar where it goes, drawn where it stood",
    "\n  p2: Les forêts ne se vendent pas.\n  p1: Chaque commune peut ouvrir une maison.\n  p3: Fin.",
    ["block Les forêts ne se vendent pas.", "drawn at |"],
  ],
  ["nothing", before, []],
])("AMD-52 in the sheet are marked: %s", ([, after, marked]) => {
  const amended = sheet(after);
  const compared = compareTexts(sheet(before), amended);
  if (!compared.ok) throw new Error(compared.code);
  const set = markRedline(amended, compared.value, words);
  const told = set.find().map(({ from, to, spec }) => {
    if (from === to)
      return `drawn at |${amended.resolve(from).parent.isTextblock ? amended.textBetween(from, amended.resolve(from).end()).slice(0, 14).trimEnd() : ""}`;
    const isBlock = amended.nodeAt(from)?.isTextblock && spec["nodeName"] === undefined;
    return `${isBlock ? "block" : "ins"} ${amended.textBetween(from, to)}`;
  });
  expect(told).toEqual(marked);
});
