import { expect, test } from "vitest";

import { canonicalise, foresee, outlineOf, redline, type ChangeSet } from "../../../shared/amendments/index.ts";
import type { TextNode } from "../../../shared/texts/index.ts";
import { article, articleTitle, doc, paragraph, title } from "../../support/texts/text-of.ts";

const part = (id: string): TextNode => article(id, articleTitle(`t${id}`, `Titre ${id}`), paragraph(`p${id}`, id));
const text = doc(title("t", "Titre"), part("a"), part("b"), part("c"));
const to = (...parts: readonly TextNode[]): ChangeSet => {
  const changes = canonicalise(text, doc(title("t", "Titre"), ...parts));
  if (!changes.ok) throw new Error(changes.code);
  return changes.value;
};
const moves = to(part("b"), part("a"), part("c"));

test("AMD-131 an article moved past one that leaves: satisfied ahead; past one that stays: nothing", () => {
  const sets = [moves, to(part("a"), part("c")), to(part("a"), part("b"))];
  const { ahead, free } = foresee(
    sets.map((changes, k) => ({ number: k + 1, changes })),
    text,
  );
  expect(ahead.get(2)?.satisfied ?? ahead.get(2)?.falls).toEqual([1]);
  expect(ahead.get(3)).toBeUndefined();
  expect(free.has(3)).toBe(true);
});

test("AMD-132 an article suppressed, brought and moved is called an article, where it stands or after which", () => {
  const told = [to(part("a"), part("c")), to(part("a"), part("n"), part("b"), part("c")), moves].map((changes) => {
    const { gist, place } = outlineOf(redline(text, changes), 40);
    return [gist.kind, gist.ofArticle, place];
  });
  expect(told).toEqual([
    ["suppresses", true, { article: 2, paragraph: null, after: false }],
    ["brings", true, { article: 1, paragraph: null, after: true }],
    ["moves", true, expect.objectContaining({ paragraph: null })],
  ]);
});
