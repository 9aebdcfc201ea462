import fc from "fast-check";
import { Transform, type Step } from "prosemirror-transform";
import { describe, expect, it } from "vitest";

import {
  asItCame,
  emptyProvenance,
  emptyText,
  followProvenance,
  packProvenance,
  textSchema,
  unpackProvenance,
  type Provenance,
  type Run,
  type Source,
} from "../../../shared/texts/index.ts";
import { runs, seeds } from "../../support/runs.ts";
import { byBlock, words, type Whose } from "../../support/texts/whose.ts";
import { randomStory, type Told } from "../../support/texts/random-story.ts";
import { article, articleTitle, doc, paragraph, title } from "../../support/texts/text-of.ts";

const story = fc.tuple(fc.integer({ min: 0, max: 2 ** 32 - 1 }), fc.integer({ min: 1, max: 40 }));

function hold(check: (told: readonly Told[]) => void): void {
  for (const seed of seeds([1, 2, 3])) {
    fc.assert(
      fc.property(story, ([of, commits]) => check(randomStory(of, commits))),
      { seed, numRuns: runs(25, 3_000, 6) },
    );
  }
}

/** Whose each place is, said as words. */
const said = ({ sources }: Provenance, each: readonly Run[]): readonly string[] =>
  each.flatMap(({ length, of }) => Array.from({ length }, () => (of === asItCame ? "-" : nameOf(sources[of]))));
const nameOf = (source: Source | undefined): string =>
  `${source?.author} ${source?.version} ${source?.atMs} ${source?.ballot ?? ""}`;

function everyMap(told: readonly Told[]): readonly Provenance[] {
  const maps = [emptyProvenance("t")];
  for (const { before, commit } of told)
    maps.push(followProvenance(maps[maps.length - 1] ?? emptyProvenance("t"), before, commit));
  return maps;
}

/** Of each place after the steps: where it was before, or null. Written without the code under test: place by place. */
function origins(steps: readonly Step[], size: number): readonly (number | null)[] {
  let places: (number | null)[] = Array.from({ length: size }, (_, i) => i);
  for (const step of steps) {
    const next: (number | null)[] = [];
    let at = 0;
    step.getMap().forEach((from, to, newFrom, newTo) => {
      next.push(...places.slice(at, from));
      next.push(...Array.from({ length: newTo - newFrom }, () => null));
      at = to;
    });
    places = [...next, ...places.slice(at)];
  }
  return places;
}

describe("any life of a text", () => {
  it("HIS-1 the map is as long as the document, at every version", () => {
    hold((told) => {
      for (const [i, map] of everyMap(told).entries()) {
        const size = (told[i - 1]?.commit.doc ?? emptyText()).content.size;
        expect(said(map, map.runs)).toHaveLength(size);
        expect(said(map, map.looks)).toHaveLength(size);
      }
    });
  });

  it("HIS-2 what a commit leaves in place keeps its source, whatever is split, joined, wrapped or lifted around it", () => {
    hold((told) => {
      const maps = everyMap(told);
      for (const [i, { before, commit }] of told.entries()) {
        const [was, is] = [maps[i], maps[i + 1]].map((map) => (map ? said(map, map.runs) : []));
        const kept = origins(commit.steps, before.content.size).flatMap((from, at) =>
          from === null ? [] : [{ from, at }],
        );
        expect(kept.map(({ at }) => is?.[at])).toEqual(kept.map(({ from }) => was?.[from]));
      }
    });
  });

  it("HIS-3 what is new is of its commit, or of somebody who wrote before it", () => {
    hold((told) => {
      const maps = everyMap(told);
      for (const [i, map] of maps.entries()) {
        for (const { of } of map.runs) expect(map.sources[of]?.version).toBeLessThanOrEqual(i);
      }
    });
  });

  it("HIS-6 going on from a map that was kept gives what going on from the first gives", () => {
    hold((told) => {
      const whole = everyMap(told);
      const half = Math.floor(told.length / 2);
      let map = unpackProvenance(packProvenance(whole[half] ?? emptyProvenance("t")));
      for (const { before, commit } of told.slice(half)) map = followProvenance(map, before, commit);
      const last = whole[whole.length - 1] ?? map;
      expect(said(map, map.runs)).toEqual(said(last, last.runs));
      expect(said(map, map.looks)).toEqual(said(last, last.looks));
      expect(map.gone.map((one) => [one.at, one.written, said(map, one.runs)])).toEqual(
        last.gone.map((one) => [one.at, one.written, said(last, one.runs)]),
      );
    });
  });
});

const start = doc(
  title("t", "Titre"),
  paragraph("a", "Nous voulons la commune."),
  paragraph("b", "Rien pour nous sans nous."),
);

function change({ map, doc: before }: Whose, author: string, make: (tr: Transform) => void): Whose {
  const tr = new Transform(before);
  make(tr);
  const commit = { version: map.version + 1, author, atMs: 0, steps: tr.steps, doc: tr.doc };
  return { map: followProvenance(map, before, commit), doc: tr.doc };
}

const first: Whose = { map: byBlock(start), doc: start };
const [atA, atB] = [7, 33];

describe("words that are the very same", () => {
  it("HIS-4 a block that the same commit takes away and brings elsewhere keeps its words' authors", () => {
    const node = start.nodeAt(atB);
    if (!node) throw new Error("No block there");
    const moved = change(first, "x", (tr) => tr.delete(atB, atB + node.nodeSize).insert(atA, node));
    expect(words(moved)).toBe("t:Titre|b:Rien pour nous sans nous.|a:Nous voulons la commune.");
    const other = change(first, "x", (tr) => tr.insert(atA, node).delete(atB + node.nodeSize, atB + 2 * node.nodeSize));
    expect(words(other)).toBe(words(moved));
  });

  it("HIS-4 a passage written anew in one step keeps the words that are the very same in it", () => {
    const anew = article("n", articleTitle("m", "Communes"), paragraph("a", "Nous voulons la ville."));
    const wide = change(first, "x", (tr) => tr.replaceWith(atA, start.content.size, anew));
    expect(words(wide)).toBe("t:Titre|x:Communes|a:Nous voulons la |x:ville|a:.");
  });

  it("HIS-4 a copy is of who pasted it", () => {
    const copied = change(first, "x", (tr) =>
      tr.insert(start.content.size, paragraph("c", "Nous voulons la commune.")),
    );
    expect(words(copied)).toContain("x:Nous voulons la commune.");
  });

  it("HIS-5 put back as they were where they were, words are again of who wrote them; typed anew they are not", () => {
    const gone = change(first, "x", (tr) => tr.delete(atA + 13, atA + 24));
    expect(words(gone)).toContain("a:Nous voulons.|b:");
    const back = change(gone, "x", (tr) => tr.insert(atA + 13, textSchema.text(" la commune")));
    expect(words(back)).not.toContain("x:");
    const retyped = change(gone, "x", (tr) => tr.insert(atA + 13, textSchema.text(" la")));
    expect(words(retyped)).toContain("x: la");
  });
});
