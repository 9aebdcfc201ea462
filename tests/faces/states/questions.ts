import { ballotView, card, cast, nowView, voter } from "../../support/assembly-views.ts";
import { screenView } from "../../support/console-views.ts";
import { manyOptions, questionResult, questions } from "../../support/question-views.ts";
import { live, type Face } from "../face.ts";

/** The paper of each method filled in again after a refusal, and its receipt in words. */
const filled: Readonly<Record<string, string>> = { approval: "1,3", judgment: "1:good,2:reject", schulze: "2>1=3" };

/** Ballots among options and rounds of consent: the paper of each method, its receipt. */
export const questionFaces: readonly Face[] = [
  ...questions.map(({ name, facts }) => ({
    name: `now-paper-${name}`,
    view: nowView({ kind: "ballot", card: card(voter({ chosen: filled[name] ?? null }), { facts }) }),
    link: live,
  })),
  ...questions.map(({ name, facts, tally }) => ({
    name: `ballot-receipt-${name}`,
    view: ballotView({
      stage: "open",
      card: card(
        voter({
          cast:
            facts.asking.method === "consent"
              ? cast({ choice: "objection", reason: "Le loyer de la maison n’est pas chiffré." })
              : cast({ choice: Object.keys(tally)[0] ?? "" }),
        }),
        { facts },
      ),
    }),
    link: live,
  })),
  ...questions.map((one) => ({
    name: `ballot-answer-${one.name}`,
    view: ballotView({
      stage: "declared",
      result: questionResult(one, {
        silent: ["Brémont"],
        votes: Object.keys(one.tally).map((choice, i) => ({ voter: `Commune de Valbrune ${i + 1}`, choice })),
      }),
    }),
    link: live,
  })),
  {
    name: "screen-answer-many",
    view: screenView({ kind: "result", stage: { stage: "declared", result: manyOptions }, published: null }),
    link: live,
  },
  ...questions.flatMap((one): readonly Face[] => [
    {
      name: `now-answer-${one.name}`,
      view: nowView({ kind: "result", stage: { stage: "declared", result: questionResult(one) } }),
      link: live,
    },
    {
      name: `screen-answer-${one.name}`,
      view: screenView({ kind: "result", stage: { stage: "declared", result: questionResult(one) }, published: null }),
      link: live,
    },
  ]),
];
