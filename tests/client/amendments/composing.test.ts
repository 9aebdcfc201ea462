import { expect, test } from "vitest";

import { noticesOf, openingIn, partCalled, partTeller } from "../../../client/amendments/index.ts";
import { headOf, meetOthers } from "../../../client/amendments/others.ts";
import { changeSetBody, compareTexts, partsOf } from "../../../shared/amendments/index.ts";
import { translator } from "../../../shared/i18n/index.ts";
import { accepted } from "../../support/amendments/laws.ts";
import { sheet } from "../../support/amendments/sheet.ts";
import { amendView } from "../../support/text-views.ts";

const t = translator("fr");
const plain = (words: string): string => words.replaceAll(/[\u00a0\u202f]/gu, " ");

const before = `
  p0: Nous, communes.
  a1 article: Des lieux
    p1: Chaque commune peut ouvrir une maison.
    p2: Elle est ouverte à toutes et à tous.
  a2 article: De l’eau
    p3: L’eau est un bien commun.`;
const base = sheet(before);

test.for<readonly [search: string, opening: object | null]>([
  ["?a=b12", { block: "b12", words: "", offset: 0 }],
  ["?a=b12&mots=peut%20ouvrir&de=14", { block: "b12", words: "peut ouvrir", offset: 14 }],
  ["?a=b12&mots=peut&de=beaucoup", { block: "b12", words: "peut", offset: 0 }],
  ["?a=<b>", null],
  ["?mots=peut", null],
  ["", null],
])("AMD-122 %s: where one comes from is read in the address", ([search, opening]) => {
  expect(openingIn(search)).toEqual(opening);
});

test.for<readonly [after: string, told: readonly string[]]>([
  [before.replace("peut", "doit"), ["Article 1, alinéa 2: « doit » au lieu de « peut »"]],
  [before.replace("Nous", "Nous toutes"), ["Alinéa 1: ajoute « toutes »"]],
  [
    before.replace("    p2: Elle est ouverte à toutes et à tous.\n", ""),
    ["Article 1, alinéa 3: alinéa supprimé : « Elle est ouverte à toutes et à tous. »"],
  ],
  [before.replace(/ {2}a2[^]*/u, ""), ["Article 2: article supprimé"]],
  [before.replace("  a2", "  a3 article: Neuf\n    p9: Oui.\n  a2"), ["Après l’article 1: nouvel article « Neuf »"]],
  [before.replace("  a2", "  a3 article:\n  a2"), ["Après l’article 1: nouvel article, encore sans titre"]],
  [before.replace("  a2", "    n1:\n  a2"), ["Article 1, après l’alinéa 3: nouvel alinéa, encore vide"]],
  [
    before
      .replace("    p2: Elle est ouverte à toutes et à tous.\n", "")
      .replace("  a2", "  p2: Elle est ouverte à toutes et à tous.\n  a2"),
    ["Article 1, alinéa 3: change de place"],
  ],
])("AMD-123 each change is told by its place in the base and a few words: %#", ([after, told]) => {
  const comparison = accepted(compareTexts(base, sheet(after)));
  const parts = partsOf(base, comparison);
  const tell = parts.map((part) => partTeller(base, t)(comparison, part));
  expect(tell.map(({ place, gist }) => plain(`${place}: ${gist}`))).toEqual(told);
  expect(tell.map(({ key }) => partCalled(parts, key))).toEqual(parts);
});

test("AMD-123 a change leads to where its words now are", () => {
  const comparison = accepted(
    compareTexts(base, sheet(before.replace("Chaque", "Toute chaque").replace("maison", "salle"))),
  );
  const spots = partsOf(base, comparison).map((part) => partTeller(base, t)(comparison, part));
  expect(spots.map(({ block, offset }) => [block, offset])).toEqual([
    ["p1", 0],
    ["p1", "Toute chaque commune peut ouvrir une ".length],
  ]);
});

const asked = (number: number, delegation: string, after: string) => ({
  amendment: `am${number}`,
  number,
  revision: 1,
  delegation,
  mine: delegation === "Brémont",
  hash: `hash ${number}`,
  changes: changeSetBody(accepted(compareTexts(base, sheet(after))).changes),
});

const list = [
  asked(7, "Orvelles", before.replace("peut ouvrir", "ouvre")),
  asked(12, "Kerloch", before.replace("peut", "doit")),
  asked(13, "Brémont", before.replace("bien commun", "bien de toutes")),
  asked(14, "Tanneries", before.replace("  a2", "  n1: Et les sources.\n  a2")),
];
const head = headOf({ ...amendView(), document: base.toJSON() });
if (!head) throw new Error("No text");

test.for<readonly [title: string, after: string, told: readonly string[]]>([
  [
    "the same, and what touches its words",
    before.replace("peut", "doit"),
    [
      "La même chose est déjà demandée par l’amendement 12 (Kerloch) : inutile de la déposer deux fois.",
      "Touche les mêmes mots que l’amendement 7 (Orvelles) : ce sera discuté ensemble.",
    ],
  ],
  [
    "several, named",
    before.replace("peut", "pourra").replace("un bien", "le bien"),
    ["Touche les mêmes mots que l’amendement 7 (Orvelles) et l’amendement 12 (Kerloch) : ce sera discuté ensemble."],
  ],
  [
    "what comes to the same place",
    before.replace("  a2", "  n2: Ni les forêts.\n  a2"),
    ["Ajoute au même endroit que l’amendement 14 (Tanneries) : les deux peuvent être adoptés."],
  ],
  ["nothing of what is elsewhere", before.replace("Nous", "Vous"), []],
])("AMD-125 while composing one is told: %s", ([, after, told]) => {
  const own = accepted(compareTexts(base, sheet(after))).changes;
  const met = meetOthers(head, { list, left: 0 }, null)(own, base);
  const notices = noticesOf(met, (number) => `/r/v/amendements/${number}`, t);
  expect(notices.map(({ words }) => plain(words))).toEqual(told);
  for (const { links } of notices) for (const { href } of links) expect(href).toMatch(/^\/r\/v\/amendements\/\d+$/u);
});

test("AMD-125 what is written on an older version is carried to the text as it stands, and what has fallen meets nobody", () => {
  const older = sheet(before.replace("une maison", "la maison"));
  const meet = meetOthers(head, { list, left: 2 }, null);
  const same = accepted(
    compareTexts(older, sheet(before.replace("une maison", "la maison").replace("peut", "doit"))),
  ).changes;
  expect(meet(same, older).identical).toMatchObject([{ number: 12, delegation: "Kerloch" }]);
  const fallen = accepted(compareTexts(older, sheet(before.replace("une maison", "cette maison")))).changes;
  expect(meet(fallen, older)).toEqual({ identical: [], conflict: [], sameGap: [], left: 2 });
});

test("AMD-129 whoever sits for a delegation is offered to co-sign what asks for the same, unless it is its own", () => {
  const meet = meetOthers(head, { list, left: 0 }, null);
  const offered = (after: string, cosigns: boolean) => {
    const met = meet(accepted(compareTexts(base, sheet(after))).changes, base);
    const [notice] = noticesOf(met, (number) => `/${number}`, t, cosigns);
    return [plain(notice?.words ?? ""), notice?.cosign?.amendment, notice?.cosign?.hash];
  };
  const theirs = before.replace("peut", "doit");
  const same = "La même chose est déjà demandée par l’amendement";
  expect(offered(theirs, true)).toEqual([
    `${same} 12 (Kerloch) : cosignez plutôt que de la déposer deux fois.`,
    "am12",
    "hash 12",
  ]);
  expect(offered(theirs, false)).toEqual([
    `${same} 12 (Kerloch) : inutile de la déposer deux fois.`,
    undefined,
    undefined,
  ]);
  const own = before.replace("bien commun", "bien de toutes");
  expect(offered(own, true)).toEqual([`${same} 13 (Brémont) : inutile de la déposer deux fois.`, undefined, undefined]);
});
