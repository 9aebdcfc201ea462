import { describe, expect, it } from "vitest";

import { prose } from "../../../client/ui/index.ts";
import { translator } from "../../../shared/i18n/index.ts";
import type { ProseBlock, ProseRun } from "../../../shared/views/index.ts";

const run = (text: string, change: ProseRun["change"] = null, strong = false): ProseRun => ({
  text,
  strong,
  em: false,
  href: null,
  change,
});

/** A changed paragraph as it is drawn, without what only a listener hears. */
function drawn(...runs: readonly ProseRun[]): string {
  const at = { kind: "paragraph", id: "b4", number: 4, depth: 0, ordinal: null, preamble: false } as const;
  const block: ProseBlock = { ...at, change: "changed", runs };
  const { markup } = prose([block], translator("fr"));
  const [, words = ""] = /<p[^>]*>(.*?)<\/p>/su.exec(markup) ?? [];
  return words.replaceAll(/<span class="vh">[^<]*<\/span>/gu, "");
}

describe("a redline", () => {
  it("UI-26 blanks at the edges of a change stand outside its line", () => {
    expect(drawn(run("la salle"), run(" est ouverte ", "inserted"), run("à tous"))).toBe(
      "la salle <ins>est ouverte</ins> à tous",
    );
    expect(drawn(run(" peut "), run("ouvrir ", "deleted"), run("fermer ", "inserted"))).toBe(
      ' peut <del>ouvrir</del> <ins class="apart">fermer</ins> ',
    );
  });

  it("AMD-55 what is moved says so at both places, seen and heard, and has its anchor where it stood", () => {
    const at = { kind: "paragraph", id: "b4", number: 4, depth: 0, ordinal: null, preamble: false } as const;
    const { markup } = prose(
      [
        { ...at, change: "departed", moved: { to: "after-article", number: 5 }, runs: [run("Un.")] },
        { ...at, id: "b5", number: 5, change: "departed", runs: [run("Deux.")] },
        { ...at, change: "arrived", moved: { from: "article", number: 3 }, runs: [run("Un.")] },
        { ...at, id: "b5", number: 5, change: "arrived", runs: [run("Deux.")] },
      ],
      translator("fr"),
    );
    const words = [...markup.matchAll(/<p[^>]*>(.*?)<\/p>/gsu)].map(([, line = ""]) =>
      line.replaceAll(/<[^>]*>/gu, ""),
    );
    expect(words).toEqual([
      "déplacé après l’article\u00a05\u202f: Un.",
      "ôté d’ici\u202f: Deux.",
      "déplacé de l’article\u00a03\u202f: Un.",
      "mis ici\u202f: Deux.",
    ]);
    expect([...markup.matchAll(/ id="([^"]*)"/gu)].map(([, id]) => id)).toEqual(["p-4", "p-5"]);
    expect(markup).toContain('<span class="moved">');
  });

  it("UI-26 a change that is nothing but blanks keeps them", () => {
    expect(drawn(run("a"), run("  ", "inserted"), run("b"))).toBe("a<ins>  </ins>b");
  });

  it("UI-26 marks, and a line that breaks at the edge, stay within", () => {
    expect(drawn(run(" un", "inserted"), run(" lieu ", "inserted", true))).toBe(
      " <ins>un<strong> lieu</strong></ins> ",
    );
    expect(drawn(run("\nPuis ", "inserted"), run("rien"))).toBe("<ins><br>Puis</ins> rien");
  });
});
