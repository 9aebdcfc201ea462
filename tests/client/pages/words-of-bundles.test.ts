import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { describe, expect, it } from "vitest";

import { templates } from "../../../client/pages/index.ts";
import { fr } from "../../../shared/i18n/fr/all.ts";
import * as parts from "../../../shared/i18n/fr/index.ts";
import { makeTranslator, type Words } from "../../../shared/i18n/index.ts";
import { faces } from "../../faces/states.ts";

const root = join(import.meta.dirname, "../../..");

/**
 * What an entry gives its pages to say, read from its source: `words: { fr: { ...assembly, ...texts } }`, or where the page
 * is not live `makeTranslator("fr", { ...assembly, ...texts })`.
 */
function wordsOf(entry: string): Words {
  const source = readFileSync(join(root, `client/entries/${entry}.ts`), "utf8");
  const given = /(?:words: \{ fr: |makeTranslator\("fr", )([^\n]*?) ?\}?[,\s)]*;?\n/u.exec(source)?.[1];
  // The bundle `join` has no script: the server draws its pages, with all the words there are.
  if (given === undefined) return entry === "join" ? fr : {};
  const named = new Map<string, Words>(Object.entries(parts));
  const found = [...given.matchAll(/[a-z]+/giu)].map(([name]) => named.get(name.replace(/Words$/u, "")));
  return Object.assign({}, ...found);
}

/** Every key of the dictionary that is written in an element's source. */
const saidBy = (elements: string): readonly string[] =>
  globSync(`client/${elements}/elements/*.ts`, { cwd: root }).flatMap((file) =>
    [...readFileSync(join(root, file), "utf8").matchAll(/"([a-z]+\.[a-z-]+)"/gu)].flatMap(([, key = ""]) => key),
  );

describe("the words that a bundle carries", () => {
  it.each([
    ["editor", "texts/editor"],
    ["amend", "texts/editor"],
    ["amend", "amendments"],
  ])("UI-16 %s carries what the elements of %s say", (entry, elements) => {
    const words = wordsOf(entry);
    const said = saidBy(elements);
    expect(said.length).toBeGreaterThan(5);
    expect(said.filter((key) => !(key in words))).toEqual([]);
  });

  it.each(faces)("UI-16 $name says nothing that its bundle does not carry", ({ view, link, own }) => {
    const template = templates.get(view.page);
    if (!template) throw new Error(view.page);
    // What a bundle fetches when a view needs it brings its own words.
    const words = { ...wordsOf(template.entry), ...(template.later?.isNeeded(view) ? parts.results : {}) };
    const missing: string[] = [];
    const watched = new Proxy(words, {
      get(target, key) {
        if (!(key in target)) missing.push(String(key));
        return Reflect.get(target, key);
      },
    });
    const t = makeTranslator("fr", watched);
    template.body(view, { t, link: link ?? { kind: "live" }, own: own ?? null });
    template.title(view, t);
    template.said?.(view, t);
    expect(missing).toEqual([]);
  });
});
