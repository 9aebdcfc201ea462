import { describe, expect, it } from "vitest";

import { adoptionCommit, apply, canonicalise, changeSetHash } from "../../../shared/amendments/index.ts";
import { answerTo, rightAnswer, tell, type Case } from "../../support/amendments/answers.ts";
import { accepted } from "../../support/amendments/laws.ts";
import { readAloud, sheet } from "../../support/amendments/sheet.ts";

const article = `
  a1 article: Des biens communs
    p1: L’eau ne se vend pas.
    p2: Chaque commune peut ouvrir une maison du peuple.
  p3: Cette déclaration engage les communes.`;
const withoutArticle = `
  p3: Cette déclaration engage les communes.`;
const house = `
  p1: Chaque commune peut ouvrir une maison du peuple, gérée par celles et ceux qui l’utilisent.
  p2: Les forêts ne se vendent pas.`;
const houseWith = (words: string): string => `
  p1: ${words}
  p2: Les forêts ne se vendent pas.`;

const cases: readonly Case[] = [
  {
    title: "suppression adopted, a word changed in the article",
    base: article,
    first: withoutArticle,
    second: article.replace("peut ouvrir", "ouvre"),
    relation: "conflict",
    becomes: "fallen",
  },
  {
    title: "suppression adopted, the same suppression elsewhere",
    base: article,
    first: withoutArticle.replace("engage", "n’engage que"),
    second: withoutArticle,
    relation: "conflict",
    becomes: "satisfied",
  },
  {
    title: "word change adopted, then the suppression",
    base: article,
    first: article.replace("peut ouvrir", "ouvre"),
    second: withoutArticle,
    relation: "conflict",
    becomes: "altered",
    reads: "paragraph: Cette déclaration engage les communes.",
  },
  {
    title: "peut→doit and peut→devra",
    base: house,
    first: house.replace("peut", "doit"),
    second: house.replace("peut", "devra"),
    relation: "conflict",
    becomes: "fallen",
  },
  {
    title: "the same edit by two delegations",
    base: house,
    first: house.replace("peut ouvrir", "ouvre"),
    second: house.replace("peut ouvrir", "ouvre"),
    relation: "identical",
    becomes: "satisfied",
  },
  {
    title: "{doit, bref} and “doit” already adopted",
    base: house,
    first: house.replace("peut", "doit"),
    second: house.replace("peut", "doit").replace("gérée par celles et ceux qui l’utilisent", "gérée en commun"),
    relation: "conflict",
    becomes: "reduced",
    reads: `
      paragraph: Chaque commune doit ouvrir une maison du peuple, gérée en commun.
      paragraph: Les forêts ne se vendent pas.`,
  },
  {
    title: "two edits in a paragraph, kept words between",
    base: house,
    first: house.replace("peut ouvrir", "ouvre, dans l’année,"),
    second: house.replace("l’utilisent", "l’habitent"),
    relation: "independent",
    becomes: "live",
    reads: `
      paragraph: Chaque commune ouvre, dans l’année, une maison du peuple, gérée par celles et ceux qui l’habitent.
      paragraph: Les forêts ne se vendent pas.`,
  },
  {
    title: "paragraph split meanwhile: the change follows its words",
    base: house,
    first: `
      p1: Chaque commune peut ouvrir une maison du peuple,
      n1: gérée par celles et ceux qui l’utilisent.
      p2: Les forêts ne se vendent pas.`,
    second: house.replace("l’utilisent", "l’habitent"),
    relation: "independent",
    becomes: "live",
    reads: `
      paragraph: Chaque commune peut ouvrir une maison du peuple,
      paragraph: gérée par celles et ceux qui l’habitent.
      paragraph: Les forêts ne se vendent pas.`,
  },
  {
    title: "paragraph joined meanwhile: the change follows its words",
    base: house,
    first: `
      p1: Chaque commune peut ouvrir une maison du peuple, gérée par celles et ceux qui l’utilisent. Les forêts ne se vendent pas.`,
    second: house.replace("ne se vendent pas", "sont à tous"),
    relation: "independent",
    becomes: "live",
    reads:
      "paragraph: Chaque commune peut ouvrir une maison du peuple, gérée par celles et ceux qui l’utilisent. Les forêts sont à tous.",
  },
  {
    title: "insertion after an article since suppressed: after the block before it",
    base: `
      p0: Préambule.${article.replace(/\n {2}/gu, "\n      ")}`,
    first: `
      p0: Préambule.
      p3: Cette déclaration engage les communes.`,
    second: `
      p0: Préambule.${article.replace(/\n {2}/gu, "\n      ").replace("      p3", "      n1: Et les hameaux.\n      p3")}`,
    relation: "independent",
    becomes: "live",
    reads: `
      paragraph: Préambule.
      paragraph: Et les hameaux.
      paragraph: Cette déclaration engage les communes.`,
  },
  {
    title: "insertion inside a suppressed article",
    base: article,
    first: withoutArticle,
    second: article.replace("    p2", "    n1: Ni les sources.\n    p2"),
    relation: "conflict",
    becomes: "fallen",
  },
  {
    title: "two insertions at one point of a sentence",
    base: house,
    first: house.replace("maison du peuple", "grande maison du peuple"),
    second: house.replace("maison du peuple", "belle maison du peuple"),
    relation: "conflict",
    becomes: "fallen",
  },
  {
    title: "two paragraphs inserted at the same gap: both, in call order",
    base: house,
    first: house.replace("  p2", "  n1: L’eau non plus.\n  p2"),
    second: house.replace("  p2", "  n2: Ni les terres.\n  p2"),
    relation: "sameGap",
    becomes: "live",
    reads: `
      paragraph: Chaque commune peut ouvrir une maison du peuple, gérée par celles et ceux qui l’utilisent.
      paragraph: L’eau non plus.
      paragraph: Ni les terres.
      paragraph: Les forêts ne se vendent pas.`,
  },
  {
    title: "the same paragraph inserted at the same gap, among other things",
    base: house,
    first: house.replace("  p2", "  n1: L’eau non plus.\n  p2"),
    second: house.replace("  p2", "  n2: L’eau non plus.\n  p2").replace("peut", "doit"),
    relation: "sameGap",
    becomes: "reduced",
    reads: `
      paragraph: Chaque commune doit ouvrir une maison du peuple, gérée par celles et ceux qui l’utilisent.
      paragraph: L’eau non plus.
      paragraph: Les forêts ne se vendent pas.`,
  },
  {
    title: "part of it falls: it falls whole",
    base: house,
    first: house.replace("peut", "doit"),
    second: house.replace("peut", "devra").replace("forêts", "forêts et les eaux"),
    relation: "conflict",
    becomes: "fallen",
  },
  {
    title: "a sentence cut from one paragraph and pasted into another: others on it fall",
    base: houseWith("Chaque commune peut ouvrir une maison. Elle est gérée par ses habitants."),
    first: `
      p1: Chaque commune peut ouvrir une maison.
      p2: Les forêts ne se vendent pas. Elle est gérée par ses habitants.`,
    second: houseWith("Chaque commune peut ouvrir une maison. Elle est gérée par ses habitantes."),
    relation: "conflict",
    becomes: "fallen",
  },
  {
    title: "an article moved behind a shorter paragraph, a word changed inside it: both apply",
    base: article,
    first: `
  p3: Cette déclaration engage les communes.${article.split("\n").slice(0, 4).join("\n")}`,
    second: article.replace("peut ouvrir", "ouvre"),
    relation: "independent",
    becomes: "live",
  },
  {
    title: "both items of a list suppressed by two amendments: the list goes with the last",
    base: `
      l1 list
        i1 item: un
        i2 item: deux
      p3: fin`,
    first: `
      l1 list
        i2 item: deux
      p3: fin`,
    second: `
      l1 list
        i1 item: un
      p3: fin`,
    relation: "independent",
    becomes: "live",
    reads: "paragraph: fin",
  },
  {
    title: "two paragraphs joined, a third inserted between them meanwhile",
    base: house,
    first: house.replace("  p2", "  n1: L’eau non plus.\n  p2"),
    second: houseWith(
      "Chaque commune peut ouvrir une maison du peuple, gérée par celles et ceux qui l’utilisent. Les forêts ne se vendent pas.",
    )
      .split("\n")
      .slice(0, 2)
      .join("\n"),
    relation: "conflict",
    becomes: "fallen",
  },
];

describe("right answers: the first is adopted, what becomes of the second", () => {
  it.for(cases)("AMD-11 $title", (one) => expect(answerTo(one)).toEqual(rightAnswer(one)));
});

describe("what an author leaves", () => {
  it.for([
    ["AMD-12 nothing, when words were typed and erased", house, house, []],
    ["AMD-13 a word changed", house, house.replace("peut", "doit"), ["text p1 15-19"]],
    [
      "AMD-13 only the formatting: the same words with other marks",
      house,
      house.replace("maison du peuple", "*maison du peuple*"),
      ["text p1 31-47"],
    ],
    [
      "AMD-13 replacements parted by one short word are one",
      houseWith("la maison de la commune"),
      houseWith("une salle de chaque quartier"),
      ["text p1 0-23"],
    ],
    ["AMD-13 “l’” is a word of its own", houseWith("l’eau"), houseWith("l’air"), ["text p1 2-5"]],
    [
      "AMD-13 a letter and its accent, an emoji and its parts are never cut",
      houseWith("e\u0301te\u0301 👩‍🌾"),
      houseWith("e\u0301te\u0302 👩‍🚒"),
      ["text p1 0-11"],
    ],
    [
      "AMD-14 Enter in a paragraph: its words go on in a new one",
      house,
      `
      p1: Chaque commune peut ouvrir une maison du peuple,
      n1: gérée par celles et ceux qui l’utilisent.
      p2: Les forêts ne se vendent pas.`,
      ["text p1 48-49 ¶"],
    ],
    [
      "AMD-14 Enter twice and a paragraph typed between",
      house,
      `
      p1: Chaque commune peut ouvrir une maison du peuple,
      n1: Ou plusieurs.
      n2: gérée par celles et ceux qui l’utilisent.
      p2: Les forêts ne se vendent pas.`,
      ["text p1 48-49 ¶¶"],
    ],
    [
      "AMD-14 Enter at the end: a new paragraph",
      house,
      house.replace("  p2", "  n1: Ou plusieurs.\n  p2"),
      ["insert after p1"],
    ],
    [
      "AMD-15 the ends of two paragraphs deleted and joined, the one between suppressed",
      `
      p1: Chaque commune peut ouvrir une maison.
      p2: Les forêts ne se vendent pas.
      p3: Tout cela se décide en assemblée.`,
      `
      p1: Chaque commune peut ouvrir une maison et cela se décide en assemblée.`,
      ["text p1 37-38", "text p3 0-4", "join p3 into p1", "delete p2"],
    ],
    [
      "AMD-17 a list becomes numbered",
      `
      l1 list
        i1 item: un`,
      `
      l1 list: ordered
        i1 item: un`,
      ["attrs l1"],
    ],
  ] as const)("%s", ([, from, to, expected]) => {
    const base = sheet(from);
    const amended = sheet(to);
    const changes = accepted(canonicalise(base, amended));
    expect(tell(changes)).toEqual(expected);
    expect(readAloud(accepted(apply(base, changes, 1)))).toBe(readAloud(amended));
  });

  it("AMD-18 the ids that an editor gave do not matter to the hash", () => {
    const base = sheet(house);
    const one = accepted(canonicalise(base, sheet(house.replace("  p2", "  n1: Ou plusieurs.\n  p2"))));
    const other = accepted(canonicalise(base, sheet(house.replace("  p2", "  zz9: Ou plusieurs.\n  p2"))));
    expect(changeSetHash(one)).toBe(changeSetHash(other));
  });

  it("AMD-19 new blocks are named by the version that adopts them", () => {
    const base = sheet(house);
    const changes = accepted(canonicalise(base, sheet(house.replace("  p2", "  n1: Ou / plusieurs.\n  p2"))));
    const { doc, steps } = accepted(adoptionCommit(base, changes, 12));
    expect(doc.child(2).attrs["id"]).toBe("12.1");
    expect(doc.child(2).child(1).attrs["id"]).toBe("12.2");
    expect(steps).toHaveLength(1);
  });
});
