import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { adoptionCommit, canonicalise, rebase, whatIf, type Waiting } from "../../../shared/amendments/index.ts";
import type { TextNode } from "../../../shared/texts/index.ts";
import { arbStrokes, arbText, edit } from "../../support/amendments/french.ts";
import { accepted } from "../../support/amendments/laws.ts";
import { readAloud, sheet } from "../../support/amendments/sheet.ts";
import { runs, seeds } from "../../support/runs.ts";

const words = `
  p1: L’eau ne se vend pas.
  p2: Chaque commune peut ouvrir une maison du peuple.`;
const base = sheet(words);
const waiting = (id: string, from: string, to: string): Waiting => ({
  id,
  base,
  changes: accepted(canonicalise(base, sheet(words.replace(from, to)))),
});

describe("the text with the amendments that one tries", () => {
  it("AMD-48 each enters, is there already, or falls, and then it is said with which; nothing else changes", () => {
    const tried = [
      waiting("doit", "peut ouvrir", "doit ouvrir"),
      waiting("devra", "peut ouvrir", "devra ouvrir"),
      waiting("again", "peut ouvrir", "doit ouvrir"),
      waiting("suppresses", "  p1: L’eau ne se vend pas.\n", ""),
      waiting("achète", "se vend", "s’achète"),
    ];
    const { doc, fates } = whatIf(tried, base);
    expect(Object.fromEntries(fates)).toEqual({
      doit: { fate: "enters" },
      devra: { fate: "falls", by: "doit" },
      again: { fate: "satisfied" },
      suppresses: { fate: "enters" },
      achète: { fate: "falls", by: "suppresses" },
    });
    expect(readAloud(doc)).toBe("title: Déclaration\nparagraph: Chaque commune doit ouvrir une maison du peuple.");
    expect(whatIf([], base)).toEqual({ doc: base, fates: new Map() });
  });

  it(
    "AMD-48 it is the text that adopting them one after the other gives, whatever they are",
    { timeout: 600_000 },
    () => {
      let fell = 0;
      const law = fc.property(arbTried, ({ tabled, tried }) => {
        const { doc, fates } = whatIf(tried, tabled);
        let head: TextNode = tabled;
        let version = 0;
        for (const one of tried) {
          const carried = rebase(one.changes, one.base, head);
          const commit = carried.changes.length > 0 ? adoptionCommit(head, carried.changes, ++version) : null;
          if (commit?.ok) head = commit.value.doc;
          const fate = fates.get(one.id);
          expect(fate?.fate).toBe(commit?.ok ? "enters" : carried.state === "satisfied" ? "satisfied" : "falls");
          if (fate?.fate !== "falls" || fate.by === null) continue;
          fell++;
          expect(fates.get(fate.by)).toEqual({ fate: "enters" });
        }
        expect(doc.textContent).toBe(head.textContent);
        doc.check();
      });
      for (const seed of seeds([1])) fc.assert(law, { seed, numRuns: runs(60, 2_000, 10) });
      expect(fell).toBeGreaterThan(10);
    },
  );
});

const arbTried: fc.Arbitrary<{ readonly tabled: TextNode; readonly tried: readonly Waiting[] }> = fc
  .record({ tabled: arbText(4, 12), authors: fc.array(arbStrokes(3), { minLength: 2, maxLength: 6 }) })
  .map(({ tabled, authors }) => ({
    tabled,
    tried: authors.flatMap((strokes, k) => {
      const changes = accepted(canonicalise(tabled, edit(tabled, strokes, `n${k}`)));
      return changes.length === 0 ? [] : [{ id: `a${k}`, base: tabled, changes }];
    }),
  }));
