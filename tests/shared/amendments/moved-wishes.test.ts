import { describe, expect, it } from "vitest";

import { adoptionCommit, apply, canonicalise, outlineOf, redline } from "../../../shared/amendments/index.ts";
import { translator } from "../../../shared/i18n/index.ts";
import { moveWords } from "../../../shared/views/index.ts";
import { tell } from "../../support/amendments/answers.ts";
import { accepted } from "../../support/amendments/laws.ts";
import {
  articleMoved,
  articles,
  articlesWith,
  eau,
  house,
  list,
  maison,
  paragraphMoved,
  sunk,
} from "../../support/amendments/moved-texts.ts";
import { readAloud, shapeOf, sheet } from "../../support/amendments/sheet.ts";

describe("what an author who moves blocks leaves", () => {
  it.for([
    [
      "AMD-16 of two that change places the shorter is moved",
      house,
      `
      p2: Les forêts ne se vendent pas.
      p1: Chaque commune peut ouvrir une maison du peuple, gérée par celles et ceux qui l’utilisent.`,
      ["move p2 into doc after t"],
    ],
    [
      "AMD-16 a block moved elsewhere, a word changed in it",
      articles,
      articlesWith({ p1: "", p2: `${eau.replace("se vend", "s’achète")}\n    p2: ${maison}` }),
      ["text p1 9-16", "move p1 into a2 after a2t"],
    ],
    [
      "AMD-16 a block of another type is another block",
      house,
      house.replace("p2:", "p2 heading:"),
      ["insert after p1", "delete p2"],
    ],
    [
      "AMD-53 paragraphs wrapped in a new article are moved into it",
      house,
      `
      n1 article: Des maisons
        p1: Chaque commune peut ouvrir une maison du peuple, gérée par celles et ceux qui l’utilisent.
        n2: Et un jardin.
        p2: Les forêts ne se vendent pas.`,
      ["insert after t", "move p1 into +0 after +1", "move p2 into +0 after +2"],
    ],
    [
      "AMD-53 an article unwrapped: its paragraphs stay, only its title is suppressed",
      articles,
      articles.replace("  a1 article: Des biens communs\n    p1", "  p1"),
      ["move p1 into doc after t", "delete a1 a1t"],
    ],
    [
      "AMD-53 two articles made one",
      articles,
      `
  a1 article: Des biens communs
    p1: ${eau}
    p2: ${maison}`,
      ["move p2 into a1 after p1", "delete a2 a2t"],
    ],
    ["AMD-53 an item sunk into a new list of the one before it", list, sunk, ["insert after i1p", "move i2 into +0"]],
    ["AMD-53 an item lifted: its list goes with its last", sunk, list, ["move i2 into l1 after i1", "delete n1"]],
    [
      "AMD-53 an item lifted out of its list",
      list,
      `
      l1 list
        i1 item: un
      i2p: deux
      l2 list
        i3 item: trois`,
      ["move i2p into doc after l1", "insert after i2p", "move i3 into +0", "delete i2"],
    ],
    [
      "AMD-53 moved and split: its second part goes along",
      `${articles}
  p3: Fin.`,
      `
  a1 article: Des biens communs
    p1: ${eau}
  a2 article: De la maison du peuple
  p3: Fin.
  p2: Chaque commune peut ouvrir une maison du peuple,
  n1: gérée par celles et ceux qui l’utilisent.`,
      ["text p2 48-49 ¶", "move p2 into doc after p3"],
    ],
  ] as const)("%s", ([, from, to, expected]) => {
    const [base, amended] = [sheet(from), sheet(to)];
    const changes = accepted(canonicalise(base, amended));
    expect(tell(changes)).toEqual(expected);
    expect(readAloud(accepted(apply(base, changes, 1)))).toBe(readAloud(amended));
  });

  it.for([
    ["an article behind another", articles, articleMoved, 2],
    ["a paragraph into another article", articles, paragraphMoved, 2],
    ["an item out of its list", sunk, list, 1],
  ] as const)("AMD-56 adopted step by step every block keeps its id: %s", ([, from, to, most]) => {
    const [base, amended] = [sheet(from), sheet(to)];
    const { doc, steps } = accepted(adoptionCommit(base, accepted(canonicalise(base, amended)), 4));
    expect(shapeOf(doc, base)).toEqual(shapeOf(amended, base));
    expect(steps.length).toBeLessThanOrEqual(most);
  });
});

describe("a redline of what is moved", () => {
  const rows = (from: string, to: string): readonly string[] =>
    redline(sheet(from), accepted(canonicalise(sheet(from), sheet(to)))).map(
      ({ status, moved, runs }) =>
        `${status}${moved ? ` (${moveWords(moved, translator("fr")).replaceAll("\u00a0", " ")})` : ""}: ${runs.map(({ kind, pieces }) => `${kind === "kept" ? "" : `${kind} `}${pieces.map(({ text }) => text).join("")}`).join("|")}`,
    );

  it.for([
    [
      "an article, at both places",
      articles,
      articleMoved.replace("se vend", "s’achète"),
      [
        "kept: Déclaration",
        "departed (déplacé après l’article 2): Des biens communs",
        `departed: ${eau}`,
        "kept: De la maison du peuple",
        `kept: ${maison}`,
        "arrived (déplacé ici): Des biens communs",
        "arrived: L’eau ne |deleted se vend|inserted s’achète| pas.",
      ],
    ],
    [
      "a paragraph into another article",
      articles,
      paragraphMoved,
      [
        "kept: Déclaration",
        "kept: Des biens communs",
        `departed (déplacé au début de l’article 2): ${eau}`,
        "kept: De la maison du peuple",
        `arrived (déplacé de l’article 1): ${eau}`,
        `kept: ${maison}`,
      ],
    ],
    [
      "paragraphs wrapped in a new article",
      house,
      `
      n1 article: Des maisons
        p1: Chaque commune peut ouvrir une maison du peuple, gérée par celles et ceux qui l’utilisent.
      p2: Les forêts ne se vendent pas.`,
      [
        "kept: Déclaration",
        `departed (déplacé dans un nouvel article): ${maison}`,
        "new: inserted Des maisons",
        `arrived (déplacé ici): ${maison}`,
        "kept: Les forêts ne se vendent pas.",
      ],
    ],
  ] as const)("AMD-55 shows %s", ([, from, to, expected]) => {
    expect(rows(from, to)).toEqual(expected);
  });

  it("AMD-55 is listed, and told in a few words, where it stood", () => {
    const base = sheet(articles);
    const { place, position, gist } = outlineOf(
      redline(base, accepted(canonicalise(base, sheet(`${articlesWith({ p1: "" })}\n    p1: ${eau}`)))),
      40,
    );
    expect(place).toEqual({ article: 1, paragraph: 1, after: false });
    expect(position).toBe(4);
    expect(gist).toEqual({ kind: "moves", ofArticle: false, removed: eau, inserted: "", count: 1 });
  });
});
