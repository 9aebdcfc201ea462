import { describe, expect, it } from "vitest";

import { answerTo, rightAnswer, type Case } from "../../support/amendments/answers.ts";
import {
  articleMoved,
  articles,
  articlesWith,
  eau,
  house,
  list,
  maison,
  paragraphMoved,
  quotes,
  sunk,
} from "../../support/amendments/moved-texts.ts";

const cases: readonly Case[] = [
  {
    title: "article moved, a word changed inside it",
    base: articles,
    first: articleMoved,
    second: articles.replace("se vend", "s’achète"),
    relation: "independent",
    becomes: "live",
    reads: `
      articleTitle: De la maison du peuple
      paragraph: ${maison}
      articleTitle: Des biens communs
      paragraph: L’eau ne s’achète pas.`,
  },
  {
    title: "a word changed inside it, then the article moved",
    base: articles,
    first: articles.replace("se vend", "s’achète"),
    second: articleMoved,
    relation: "independent",
    becomes: "live",
    reads: `
      articleTitle: De la maison du peuple
      paragraph: ${maison}
      articleTitle: Des biens communs
      paragraph: L’eau ne s’achète pas.`,
  },
  {
    title: "a paragraph moved into another article, a word changed in it",
    base: articles,
    first: paragraphMoved,
    second: articles.replace("se vend", "s’achète"),
    relation: "independent",
    becomes: "live",
    reads: `
      articleTitle: Des biens communs
      articleTitle: De la maison du peuple
      paragraph: L’eau ne s’achète pas.
      paragraph: ${maison}`,
  },
  {
    title: "existing paragraphs wrapped in a new article, a word changed in one",
    base: house,
    first: `
      n1 article: Des maisons
        p1: Chaque commune peut ouvrir une maison du peuple, gérée par celles et ceux qui l’utilisent.
      p2: Les forêts ne se vendent pas.`,
    second: house.replace("peut", "doit"),
    relation: "independent",
    becomes: "live",
    reads: `
      articleTitle: Des maisons
      paragraph: Chaque commune doit ouvrir une maison du peuple, gérée par celles et ceux qui l’utilisent.
      paragraph: Les forêts ne se vendent pas.`,
  },
  {
    title: "an article unwrapped, a word changed in it",
    base: articles,
    first: articles.replace("  a1 article: Des biens communs\n    p1", "  p1"),
    second: articles.replace("se vend", "s’achète"),
    relation: "independent",
    becomes: "live",
    reads: `
      paragraph: L’eau ne s’achète pas.
      articleTitle: De la maison du peuple
      paragraph: ${maison}`,
  },
  {
    title: "an item sunk, its words changed",
    base: list,
    first: sunk,
    second: list.replace("deux", "deux et demi"),
    relation: "independent",
    becomes: "live",
    reads: "paragraph: un\nparagraph: deux et demi\nparagraph: trois",
  },
  {
    title: "an item lifted, its words changed",
    base: sunk,
    first: list,
    second: sunk.replace("deux", "deux et demi"),
    relation: "independent",
    becomes: "live",
    reads: "paragraph: un\nparagraph: deux et demi\nparagraph: trois",
  },
  {
    title: "an article moved, a paragraph inserted in it",
    base: articles,
    first: articleMoved,
    second: articles.replace("  a2", "    n1: L’air non plus.\n  a2"),
    relation: "independent",
    becomes: "live",
    reads: `
      articleTitle: De la maison du peuple
      paragraph: ${maison}
      articleTitle: Des biens communs
      paragraph: ${eau}
      paragraph: L’air non plus.`,
  },
  {
    title: "insertion after an article moved away: after the block before it",
    base: `
  p0: Préambule.${articles}`,
    first: `
  p0: Préambule.${articleMoved}`,
    second: `
  p0: Préambule.${articles.replace("  a2", "  n1: Et les hameaux.\n  a2")}`,
    relation: "independent",
    becomes: "live",
    reads: `
      paragraph: Préambule.
      paragraph: Et les hameaux.
      articleTitle: De la maison du peuple
      paragraph: ${maison}
      articleTitle: Des biens communs
      paragraph: ${eau}`,
  },
  {
    title: "an article moved, then its suppression",
    base: articles,
    first: articleMoved,
    second: articles.split("\n").slice(3).join("\n"),
    relation: "conflict",
    becomes: "live",
    reads: `
      articleTitle: De la maison du peuple
      paragraph: ${maison}`,
  },
  {
    title: "suppression adopted, then the article moved",
    base: articles,
    first: articles.split("\n").slice(3).join("\n"),
    second: articleMoved,
    relation: "conflict",
    becomes: "fallen",
  },
  {
    title: "the same article moved, a word changed besides",
    base: articles,
    first: articleMoved,
    second: articleMoved.replace("peut", "doit"),
    relation: "conflict",
    becomes: "reduced",
    reads: `
      articleTitle: De la maison du peuple
      paragraph: ${maison.replace("peut", "doit")}
      articleTitle: Des biens communs
      paragraph: ${eau}`,
  },
  {
    title: "the same paragraph moved to two places",
    base: articles,
    first: paragraphMoved,
    second: `${articlesWith({ p1: "" })}
    p1: ${eau}`,
    relation: "conflict",
    becomes: "fallen",
  },
  {
    title: "two paragraphs moved to the same gap: both, in call order",
    base: `
      p1: Un.
      p2: Deux.
      p3: ${maison}`,
    first: `
      p2: Deux.
      p3: ${maison}
      p1: Un.`,
    second: `
      p1: Un.
      p3: ${maison}
      p2: Deux.`,
    relation: "sameGap",
    becomes: "live",
    reads: `
      paragraph: ${maison}
      paragraph: Un.
      paragraph: Deux.`,
  },
  {
    title: "a paragraph moved out of an article, then the suppression of the article: it stays where it went",
    base: articles,
    first: paragraphMoved,
    second: articles.split("\n").slice(3).join("\n"),
    relation: "conflict",
    becomes: "altered",
    reads: `
      articleTitle: De la maison du peuple
      paragraph: ${eau}
      paragraph: ${maison}`,
  },
  {
    title: "a paragraph moved into an article, then the suppression of the article: nobody asked to suppress that",
    base: articles,
    first: paragraphMoved,
    second: articles.split("\n").slice(0, 3).join("\n"),
    relation: "conflict",
    becomes: "fallen",
  },
  {
    title: "the article it is moved into suppressed",
    base: articles,
    first: articles.split("\n").slice(0, 3).join("\n"),
    second: paragraphMoved,
    relation: "conflict",
    becomes: "fallen",
  },
  {
    title: "an article unwrapped, then its suppression: what it held was kept",
    base: articles,
    first: articles.replace("  a1 article: Des biens communs\n    p1", "  p1"),
    second: articles.split("\n").slice(3).join("\n"),
    relation: "conflict",
    becomes: "fallen",
  },
  {
    title: "two quotations, each moved into the other",
    base: quotes,
    first: `
  q2 quote
    p2: Les forêts non plus.
    q1 quote
      p1: L’eau ne se vend pas.
  p3: Fin.`,
    second: `
  q1 quote
    p1: L’eau ne se vend pas.
    q2 quote
      p2: Les forêts non plus.
  p3: Fin.`,
    relation: "conflict",
    becomes: "fallen",
  },
  {
    title: "a paragraph split, then moved: both parts go",
    base: articles,
    first: articles.replace("ne se", "\n    n1: ne se"),
    second: paragraphMoved,
    relation: "independent",
    becomes: "live",
    reads: `
      articleTitle: Des biens communs
      articleTitle: De la maison du peuple
      paragraph: L’eau
      paragraph: ne se vend pas.
      paragraph: ${maison}`,
  },
  {
    title: "a paragraph split, then joined to another and moved with it: its second part goes too",
    base: `
      a1 article: Des biens communs
        p1: L’eau.
        p2: Les forêts ne se vendent pas.
      p3: Fin.`,
    first: `
      a1 article: Des biens communs
        p1: L’eau.
        p2: Les forêts
        n1: ne se vendent pas.
      p3: Fin.`,
    second: `
      p1: L’eau.Les forêts ne se vendent pas.
      p3: Fin.`,
    relation: "independent",
    becomes: "live",
    reads: `
      paragraph: L’eau.Les forêts
      paragraph: ne se vendent pas.
      paragraph: Fin.`,
  },
  {
    title: "a paragraph made the item of a list, then split: an item has one paragraph",
    base: house,
    first: `
      p1: Chaque commune peut ouvrir une maison du peuple, gérée par celles et ceux qui l’utilisent.
      l1 list
        i1 item
          p2: Les forêts ne se vendent pas.`,
    second: house.replace(" ne se", "\n  n1: ne se"),
    relation: "conflict",
    becomes: "fallen",
  },
  {
    title: "a paragraph moved away, then joined to the one before it",
    base: `
      p1: Chaque commune peut ouvrir une maison.
      p2: Les forêts ne se vendent pas.
      p3: ${maison}`,
    first: `
      p1: Chaque commune peut ouvrir une maison.
      p3: ${maison}
      p2: Les forêts ne se vendent pas.`,
    second: `
      p1: Chaque commune peut ouvrir une maison. Les forêts ne se vendent pas.
      p3: ${maison}`,
    relation: "conflict",
    becomes: "fallen",
  },
  {
    title: "behind a paragraph suppressed meanwhile, where it stands already: nothing is left to move",
    base: `
      p1: Un.
      p2: ${maison}
      p3: Fin de tout cela.`,
    first: `
      p1: Un.
      p3: Fin de tout cela.`,
    second: `
      p2: ${maison}
      p1: Un.
      p3: Fin de tout cela.`,
    relation: "independent",
    becomes: "satisfied",
  },
  {
    title: "an article suppressed and inserted anew, as it was done before blocks were moved: a word change falls",
    base: articles,
    first: articleMoved.replace("a1 article", "n1 article").replace("    p1", "    n2"),
    second: articles.replace("se vend", "s’achète"),
    relation: "conflict",
    becomes: "fallen",
  },
  {
    title: "a word changed in an article that was to be suppressed and inserted anew: as it was, altered",
    base: articles,
    first: articles.replace("se vend", "s’achète"),
    second: articleMoved.replace("a1 article", "n1 article").replace("    p1", "    n2"),
    relation: "conflict",
    becomes: "altered",
    reads: `
      articleTitle: De la maison du peuple
      paragraph: ${maison}
      articleTitle: Des biens communs
      paragraph: ${eau}`,
  },
];

describe("right answers where blocks are moved: the first is adopted, what becomes of the second", () => {
  it.for(cases)("AMD-11 $title", (one) => expect(answerTo(one)).toEqual(rightAnswer(one)));
});
