import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { afterSteps, emptyText, followProvenance, restoringSteps } from "../../../shared/texts/index.ts";
import { runs, seeds } from "../../support/runs.ts";
import { randomStory } from "../../support/texts/random-story.ts";
import { doc, paragraph, title } from "../../support/texts/text-of.ts";
import { byBlock, words } from "../../support/texts/whose.ts";

const story = fc.tuple(fc.nat({ max: 2 ** 32 - 1 }), fc.integer({ min: 2, max: 40 }), fc.nat());

describe("an earlier version brought back", () => {
  it("HIS-8 the steps that bring back any version give its very document, and none when nothing differs", () => {
    for (const seed of seeds([1, 2, 3])) {
      fc.assert(
        fc.property(story, ([of, commits, which]) => {
          const versions = [emptyText(), ...randomStory(of, commits).map(({ commit }) => commit.doc)];
          const head = versions[versions.length - 1] ?? emptyText();
          const earlier = versions[which % versions.length] ?? head;
          expect(afterSteps(restoringSteps(head, earlier), head)?.eq(earlier)).toBe(true);
          expect(restoringSteps(head, head)).toEqual([]);
        }),
        { seed, numRuns: runs(25, 3_000, 6) },
      );
    }
  });

  it("HIS-9 gives words back to whom they belonged, and leaves the other blocks alone", () => {
    const then = doc(
      title("t", "Titre"),
      paragraph("a", "Nous voulons la commune."),
      paragraph("b", "Rien sans nous."),
    );
    const head = doc(title("t", "Titre"), paragraph("b", "Rien sans nous ni les autres."));
    const first = { map: byBlock(then), doc: then };
    const shorter = followProvenance(first.map, then, {
      version: 2,
      author: "x",
      atMs: 0,
      steps: restoringSteps(then, head),
      doc: head,
    });
    expect(words({ map: shorter, doc: head })).toBe("t:Titre|b:Rien sans nous|x: ni les autres|b:.");
    const steps = restoringSteps(head, then);
    expect(steps).toHaveLength(2);
    const map = followProvenance(shorter, head, { version: 3, author: "y", atMs: 0, steps, doc: then });
    expect(words({ map, doc: then })).toBe("t:Titre|a:Nous voulons la commune.|b:Rien sans nous.");
  });
});
