import { expect, test } from "vitest";

import { canonicalise, lineLabel, redline } from "../../../shared/amendments/index.ts";
import { sheet } from "../../support/amendments/sheet.ts";

const words = `
  a1 article: Des biens communs
    p1: L’eau, les terres nourricières, les forêts et les lieux de réunion ne se vendent pas, ni ne se louent à qui n’y vit pas.
    p2: Chaque commune peut ouvrir une maison du peuple.
  l1 list
    i1 item: la première
    i2 item: la seconde
  p3: Cette déclaration engage les communes.`;

function label(from: string, to: string) {
  const base = sheet(words);
  const changes = canonicalise(base, sheet(words.replace(from, to)));
  if (!changes.ok) throw new Error(changes.code);
  return lineLabel(base, redline(base, changes.value));
}

test("AMD-115 an amendment is named by the lines of the printed base that it changes", () => {
  expect(label("Des biens communs", "Des communs")).toEqual({ first: 1, last: 1, after: false });
  expect(label("nourricières", "nourrissantes")).toEqual({ first: 2, last: 2, after: false });
  expect(label("louent", "prêtent")).toEqual({ first: 3, last: 3, after: false });
  expect(label("ne se vendent pas", "sont à toutes")).toEqual({ first: 2, last: 3, after: false });
  expect(label("la seconde", "la dernière")).toEqual({ first: 6, last: 6, after: false });
  expect(label("    p2: Chaque commune peut ouvrir une maison du peuple.\n", "")).toEqual({
    first: 4,
    last: 4,
    after: false,
  });
  expect(label("  p3", "  n1: Nouveau.\n  p3")).toEqual({ first: 6, last: 6, after: true });
  expect(label("  a1", "  n1: Nouveau.\n  a1")).toBe(null);
  expect(label("engage les communes", "engage **les communes**")).toEqual({ first: 7, last: 7, after: false });
});

test("AMD-115 what is moved is named by the lines where it stood, as far as where it goes", () => {
  const p1 = /    p1: .*\n/u.exec(words)?.[0] ?? "";
  const moved = words.replace(p1, "").replace("  p3", `${p1.slice(2)}  p3`);
  expect(moved).not.toBe(words);
  expect(label(words, moved)).toEqual({ first: 2, last: 6, after: false });
});
