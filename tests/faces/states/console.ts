import type { AgendaLine, ConsoleView } from "../../../shared/views/index.ts";
import {
  blockItems,
  adopted,
  agendaLines,
  called,
  longRedline,
  noQuorum,
  openFacts,
  redlineWithContext,
  sheet,
  text,
} from "../../support/assembly-views.ts";
import { annulled, questions } from "../../support/question-views.ts";
import { consoleOpen, consoleText, consoleView, screenView } from "../../support/console-views.ts";
import { linked, live, offline, type Face } from "../face.ts";
import { sundayMs } from "../../support/views.ts";
import { ending } from "./moment.ts";

const [, item = never()] = agendaLines;
const between = {
  subject: { kind: "none" },
  ballot: { stage: "none", enrolled: 168, present: 161, rule: openFacts.rule },
} as const;
const reserved = (line: AgendaLine): AgendaLine => (line.state === "current" ? { ...line, state: "reserved" } : line);

/** The ballot on the whole is prepared. */
const whole = (more: Partial<ConsoleView> = {}): ConsoleView =>
  consoleView({
    subject: { kind: "whole", text: { ...consoleText, alive: 0 } },
    callOrder: [],
    ballot: {
      stage: "prepared",
      asking: { method: "yes-no" },
      options: [],
      id: "s15",
      number: 15,
      question: "Adoptez-vous l’ensemble\u202f?",
      rule: openFacts.rule,
      franchise: openFacts.franchise,
      secrecy: "public",
      enrolled: 168,
      present: 161,
    },
    ...more,
  });

const closed = (conflict: string | null): ConsoleView =>
  consoleView({
    ballot: { stage: "closed", facts: openFacts, result: adopted.result, conflict },
    may: ["ballot.conclude", "screen.show"],
  });

/** A question was annulled, and can be put again. */
const onceAnnulled = (more: Partial<ConsoleView>): ConsoleView =>
  consoleView({
    lastResult: null,
    lastAnnulled: { ...annulled, replacedBy: null },
    may: ["agenda.end", "ballot.again", "ballot.ask", "screen.show"],
    ...more,
  });

/** The chair's console: each act before and after. */
const consoleFaces: readonly Face[] = [
  ...linked("console", consoleView()),
  {
    name: "console-long",
    view: consoleView({
      subject: {
        kind: "amendment",
        sheet: sheet({ redline: [...redlineWithContext, ...longRedline] }),
        identical: [],
        effects: [],
        sinceMs: 0,
      },
    }),
    link: live,
  },
  ...questions.map(({ name, facts: { question, asking, options, rule } }) => ({
    name: `console-prepared-${name}`,
    view: consoleView({
      ...between,
      may: ["ballot.ask", "ballot.open", "ballot.cancel"],
      ballot: {
        stage: "prepared",
        id: "s15",
        number: 15,
        question,
        asking,
        options,
        rule,
        franchise: openFacts.franchise,
        secrecy: "public",
        enrolled: 168,
        present: 161,
      },
    }),
    link: live,
  })),
  {
    name: "console-prepared-secret",
    view: consoleView({
      ...between,
      shell: { ...consoleView().shell, encrypted: false },
      may: ["ballot.ask", "ballot.open", "ballot.cancel"],
      ballot: {
        stage: "prepared",
        id: "s15",
        number: 15,
        question: "Faut-il une prochaine rencontre\u202f?",
        asking: { method: "yes-no" },
        options: [],
        rule: openFacts.rule,
        franchise: openFacts.franchise,
        secrecy: "secret",
        enrolled: 168,
        present: 161,
      },
    }),
    link: live,
  },
  { name: "console-open", view: consoleOpen(), link: live },
  {
    name: "console-last-call",
    view: consoleOpen({
      ballot: {
        stage: "open",
        facts: openFacts,
        turnout: { voted: 160, present: 161 },
        lastCall: true,
        step: null,
        stations: [],
      },
      may: ["ballot.closeAndConclude", "ballot.close", "ballot.cancel", "screen.show"],
    }),
    link: live,
  },
  {
    name: "console-counting",
    view: consoleOpen({
      ballot: {
        stage: "open",
        facts: openFacts,
        turnout: { voted: 96, present: 161 },
        lastCall: false,
        step: null,
        stations: [
          { channel: "hands", zone: 1, present: 24, state: "agreed" },
          { channel: "hands", zone: 2, present: 31, state: "differing" },
          { channel: "hands", zone: 3, present: 6, state: "entered-once" },
          { channel: "paper", zone: 1, present: 4, state: "awaited" },
        ],
      },
      may: ["ballot.lastCall", "ballot.cancel", "screen.show"],
    }),
    link: live,
  },
  {
    name: "console-counted",
    view: consoleOpen({
      ballot: {
        stage: "open",
        facts: openFacts,
        turnout: { voted: 155, present: 161 },
        lastCall: true,
        step: null,
        stations: [{ channel: "hands", zone: 1, present: 24, state: "agreed" }],
      },
      may: ["ballot.close", "ballot.cancel", "screen.show"],
    }),
    link: live,
  },
  { name: "console-closed", view: closed(null), link: live },
  { name: "console-conflict", view: closed("ses mots ont changé"), link: live },
  { name: "console-declared", view: consoleView({ ballot: { stage: "declared", result: adopted } }), link: live },
  { name: "console-no-quorum", view: consoleView({ ballot: { stage: "declared", result: noQuorum } }), link: live },
  {
    name: "console-answer",
    view: consoleView({
      ...between,
      ballot: { stage: "declared", result: annulled.result },
      lastResult: null,
      may: ["agenda.end", "ballot.annul", "ballot.ask", "screen.show"],
    }),
    link: live,
  },
  { name: "console-annulled", view: onceAnnulled(between), link: live },
  { name: "console-annulled-secretary", view: onceAnnulled({ ...between, may: [] }), link: live },
  {
    name: "console-annulled-amendment",
    view: onceAnnulled({
      lastAnnulled: { ...annulled, declared: false, replacedBy: null, result: { ...noQuorum, consequences: [] } },
      may: ["amendment.reserve", "amendment.notMoved", "ballot.again", "ballot.ask", "screen.show"],
    }),
    link: live,
  },
  { name: "console-whole", view: whole(), link: live },
  {
    name: "console-whole-to-come",
    view: whole({ ballot: { stage: "none", enrolled: 168, present: 161, rule: openFacts.rule } }),
    link: live,
  },
  { name: "console-between", view: consoleView(between), link: live },
  {
    name: "console-untabled",
    view: consoleView({
      ...between,
      text: null,
      callOrder: [],
      texts: [{ ...consoleText, state: "draft", alive: 0, handedOver: true, may: ["text.table", "text.withdraw"] }],
    }),
    link: live,
  },
  {
    name: "console-tabled",
    view: consoleView({
      ...between,
      callOrder: [],
      texts: [{ ...consoleText, alive: 0, may: ["text.untable", "text.withdraw"] }],
    }),
    link: live,
  },
  {
    name: "console-published",
    view: consoleView({ ...between, callOrder: [], texts: [{ ...consoleText, state: "published", alive: 0 }] }),
    link: live,
  },
  {
    name: "console-nothing",
    view: consoleView({ ...between, text: null, callOrder: [], days: [], today: null, lastResult: null, texts: [] }),
    link: live,
  },
  {
    name: "console-reserved",
    view: consoleView({
      ...between,
      text: null,
      callOrder: [],
      days: [{ day: 2, atMs: sundayMs, items: agendaLines.map(reserved) }],
    }),
    link: live,
  },
  { name: "console-screen-text", view: consoleView({ screen: "text" }), link: live },
  {
    name: "console-gathering-closed",
    view: consoleView({ closed: true, may: [], texts: [{ ...consoleText, state: "published", alive: 0 }] }),
    link: live,
  },
  { name: "console-secretary", view: consoleView({ may: [], texts: [] }), link: live },
  {
    name: "console-refused",
    view: consoleView({
      shell: { ...consoleView().shell, refused: { code: "ballot-open", words: "Un scrutin est déjà ouvert." } },
    }),
    link: live,
  },
];

/** The hall's screen, scene by scene. */
const screenFaces: readonly Face[] = [
  { name: "screen-block", view: screenView({ kind: "block", items: blockItems }), link: live },
  {
    name: "screen-block-many",
    view: screenView({ kind: "block", items: [...blockItems, ...blockItems, ...blockItems] }),
    link: live,
  },
  {
    name: "console-block",
    view: consoleView({
      subject: { kind: "block", items: blockItems, sinceMs: sundayMs },
      callOrder: [],
      may: ["ballot.prepare", "ballot.open", "ballot.ask", "amendment.reserve", "screen.show"],
    }),
    link: live,
  },
  {
    name: "console-together",
    view: consoleView({ ...between, may: ["amendment.call", "amendment.callTogether", "screen.show"] }),
    link: live,
  },
  ...linked("screen-amendment", screenView({ kind: "amendment", amendment: called })),
  { name: "screen-join", view: screenView({ kind: "join", next: item }), link: live },
  { name: "screen-join-nothing", view: screenView({ kind: "join", next: null }), link: live },
  { name: "screen-item", view: screenView({ kind: "item", item }), link: live },
  {
    name: "screen-text",
    view: screenView({ kind: "text", text: { ...text, version: 412, hash: called.hash }, waiting: 9 }),
    link: live,
  },
  {
    name: "screen-amendment-long",
    view: screenView({ kind: "amendment", amendment: { ...called, redline: longRedline } }),
    link: live,
  },
  { name: "screen-no-script", view: screenView({ kind: "amendment", amendment: called }) },
  {
    name: "screen-scrutin",
    view: screenView({
      kind: "ballot",
      facts: openFacts,
      turnout: { voted: 143, present: 161 },
      lastCall: false,
      step: null,
    }),
    link: live,
  },
  {
    name: "screen-secret",
    view: screenView({
      kind: "ballot",
      facts: { ...openFacts, secrecy: "secret" },
      turnout: { voted: 143, present: 161 },
      lastCall: false,
      step: null,
    }),
    link: live,
  },
  {
    name: "screen-last-call",
    view: screenView({
      kind: "ballot",
      facts: openFacts,
      turnout: { voted: 1, present: 161 },
      lastCall: true,
      step: null,
    }),
    link: offline,
  },
  {
    name: "screen-resultat",
    view: screenView({ kind: "result", stage: { stage: "declared", result: adopted }, published: null }),
    link: live,
  },
  {
    name: "screen-clos",
    view: screenView({
      kind: "result",
      stage: { stage: "closed", facts: openFacts, result: adopted.result },
      published: null,
    }),
    link: live,
  },
  {
    name: "screen-quorum",
    view: screenView({ kind: "result", stage: { stage: "declared", result: noQuorum }, published: null }),
    link: live,
  },
  {
    name: "screen-published",
    view: screenView({
      kind: "result",
      stage: { stage: "declared", result: adopted },
      published: { title: "Déclaration de Valbrune", url: "http://192.168.1.20:8080/r/valbrune/declarations/t1" },
    }),
    link: live,
  },
  {
    name: "screen-annulled-long",
    view: screenView({
      kind: "result",
      stage: { stage: "annulled", ...annulled, reason: "La majorité lue n’était pas la bonne. ".repeat(13) },
      published: null,
    }),
    link: live,
  },
  {
    name: "screen-annulled",
    view: screenView({ kind: "result", stage: { stage: "annulled", ...annulled }, published: null }),
    link: live,
  },
  {
    name: "screen-cancelled",
    view: screenView({
      kind: "result",
      stage: { stage: "cancelled", facts: openFacts, reason: null },
      published: null,
    }),
    link: live,
  },
  { name: "screen-closed", view: screenView({ kind: "closed", ending }), link: live },
  {
    name: "screen-closed-published",
    view: screenView({ kind: "closed", ending: { ...ending, declarations: [text], rejected: [] } }),
    link: live,
  },
];

export const hallFaces: readonly Face[] = [...consoleFaces, ...screenFaces];

function never(): never {
  throw new Error("no such line");
}
