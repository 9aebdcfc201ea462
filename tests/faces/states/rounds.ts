import { simpleMajority, type ConsentStep } from "../../../shared/ballots/index.ts";
import type { BallotFacts, ResultView } from "../../../shared/views/index.ts";
import { adopted, ballotView, card, cast, nowView, openFacts, voter } from "../../support/assembly-views.ts";
import { consoleOpen, consoleText, consoleView, screenView } from "../../support/console-views.ts";
import { questionResult, questions } from "../../support/question-views.ts";
import { live, type Face } from "../face.ts";

const [consent] = questions.filter(({ name }) => name === "consent");
if (consent === undefined) throw new Error("No question asks for consent");
const { facts: round } = consent;
const { facts: runoff } = questions.find(({ name }) => name === "runoff") ?? consent;
const between = {
  subject: { kind: "none" },
  ballot: { stage: "none", enrolled: 168, present: 161, rule: openFacts.rule },
} as const;

const seenFacts: BallotFacts = {
  ...openFacts,
  question: "Adoptez-vous l’amendement\u00a027\u202f?",
  asking: { method: "evident" },
  rule: simpleMajority,
};
const seen: ResultView = {
  ...adopted,
  facts: seenFacts,
  result: { method: "evident", outcome: "adopted", figures: { enrolled: 168, present: 161 } },
  silent: [],
  mine: null,
  votes: null,
};
const hands = { voted: 0, present: 161 };

const tied: ResultView = questionResult({
  name: "tied",
  facts: {
    ...runoff,
    options: ["Dominique", "Camille", "Noé", "Maïwenn"],
    asking: { method: "instant-runoff", options: 4 },
  },
  tally: { "1>2": 40, "2>1": 33, "3>2": 33, "4>1": 12 },
});

const integrating = {
  kind: "integrate",
  question: round.question,
  asking: round.asking,
  options: [],
  rule: round.rule,
  secrecy: "public",
} as const;

const roundAt = (step: ConsentStep) =>
  consoleOpen({
    ballot: {
      stage: "open",
      facts: round,
      turnout: { voted: 96, present: 161 },
      lastCall: false,
      step,
      stations: [],
    },
    may: ["ballot.step", "ballot.closeAndConclude", "ballot.lastCall", "ballot.close", "ballot.cancel", "screen.show"],
  });

/** A tie that the method does not settle, and the ballot that follows from it. */
export const tieFaces: readonly Face[] = [
  { name: "ballot-tie", view: ballotView({ stage: "declared", result: tied }), link: live },
  {
    name: "console-tie",
    view: consoleView({
      ...between,
      ballot: { stage: "declared", result: tied },
      lastResult: null,
      next: {
        kind: "tie",
        question: `${tied.facts.question} (suite du scrutin\u00a014, à égalité)`,
        asking: { method: "instant-runoff", options: 3 },
        options: ["Dominique", "Camille", "Noé"],
        rule: tied.facts.rule,
        secrecy: "public",
      },
      may: ["agenda.end", "ballot.annul", "ballot.ask", "screen.show"],
    }),
    link: live,
  },
];

/** Hands are raised, and the chair says on which side the majority is. */
export const evidentFaces: readonly Face[] = [
  { name: "now-raise", view: nowView({ kind: "ballot", card: card(voter(), { facts: seenFacts }) }), link: live },
  {
    name: "screen-raise",
    view: screenView({ kind: "ballot", facts: seenFacts, turnout: hands, lastCall: false, step: null }),
    link: live,
  },
  {
    name: "console-evident",
    view: consoleOpen({
      ballot: { stage: "open", facts: seenFacts, turnout: hands, lastCall: false, step: null, stations: [] },
      may: ["ballot.seeEvident", "ballot.cancel", "screen.show"],
    }),
    link: live,
  },
  { name: "ballot-evident", view: ballotView({ stage: "declared", result: seen }), link: live },
  {
    name: "now-evident",
    view: nowView({ kind: "result", stage: { stage: "declared", result: seen } }),
    link: live,
  },
  {
    name: "screen-evident",
    view: screenView({ kind: "result", stage: { stage: "declared", result: seen }, published: null }),
    link: live,
  },
];

/** Rounds of consent: the paper with its reasons, the steps, the objections and what follows from them. */
export const roundFaces: readonly Face[] = [
  {
    name: "now-round",
    view: nowView({
      kind: "ballot",
      card: card(voter({ chosen: "objection", reasons: { reservation: "À revoir dans un an." } }), {
        facts: round,
        step: "objections",
      }),
    }),
    link: live,
  },
  {
    name: "now-round-onlooker",
    view: nowView({ kind: "ballot", card: card({ kind: "public" }, { facts: round, step: "clarify" }) }),
    link: live,
  },
  {
    name: "now-round-someone-voted",
    view: nowView({
      kind: "ballot",
      card: card(
        voter({
          cast: cast({
            choice: "reservation",
            reason: "À revoir dans un an.",
            by: { name: "Dominique", me: false, teller: false },
          }),
          chosen: "objection",
          reasons: { objection: "Le loyer de la maison n’est pas chiffré." },
        }),
        { facts: round, step: "integrate" },
      ),
    }),
    link: live,
  },
  {
    name: "screen-round",
    view: screenView({
      kind: "ballot",
      facts: round,
      turnout: { voted: 96, present: 161 },
      lastCall: false,
      step: "objections",
    }),
    link: live,
  },
  {
    name: "console-round",
    view: roundAt("react"),
    link: live,
  },
  {
    name: "console-round-integrating",
    view: roundAt("integrate"),
    link: live,
  },
  {
    name: "console-objections",
    view: consoleView({
      ...between,
      ballot: { stage: "declared", result: questionResult(consent) },
      lastResult: null,
      next: integrating,
      may: ["agenda.end", "ballot.annul", "ballot.ask", "screen.show"],
    }),
    link: live,
  },
  {
    name: "console-objections-whole",
    view: consoleOpen({
      subject: { kind: "whole", text: { ...consoleText, alive: 0 } },
      ballot: between.ballot,
      lastResult: questionResult(consent),
      next: integrating,
      may: ["agenda.end", "ballot.annul", "ballot.ask", "ballot.open", "screen.show"],
    }),
    link: live,
  },
];
