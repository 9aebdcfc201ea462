import {
  chairSeat,
  codeSheetView,
  codesIssued,
  codesView,
  createView,
  delegationListRead,
  delegationListView,
  delegationDeskView,
  deskDelegation,
  deskRefused,
  deskView,
  enterView,
  gatheringsListed,
  homeView,
  meOfOrganiser,
  meView,
  refusalView,
  settingsView,
  welcomeView,
} from "../../support/desk-views.ts";
import { linked, live, type Face } from "../face.ts";

const [pontBrizay, montferrage] = deskView().lines;

const nothingToOpen = { allowed: null, codeForm: null } as const;

/** The entrance, the desk, the seats. */
export const deskFaces: readonly Face[] = [
  { name: "home", view: homeView(gatheringsListed) },
  { name: "home-empty", view: homeView([]) },
  { name: "enter", view: enterView() },
  { name: "enter-by-qr", view: enterView("7F3K9-2QD4M-X") },
  {
    name: "enter-refused",
    view: enterView("7F3K9", { code: "code-unknown", words: "Ce code n’ouvre aucune place. Relisez-le." }),
  },
  { name: "refusal", view: refusalView() },
  {
    name: "refusal-organiser",
    view: refusalView({
      shell: {
        ...refusalView().shell,
        me: { participant: "p1", name: "Maud", delegation: null, roles: ["organiser"] },
      },
      allowed: { action: "ballot.prepare", roles: ["chair", "secretary"] },
    }),
  },
  {
    name: "refusal-not-found",
    view: refusalView({ code: "not-found", words: "Cela n’existe pas dans cette rencontre.", ...nothingToOpen }),
  },
  {
    name: "refusal-seat-moved",
    view: refusalView({
      shell: { ...refusalView().shell, me: null },
      code: "seat-moved",
      words: "Place ouverte ailleurs. Entrez votre code.",
      allowed: null,
      codeForm: "first",
    }),
  },
  { name: "create", view: createView() },
  {
    name: "create-refused",
    view: createView({
      code: "malformed",
      words: "La demande est mal formée. Rien n’a été changé.",
      fields: { name: "Commune des Communes", place: "Commercy", firstDay: "", timeZone: "Europe/Paris" },
    }),
  },
  { name: "welcome", view: welcomeView() },
  { name: "welcome-without-code", view: welcomeView({ card: null }) },
  ...linked("me", meView()),
  { name: "me-organiser", view: meOfOrganiser(), link: live },
  {
    name: "me-no-role",
    view: meView({ seat: { participant: "p1", name: null, roles: [], code: "used" } }),
    link: live,
  },
  {
    name: "me-refused",
    view: meView({
      shell: { ...meView().shell, refused: { code: "try-again", words: "Réessayez\u202f: rien n’est perdu." } },
    }),
    link: live,
  },
  ...linked("settings", settingsView()),
  { name: "settings-nobody", view: settingsView({ seats: [], texts: [] }), link: live },
  {
    name: "settings-changed",
    view: settingsView({ facts: { ...settingsView().facts, draftPublic: true }, seats: [chairSeat] }),
    link: live,
  },
  {
    name: "settings-refused",
    view: settingsView({
      shell: {
        ...settingsView().shell,
        refused: { code: "malformed", words: "La demande est mal formée. Rien n’a été changé.", fields: { name: "" } },
      },
    }),
    link: live,
  },
  ...linked("codes", codesView()),
  { name: "codes-empty", view: codesView({ delegations: [], seats: [], texts: [] }), link: live },
  { name: "codes-issued", view: codesIssued(), link: live },
  {
    name: "codes-refused",
    view: codesView({
      shell: { ...codesView().shell, refused: { code: "not-allowed", words: "Votre rôle ne permet pas cet acte." } },
    }),
    link: live,
  },
  { name: "code-sheet", view: codeSheetView() },
  { name: "code-sheet-empty", view: codeSheetView({ cards: [] }) },
  ...linked("desk", deskView()),
  { name: "desk-empty", view: deskView({ lines: [], enrolled: 0, present: 0 }), link: live },
  { name: "desk-none-found", view: deskView({ lines: [], query: "Brém" }), link: live },
  {
    name: "desk-of-teller",
    view: deskView({ mayAdmit: false, query: "comm", lines: montferrage ? [montferrage] : [] }),
    link: live,
  },
  {
    name: "desk-arrived",
    view: deskView({ lines: pontBrizay ? [{ ...pontBrizay, state: "present" }] : [], present: 1, enrolled: 1 }),
    link: live,
  },
  { name: "desk-refused", view: deskRefused(), link: live },
  ...linked("delegation-desk", delegationDeskView()),
  {
    name: "delegation-desk-nobody",
    view: delegationDeskView({ delegates: [], alternates: [], holders: { delegations: [], delegates: [] } }),
    link: live,
  },
  {
    name: "delegation-desk-arrived",
    view: delegationDeskView({
      line: { ...deskDelegation, state: "present" },
      delegates: delegationDeskView().delegates.map((one) => ({ ...one, checkedIn: true })),
    }),
    link: live,
  },
  {
    name: "delegation-desk-carried",
    view: delegationDeskView({
      line: { ...deskDelegation, proxy: "d6" },
      mandate: { kind: "points", note: "Les articles 2 et 3\u202f; sur le reste, la délégation écoute." },
    }),
    link: live,
  },
  {
    name: "delegation-desk-withdrawn",
    view: delegationDeskView({ line: { ...deskDelegation, state: "withdrawn" } }),
    link: live,
  },
  { name: "delegation-desk-of-teller", view: delegationDeskView({ mayAdmit: false }), link: live },
  {
    name: "delegation-desk-refused",
    view: delegationDeskView({
      shell: {
        ...delegationDeskView().shell,
        refused: { code: "wrong-state", words: "Ce n’est plus possible\u202f: elle porte déjà deux procurations." },
      },
    }),
    link: live,
  },
  { name: "delegation-list", view: delegationListView() },
  { name: "delegation-list-read", view: delegationListRead(false) },
  { name: "delegation-list-faults", view: delegationListRead(true) },
  {
    name: "delegation-list-refused",
    view: delegationListView({
      shell: {
        ...delegationListView().shell,
        refused: { code: "too-large", words: "C’est trop long. Rien n’a été changé." },
      },
      typed: "Kerloc’h, 1, 0",
    }),
  },
];
