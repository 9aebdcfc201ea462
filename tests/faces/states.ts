import type { AnyView, Link } from "../../client/pages/index.ts";
import {
  adopted,
  agendaLines,
  agendaView,
  amendmentsView,
  amendmentView,
  ballotView,
  called,
  card,
  cast,
  delegateShell,
  noQuorum,
  noResult,
  nowView,
  openFacts,
  longRedline,
  rejected,
  sheet,
  text,
  voter,
} from "../support/assembly-views.ts";
import { consoleOpen, consoleText, consoleView, screenView } from "../support/console-views.ts";
import { shellOf, sundayMs } from "../support/views.ts";
import type { Face } from "./face.ts";
import { paperFaces } from "./paper-states.ts";

const offline: Link = { kind: "offline", sinceMs: sundayMs - 120_000 };
const live: Link = { kind: "live" };
const outside = shellOf({ gathering: null });
const line = { ...text, state: "tabled", mayWrite: false, mayAmend: true } as const;
const draft = { id: "t2", title: "Des lieux communs", state: "draft", mayWrite: true, mayAmend: false } as const;
const ending = {
  declarations: [],
  adopted: [],
  rejected: [text],
  undecided: [],
  journalCode: "K2M9-QX4T",
  closedAtMs: sundayMs,
};
const kept = {
  kind: "kept-vote",
  ballot: "s14",
  delegation: "d6",
  choice: "against",
  requestKey: "k",
  replaces: "",
  triedMs: sundayMs,
} as const;
const adoptedState = {
  state: "adopted",
  ballot: { number: 14, tally: adopted.result.figures.tally, rule: adopted.facts.rule },
} as const;
const refusedShell = {
  ...delegateShell(),
  refused: { code: "ballot-closed", words: "Le scrutin est clos. Ce bulletin n’a pas été compté." },
};

const table = {
  delegations: [
    { id: "d1", name: "Assemblée de Pont-Brizay", standing: null },
    { id: "d2", name: "Kerloc’h", standing: { receipt: "M4TQ-8E2N", writtenAtMs: sundayMs, entered: false } },
  ],
  requestKey: "k",
  confirm: null,
};

export const faces: readonly Face[] = [
  { name: "home-empty", view: { page: "home", shell: outside, gatherings: [] } as AnyView },
  {
    name: "home",
    view: {
      page: "home",
      shell: outside,
      gatherings: [
        { slug: "valbrune", name: "Rencontre de Valbrune", place: "Valbrune", firstDayMs: sundayMs, closed: false },
        { slug: "b", name: "Commune des Communes", place: "Commercy", firstDayMs: sundayMs, closed: true },
      ],
    } as AnyView,
  },
  { name: "enter", view: { page: "enter", shell: outside, code: "", next: null } as AnyView },
  {
    name: "enter-refused",
    view: {
      page: "enter",
      shell: { ...outside, refused: { code: "code-unknown", words: "Ce code n’ouvre aucune place. Relisez-le." } },
      code: "7F3K9",
      next: null,
    } as AnyView,
  },
  {
    name: "refusal",
    view: {
      page: "refusal",
      shell: shellOf({}),
      code: "not-allowed",
      words: "Votre rôle ne permet pas cet acte.",
      withCode: true,
      next: "/r/valbrune/accueil",
    } as AnyView,
  },
  { name: "now-discussion", view: nowView({ kind: "discussion", amendment: called }), link: live },
  { name: "now-scrutin", view: nowView({ kind: "ballot", card: card(voter()) }), link: live },
  {
    name: "now-scrutin-no-script",
    view: nowView({ kind: "ballot", card: card(voter()) }, { shell: { ...delegateShell(), encrypted: false } }),
  },
  {
    name: "now-scrutin-last-call",
    view: nowView({ kind: "ballot", card: card(voter(), { lastCall: true }) }),
    link: live,
  },
  { name: "now-scrutin-offline", view: nowView({ kind: "ballot", card: card(voter()) }), link: offline },
  {
    name: "now-scrutin-refused",
    view: nowView({ kind: "ballot", card: card(voter({ chosen: "for" })) }, { shell: refusedShell }),
    link: live,
  },
  { name: "now-depose", view: nowView({ kind: "ballot", card: card(voter({ cast: cast() })) }), link: live },
  {
    name: "now-depose-table",
    view: nowView({ kind: "ballot", card: card(voter({ cast: cast({ by: { name: "", me: false, teller: true } }) })) }),
    link: live,
  },
  {
    name: "now-confirm",
    view: nowView({
      kind: "ballot",
      card: card(voter({ cast: cast({ by: { name: "Dominique", me: false, teller: false } }), chosen: "against" })),
    }),
    link: live,
  },
  { name: "now-attente", view: nowView({ kind: "ballot", card: card(voter()) }), link: offline, own: kept },
  {
    name: "now-attente-first",
    view: nowView({ kind: "ballot", card: card(voter()) }),
    link: live,
    own: { ...kept, triedMs: null },
  },
  {
    name: "now-off-observer",
    view: nowView({ kind: "ballot", card: card({ kind: "off-roll", off: { why: "observer" } }) }),
    link: live,
  },
  {
    name: "now-off-late",
    view: nowView({ kind: "ballot", card: card({ kind: "off-roll", off: { why: "arrivedAfter", first: 15 } }) }),
    link: live,
  },
  {
    name: "now-public",
    view: nowView({ kind: "ballot", card: card({ kind: "public" }) }, { shell: shellOf({}), standing: null }),
    link: live,
  },
  {
    name: "now-resultat",
    view: nowView({ kind: "result", stage: { stage: "declared", result: adopted } }),
    link: live,
  },
  { name: "now-rejete", view: nowView({ kind: "result", stage: { stage: "declared", result: rejected } }), link: live },
  {
    name: "now-sans-resultat",
    view: nowView({ kind: "result", stage: { stage: "declared", result: noResult } }),
    link: live,
  },
  { name: "now-quorum", view: nowView({ kind: "result", stage: { stage: "declared", result: noQuorum } }), link: live },
  {
    name: "now-clos",
    view: nowView({ kind: "result", stage: { stage: "closed", facts: openFacts, result: adopted.result } }),
    link: live,
  },
  {
    name: "now-idle",
    view: nowView({ kind: "idle" }, { shell: shellOf({}), standing: null, item: null, texts: [line, draft] }),
  },
  {
    name: "now-item",
    view: nowView(
      { kind: "idle" },
      { item: { ...(agendaLines[4] ?? never()), state: "current" }, texts: [line, draft], standing: "absent" },
    ),
    link: live,
  },
  { name: "now-text", view: nowView({ kind: "text", text: line, waiting: 9 }), link: live },
  { name: "now-closed", view: nowView({ kind: "closed", ending }, { standing: null }), link: live },
  { name: "agenda", view: agendaView(), link: live },
  { name: "agenda-edit", view: agendaView({ mayEdit: true, texts: [text] }), link: live },
  { name: "agenda-empty", view: agendaView({ days: [] }), link: offline },
  {
    name: "ballot-declared",
    view: ballotView({
      stage: "declared",
      result: {
        ...adopted,
        silent: ["Kerloc’h", "Brémont", "Saint-Aubrac"],
        votes: [
          { delegation: "Assemblée de Pont-Brizay", choice: "for" },
          { delegation: "Liste citoyenne d’Orvelles", choice: "against" },
          { delegation: "Commune libre de Montferrage", choice: "for" },
        ],
      },
    }),
    link: live,
  },
  {
    name: "ballot-cancelled",
    view: ballotView({ stage: "cancelled", facts: openFacts, reason: "La question était mal posée." }),
    link: live,
  },
  {
    name: "ballot-table",
    view: { ...ballotView({ stage: "open", card: card({ kind: "public" }) }), table },
    link: live,
  },
  {
    name: "ballot-table-confirm",
    view: {
      ...ballotView({ stage: "open", card: card({ kind: "public" }) }),
      table: { ...table, confirm: { delegation: "d2", choice: "against" } },
    } as AnyView,
    link: live,
  },
  { name: "console", view: consoleView(), link: live },
  { name: "console-open", view: consoleOpen(), link: live },
  {
    name: "console-closed",
    view: consoleView({
      ballot: { stage: "closed", facts: openFacts, result: adopted.result, conflict: "ses mots ont changé" },
      may: ["ballot.conclude", "screen.show"],
    }),
    link: live,
  },
  { name: "console-declared", view: consoleView({ ballot: { stage: "declared", result: adopted } }), link: live },
  {
    name: "console-whole",
    view: consoleView({
      subject: { kind: "whole", text: { ...consoleText, alive: 0 } },
      callOrder: [],
      ballot: {
        stage: "prepared",
        id: "s15",
        number: 15,
        question: "Adoptez-vous l’ensemble ?",
        rule: openFacts.rule,
        enrolled: 168,
        present: 161,
      },
    }),
    link: offline,
  },
  {
    name: "console-nothing",
    view: consoleView({ subject: { kind: "none" }, text: null, callOrder: [], agenda: [], texts: [] }),
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
  { name: "screen-join", view: screenView({ kind: "join", next: agendaLines[1] ?? null }), link: live },
  { name: "screen-item", view: screenView({ kind: "item", item: agendaLines[1] ?? never() }), link: live },
  {
    name: "screen-text",
    view: screenView({ kind: "text", text: { ...text, version: 412, hash: called.hash }, waiting: 9 }),
    link: live,
  },
  { name: "screen-amendment", view: screenView({ kind: "amendment", amendment: called }), link: live },
  {
    name: "screen-amendment-long",
    view: screenView({ kind: "amendment", amendment: { ...called, redline: longRedline } }),
    link: live,
  },
  { name: "screen-stale", view: screenView({ kind: "amendment", amendment: called }), link: offline },
  { name: "screen-no-script", view: screenView({ kind: "amendment", amendment: called }) },
  {
    name: "screen-scrutin",
    view: screenView({ kind: "ballot", facts: openFacts, turnout: { voted: 143, present: 161 }, lastCall: false }),
    link: live,
  },
  {
    name: "screen-last-call",
    view: screenView({ kind: "ballot", facts: openFacts, turnout: { voted: 1, present: 161 }, lastCall: true }),
    link: live,
  },
  {
    name: "screen-resultat",
    view: screenView({ kind: "result", stage: { stage: "declared", result: adopted } }),
    link: live,
  },
  {
    name: "screen-quorum",
    view: screenView({ kind: "result", stage: { stage: "declared", result: noQuorum } }),
    link: live,
  },
  {
    name: "screen-cancelled",
    view: screenView({ kind: "result", stage: { stage: "cancelled", facts: openFacts, reason: null } }),
    link: live,
  },
  { name: "screen-closed", view: screenView({ kind: "closed", ending }), link: live },
  { name: "amendment", view: amendmentView(), link: live },
  {
    name: "amendment-adopted",
    view: amendmentView({
      amendment: sheet({ state: adoptedState, rationale: null, ballots: [{ id: "s14", number: 14 }] }),
      effects: [],
    }),
  },
  {
    name: "amendment-mine",
    view: amendmentView({
      may: { withdraw: true },
      effects: [],
      amendment: sheet({ state: { state: "submitted" }, rationaleErased: true, rationale: null }),
    }),
    link: offline,
  },
  { name: "amendments", view: amendmentsView(), link: live },
  { name: "amendments-empty", view: amendmentsView({ texts: [] }) },
  { name: "amendments-none", view: amendmentsView({ texts: [{ ...text, mayAmend: false, lines: [] }] }) },
  ...paperFaces,
];

function never(): never {
  throw new Error("no such line");
}
