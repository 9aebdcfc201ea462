import { Slice } from "prosemirror-model";
import { ReplaceStep, type Step } from "prosemirror-transform";
import { describe, expect, it } from "vitest";

import { apply, canonicalise, rebase, undo, type Move } from "../../../shared/amendments/index.ts";
import { ok } from "../../../shared/refusals.ts";
import type { TextNode } from "../../../shared/texts/index.ts";
import { rules, type Rules } from "../../support/amendments/plenary.ts";
import { tryPlenaries } from "../../support/amendments/random-plenary.ts";
import { runs, seeds } from "../../support/runs.ts";

const numRuns = runs(50, 1_667, 6);

describe("random plenaries, held after each act against what the tabled version gives anew", () => {
  it(
    "AMD-60 AMD-61 AMD-62 submitting, revising, adopting, rejecting, correcting and annulling in any order gives the text and the states that follow from what still holds",
    { timeout: 7_200_000 },
    () => {
      const seen: Partial<Record<string, number>> = {};
      const given = seeds([1, 2]);
      for (const seed of given) {
        const { report, witnessed } = tryPlenaries(rules, seed, numRuns);
        expect(report).toBe("");
        for (const [what, often] of Object.entries(witnessed)) seen[what] = (seen[what] ?? 0) + often;
      }
      console.log(`${given.length * numRuns} plenaries: ${JSON.stringify(seen)}`);
      const few = Object.keys(seen).filter((what) => seen[what] === 0);
      expect(given.length * numRuns < 150 ? [] : few).toEqual([]);
    },
  );

  /** Wrong ways of undoing that were once thought of, or would be easy to write. */
  const mutants: readonly (readonly [title: string, mutant: Partial<Rules>])[] = [
    [
      "the adoption's steps turned round",
      {
        undo: (text, ballot) => {
          const right = undo(text, ballot);
          const made = text.moves.findLast((move) => move.kind === "adoption" && move.ballot === ballot);
          if (!right.ok || made?.kind !== "adoption") return right;
          const adopted = apply(made.before, rebase(made.changes, made.base, made.before).changes, made.version);
          const back = adopted.ok ? canonicalise(adopted.value, made.before) : adopted;
          if (!adopted.ok || !back.ok) return right;
          const doc = apply(text.head, rebase(back.value, adopted.value, text.head).changes, made.version);
          return doc.ok ? ok({ ...right.value, doc: doc.value, steps: stepsTo(text.head, doc.value) }) : right;
        },
      },
    ],
    [
      "who made it fall is not looked for again",
      {
        standing: (course, one, before) => {
          const now = course.standing(one);
          return now.standing === "live" || before.standing === "live" ? now : { ...now, by: before.by };
        },
      },
    ],
    [
      "what had fallen stays fallen",
      { standing: (course, one, before) => (before.standing === "live" ? course.standing(one) : before) },
    ],
    [
      "corrections are forgotten",
      {
        undo: ({ moves, ...text }, ballot) =>
          undo({ ...text, moves: moves.filter(({ kind }) => kind === "adoption") }, ballot),
      },
    ],
    [
      "the others are made again on the text as it stands",
      { undo: (text, ballot) => undo({ ...text, tabled: text.head }, ballot) },
    ],
    [
      "blocks are named anew",
      {
        undo: ({ moves, ...text }, ballot) =>
          undo({ ...text, moves: moves.map((move) => ({ ...move, version: move.version + 1_000 })) }, ballot),
      },
    ],
    [
      "what no longer applies is left out without a word",
      {
        undo: (text, ballot) => {
          let undone = undo(text, ballot);
          let { moves } = text;
          while (!undone.ok && undone.amendment !== null) {
            const { amendment } = undone;
            moves = moves.map((move) => (isOf(move, amendment) ? { ...move, ballot } : move));
            undone = undo({ ...text, moves }, ballot);
          }
          return undone;
        },
      },
    ],
    [
      "one part of a block is left",
      {
        undo: (text, ballot) => {
          const last = text.moves.findLast((move) => move.kind === "adoption" && move.ballot === ballot);
          const kept = text.moves.map((move) => (move === last ? { ...last, ballot: "kept" } : move));
          const parts = text.moves.filter((move) => move.kind === "adoption" && move.ballot === ballot);
          return undo({ ...text, moves: parts.length > 1 ? kept : text.moves }, ballot);
        },
      },
    ],
  ];

  it.for(mutants)("AMD-63 see a mutant: %s", { timeout: 600_000 }, ([, mutant]) => {
    expect(tryPlenaries({ ...rules, ...mutant }, 1, 400, true).failed).toBe(true);
  });
});

const isOf = (move: Move, amendment: string): boolean => move.kind === "adoption" && move.amendments[0] === amendment;

/** The steps from one text to another. */
const stepsTo = (head: TextNode, target: TextNode): readonly Step[] => [
  new ReplaceStep(0, head.content.size, new Slice(target.content, 0, 0)),
];
