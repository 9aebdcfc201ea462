import type { Mark } from "prosemirror-model";
import { expect, test } from "vitest";

import { canonicalise, redline } from "../../../shared/amendments/index.ts";
import { translator } from "../../../shared/i18n/index.ts";
import { textSchema, type TextNode } from "../../../shared/texts/index.ts";
import { plainProse, proseOf } from "../../../shared/views/index.ts";

const strong = textSchema.mark("strong");
const em = textSchema.mark("em");
const link = (href: string): Mark => textSchema.mark("link", { href });

/** A text of one paragraph: "La commune décide" with these marks on its second word. */
function text(...marks: readonly Mark[]): TextNode {
  const words = [textSchema.text("La "), textSchema.text("commune", marks), textSchema.text(" décide")];
  return textSchema.node("doc", null, [
    textSchema.node("title", { id: "t" }, textSchema.text("Titre")),
    textSchema.node("paragraph", { id: "a" }, words),
  ]);
}

function said(before: TextNode, after: TextNode): string {
  const changes = canonicalise(before, after);
  if (!changes.ok) throw new Error(changes.code);
  return plainProse(proseOf(redline(before, changes.value), "whole"), translator("fr")).split("\n")[1] ?? "";
}

test.each([
  [[], [strong], "mis en gras"],
  [[strong], [], "n’est plus en gras"],
  [[strong], [em], "n’est plus en gras, mis en italique"],
  [[em], [], "n’est plus en italique"],
  [[], [link("https://a.example")], "lien ajouté"],
  [[link("https://a.example")], [], "lien retiré"],
  [[link("https://a.example")], [link("https://b.example")], "lien changé"],
])("AMD-133 words that only change their form: %#", (was, is, words) => {
  expect(said(text(...was), text(...is))).toContain(`La [commune (${words})] décide`);
});

test("AMD-133 words that change, too, are told as words", () => {
  const after = textSchema.node("doc", null, [
    textSchema.node("title", { id: "t" }, textSchema.text("Titre")),
    textSchema.node("paragraph", { id: "a" }, [textSchema.text("La ville", [strong]), textSchema.text(" décide")]),
  ]);
  expect(said(text(), after)).toContain("supprimé");
});
