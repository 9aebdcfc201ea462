import {
  declarationsView,
  declarationView,
  journalView,
  minutesView,
  nothingAdopted,
} from "../../support/paper-views.ts";
import { shellOf } from "../../support/views.ts";
import { linked, live, type Face } from "../face.ts";

const delegation = { id: "d1", name: "Assemblée de Pont-Brizay" };
const state = { kind: "adopted" } as const;
const refused = {
  code: "wrong-state",
  words: "Ce n’est plus possible\u202f: la déclaration est publiée.",
  fields: { reservation: "Sous réserve de notre assemblée." },
};
const unsigned = { state, signing: { delegation, mine: { kind: "none" } } } as const;
const tally = { for: 14, against: 128, abstention: 1, notTakingPart: 0 };

/** Declarations, minutes and journal: empty, refused, offline, before and after each act. */
export const paperFaces: readonly Face[] = [
  ...linked("declaration", declarationView()),
  { name: "declaration-no-script", view: declarationView() },
  {
    name: "declaration-rejected",
    view: declarationView({ state: { kind: "rejected" }, final: { ...declarationView().final, tally } }),
    link: live,
  },
  { name: "declaration-unsigned", view: declarationView({ ...unsigned, signatories: [] }), link: live },
  {
    name: "declaration-signed",
    view: declarationView({ state, signing: { delegation, mine: { kind: "signed", reservation: null } } }),
    link: live,
  },
  {
    name: "declaration-reserved",
    view: declarationView({ state, signing: { delegation, mine: { kind: "signed", reservation: "article\u00a04" } } }),
    link: live,
  },
  {
    name: "declaration-declined",
    view: declarationView({ state, signing: { delegation, mine: { kind: "declined" } } }),
    link: live,
  },
  {
    name: "declaration-secretary",
    view: declarationView({ state, behalf: [delegation, { id: "d2", name: "Kerloc’h" }] }),
    link: live,
  },
  { name: "declaration-to-publish", view: declarationView({ state, mayPublish: true }), link: live },
  {
    name: "declaration-refused",
    view: declarationView({ ...unsigned, shell: shellOf({ path: "/declarations/t1", refused }) }),
    link: live,
  },
  ...linked("declarations", declarationsView()),
  {
    name: "declarations-adopted",
    view: declarationsView({ published: [], adopted: [{ id: "t1", title: "Déclaration" }] }),
    link: live,
  },
  { name: "declarations-empty", view: declarationsView({ published: [], rejected: [] }), link: live },
  { name: "declarations-none", view: nothingAdopted(), link: live },
  ...linked("minutes", minutesView()),
  { name: "minutes-open", view: minutesView({ closedAtMs: null }), link: live },
  { name: "minutes-empty", view: minutesView({ days: [], entries: 0, closedAtMs: null }), link: live },
  ...linked("journal", journalView()),
  { name: "journal-first", view: journalView({ older: null, newer: 3 }), link: live },
  { name: "journal-empty", view: journalView({ entries: [], total: 0, older: null }), link: live },
];
