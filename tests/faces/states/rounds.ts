import { card, cast, nowView, openFacts, voter } from "../../support/assembly-views.ts";
import { consoleOpen, consoleView, screenView } from "../../support/console-views.ts";
import { questionResult, questions } from "../../support/question-views.ts";
import { live, type Face } from "../face.ts";

const [consent] = questions.filter(({ name }) => name === "consent");
if (consent === undefined) throw new Error("No question asks for consent");
const { facts: round } = consent;
const between = {
  subject: { kind: "none" },
  ballot: { stage: "none", enrolled: 168, present: 161, rule: openFacts.rule },
} as const;

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
    view: consoleOpen({
      ballot: {
        stage: "open",
        facts: round,
        turnout: { voted: 96, present: 161 },
        lastCall: false,
        step: "react",
        stations: [],
      },
      may: [
        "ballot.step",
        "ballot.closeAndConclude",
        "ballot.lastCall",
        "ballot.close",
        "ballot.cancel",
        "screen.show",
      ],
    }),
    link: live,
  },
  {
    name: "console-round-integrating",
    view: consoleOpen({
      ballot: {
        stage: "open",
        facts: round,
        turnout: { voted: 96, present: 161 },
        lastCall: false,
        step: "integrate",
        stations: [],
      },
      may: [
        "ballot.step",
        "ballot.closeAndConclude",
        "ballot.lastCall",
        "ballot.close",
        "ballot.cancel",
        "screen.show",
      ],
    }),
    link: live,
  },
  {
    name: "console-objections",
    view: consoleView({
      ...between,
      ballot: { stage: "declared", result: questionResult(consent) },
      lastResult: null,
      next: {
        kind: "integrate",
        question: round.question,
        asking: round.asking,
        options: [],
        rule: round.rule,
        secrecy: "public",
      },
      may: ["agenda.end", "ballot.annul", "ballot.ask", "screen.show"],
    }),
    link: live,
  },
];
