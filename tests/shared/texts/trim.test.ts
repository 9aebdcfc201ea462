import { expect, test } from "vitest";

import {
  afterSteps,
  inspectText,
  saysSomething,
  textSchema,
  trimSteps,
  type TextNode,
} from "../../../shared/texts/index.ts";
import { randomFrom, runs, seeds } from "../../support/runs.ts";
import { randomText } from "../../support/texts/random-text.ts";

const node = (type: string, ...content: TextNode[]): TextNode => textSchema.node(type, null, content);
const words = (type: string, typed: string): TextNode => node(type, ...(typed === "" ? [] : [textSchema.text(typed)]));
const text = (...content: TextNode[]): TextNode =>
  textSchema.node("doc", null, [words("title", "Des lieux"), ...content]);
const trimmed = (doc: TextNode): TextNode => afterSteps(trimSteps(doc), doc) ?? doc;

test("TXT-36 blocks without a word go, what the form needs stays", () => {
  const written = text(
    node("article", words("articleTitle", ""), words("paragraph", "Ouvrir des maisons."), words("paragraph", " ")),
    node("list", node("item", words("paragraph", "")), node("item", words("paragraph", "Un toit."))),
    node("list", node("item", words("paragraph", ""), node("list", node("item", words("paragraph", "Dessous."))))),
    node("quote", words("paragraph", "")),
    words("paragraph", ""),
  );
  expect(trimmed(written).toString()).toBe(
    'doc(title("Des lieux"), article(articleTitle, paragraph("Ouvrir des maisons.")), ' +
      'list(item(paragraph("Un toit."))), list(item(paragraph, list(item(paragraph("Dessous."))))))',
  );
});

test("TXT-36 a text that says nothing yet is left as it is", () => {
  const empty = text(words("paragraph", ""));
  expect(saysSomething(empty)).toBe(false);
  expect(trimSteps(empty)).toEqual([]);
});

test("TXT-36 no word goes, the form holds, and once is enough", () => {
  for (const seed of seeds()) {
    const random = randomFrom(seed);
    for (let run = 0; run < runs(200, 2_000); run++) {
      const doc = randomText(random);
      const after = trimmed(doc);
      expect(after.textContent).toBe(doc.textContent);
      expect(inspectText(after)).toBeNull();
      expect(trimSteps(after)).toEqual([]);
    }
  }
});
