import { declarationsView, declarationView, journalView, minutesView, nothingAdopted } from "../support/paper-views.ts";
import { shellOf, sundayMs } from "../support/views.ts";
import type { Face } from "./face.ts";

const delegation = { id: "d1", name: "Assemblée de Pont-Brizay" };
const state = { kind: "adopted" } as const;
const refused = {
  code: "wrong-state",
  words: "Ce n’est plus possible : la déclaration est publiée.",
  fields: { reservation: "Sous réserve de notre assemblée." },
};
const offline = { kind: "offline", sinceMs: sundayMs - 120_000 } as const;
const tally = { for: 14, against: 128, abstention: 1, notTakingPart: 0 };

/** Declarations, minutes and journal: empty, refused, offline, before and after each act. */
export const paperFaces: readonly Face[] = [
  { name: "declaration", view: declarationView() },
  { name: "declaration-live", view: declarationView(), link: { kind: "live" } },
  { name: "declaration-offline", view: declarationView(), link: offline },
  {
    name: "declaration-rejected",
    view: declarationView({ state: { kind: "rejected" }, final: { ...declarationView().final, tally } }),
  },
  {
    name: "declaration-unsigned",
    view: declarationView({ state, signing: { delegation, mine: { kind: "none" } }, signatories: [] }),
  },
  {
    name: "declaration-signed",
    view: declarationView({ state, signing: { delegation, mine: { kind: "signed", reservation: null } } }),
  },
  {
    name: "declaration-reserved",
    view: declarationView({ state, signing: { delegation, mine: { kind: "signed", reservation: "article 4" } } }),
  },
  {
    name: "declaration-declined",
    view: declarationView({ state, signing: { delegation, mine: { kind: "declined" } } }),
  },
  {
    name: "declaration-secretary",
    view: declarationView({ state, behalf: [delegation, { id: "d2", name: "Kerloc’h" }] }),
  },
  {
    name: "declaration-refused",
    view: declarationView({
      shell: shellOf({ path: "/declarations/t1", refused }),
      state,
      signing: { delegation, mine: { kind: "none" } },
    }),
  },
  { name: "declarations", view: declarationsView() },
  {
    name: "declarations-adopted",
    view: declarationsView({ published: [], adopted: [{ id: "t1", title: "Déclaration" }] }),
  },
  { name: "declarations-empty", view: declarationsView({ published: [], rejected: [] }) },
  { name: "declarations-none", view: nothingAdopted() },
  { name: "minutes", view: minutesView() },
  { name: "minutes-open", view: minutesView({ closedAtMs: null }), link: { kind: "live" } },
  { name: "minutes-empty", view: minutesView({ days: [], entries: 0, closedAtMs: null }) },
  { name: "minutes-offline", view: minutesView(), link: offline },
  { name: "journal", view: journalView() },
  { name: "journal-first", view: journalView({ older: null, newer: 3 }), link: { kind: "live" } },
  { name: "journal-empty", view: journalView({ entries: [], total: 0, older: null }) },
  { name: "journal-offline", view: journalView(), link: offline },
];
