import type { ConsoleText, ConsoleView, ScreenView } from "../../shared/views/index.ts";
import { simpleMajority } from "../../shared/ballots/index.ts";
import { adopted, agendaLines, called, delegate, names, openFacts, redline, sheet, text } from "./assembly-views.ts";
import { callOrder } from "./running-order-views.ts";
import { shellOf, sundayMs } from "./views.ts";

/** The chair's console and the hall's screen, as plenary gives them. */
export const consoleText: ConsoleText = {
  ...text,
  state: "tabled",
  mayWrite: false,
  amending: null,
  version: 412,
  hash: called.hash,
  alive: 4,
  handedOver: false,
  may: [],
};

const saturday = agendaLines.map((item) => ({ ...item, id: `${item.id}-1`, day: 1, state: "planned" as const }));

export const consoleView = (more: Partial<ConsoleView> = {}): ConsoleView => ({
  page: "console",
  shell: shellOf({ path: "/tribune", me: { ...delegate, delegation: null, roles: ["chair"] } }),
  closed: false,
  days: [
    { day: 1, atMs: sundayMs - 24 * 3600 * 1000, items: saturday },
    { day: 2, atMs: sundayMs, items: agendaLines },
  ],
  today: 2,
  text: consoleText,
  callOrder,
  ordered: false,
  favourable: [],
  subject: {
    kind: "amendment",
    sheet: sheet({ redline }),
    identical: [],
    effects: [
      { kind: "falls", amendment: names.a31 },
      { kind: "satisfied", amendment: names.a29 },
    ],
    sinceMs: sundayMs - 240_000,
  },
  ballot: { stage: "none", enrolled: 168, present: 161, rule: simpleMajority },
  lastResult: adopted,
  lastAnnulled: null,
  next: null,
  screen: "auto",
  may: [
    "agenda.start",
    "agenda.end",
    "agenda.reserve",
    "amendment.call",
    "amendment.reserve",
    "amendment.notMoved",
    "ballot.ask",
    "ballot.open",
    "screen.show",
    "gathering.close",
  ],
  texts: [
    consoleText,
    {
      ...consoleText,
      id: "t2",
      title: "Des lieux communs",
      state: "draft",
      alive: 0,
      handedOver: true,
      may: ["text.table", "text.withdraw"],
    },
    { ...consoleText, id: "t3", title: "Appel aux communes", state: "adopted", alive: 0, may: ["declaration.publish"] },
  ],
  ...more,
});

export const consoleOpen = (more: Partial<ConsoleView> = {}): ConsoleView =>
  consoleView({
    ballot: {
      stage: "open",
      facts: openFacts,
      turnout: { voted: 143, present: 161 },
      lastCall: false,
      step: null,
      stations: [],
    },
    may: ["ballot.closeAndConclude", "ballot.lastCall", "ballot.close", "ballot.cancel", "screen.show"],
    ...more,
  });

export const screenView = (scene: ScreenView["scene"]): ScreenView => ({
  page: "screen",
  shell: shellOf({ path: "/ecran" }),
  scene,
  join: { url: "http://192.168.1.20:8080/" },
});
