import { EditorState } from "prosemirror-state";
import { describe, expect, it } from "vitest";

import { codeSteps, decodeSteps, stepsJson, toldCommits, wireCommit } from "../../../shared/texts/index.ts";
import { randomFrom, runs, seeds } from "../../support/runs.ts";
import { randomEdit } from "../../support/texts/random-edit.ts";
import { doc, paragraph, title } from "../../support/texts/text-of.ts";

const text = doc(title("t", "Titre"), paragraph("a", "Un deux trois quatre"), paragraph("b", "Cinq six sept"));

describe("steps as they travel", () => {
  it("TXT-44 words typed, erased and replaced say no more than where and which; all else is its own JSON", () => {
    const plain = { content: [{ type: "text", text: "mot" }] };
    const bold = { content: [{ type: "text", text: "mot", marks: [{ type: "strong" }] }] };
    const steps = [
      { stepType: "replace", from: 3, to: 3, slice: plain },
      { stepType: "replace", from: 3, to: 5 },
      { stepType: "replace", from: 3, to: 5, slice: plain },
      { stepType: "replace", from: 3, to: 5, slice: bold },
      { stepType: "replace", from: 3, to: 5, slice: plain, structure: true },
      { stepType: "addMark", from: 3, to: 5, mark: { type: "em" } },
    ];
    expect(codeSteps(steps)).toEqual([[3, "mot"], [3, 5], [3, 5, "mot"], ...steps.slice(3)]);
    expect(decodeSteps(codeSteps(steps))).toEqual(steps);
  });

  it("TXT-44 whatever is done at a desk comes out of its coding as it went in", () => {
    for (const seed of seeds()) {
      const random = randomFrom(seed);
      let state = EditorState.create({ doc: text });
      for (let i = 0; i < runs(500, 20_000); i++) {
        const transaction = randomEdit(state, random, () => `mot${i}`);
        if (!transaction?.docChanged) continue;
        const steps = stepsJson(transaction.steps);
        const sent: unknown = JSON.parse(JSON.stringify(codeSteps(steps)));
        expect(Array.isArray(sent) ? decodeSteps(sent) : sent).toEqual(steps);
        const after = state.apply(transaction);
        if (after.doc.content.size < 4_000) state = after;
      }
    }
  });

  it("TXT-44 what is no coded step is left for the parser to refuse", () => {
    const strange: readonly unknown[] = [[], [1], [1, 2, 3], [1, 2, "a", 4], "a", null, 7];
    expect(decodeSteps(strange)).toEqual([[], [1], [1, 2, 3], [1, 2, "a", 4], "a", null, 7]);
  });

  it("TXT-44 commits of one frame are the versions after the one that it names", () => {
    const steps = [{ stepType: "replace", from: 3, to: 5 }];
    const told = [7, 8].map((version) => ({ version, client: "c", sequence: version, steps, repairs: [] }));
    const message = { type: "commits", text: "t", after: 6, head: "", commits: told.map(wireCommit) } as const;
    expect(message.commits[0]).toEqual(["c", 7, [[3, 5]]]);
    expect(toldCommits(message)).toEqual(told);
  });
});
