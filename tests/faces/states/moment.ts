import type { AnnulOffer, NowView } from "../../../shared/views/index.ts";
import {
  blockFacts,
  blockItems,
  adopted,
  agendaLines,
  agendaView,
  ballotView,
  called,
  card,
  cast,
  delegate,
  delegateShell,
  longRedline,
  noQuorum,
  noResult,
  nowView,
  openFacts,
  rejected,
  text,
  voter,
  names,
} from "../../support/assembly-views.ts";
import { annulled, replacing } from "../../support/question-views.ts";
import { shellOf, sundayMs } from "../../support/views.ts";
import { linked, live, offline, type Face } from "../face.ts";

const line = { ...text, state: "tabled", mayWrite: false, amending: "open" } as const;
const draft = { id: "t2", title: "Des lieux communs", state: "draft", mayWrite: true, amending: null } as const;
/** What a chair reads before annulling. */
const leavingText: AnnulOffer = {
  consequences: [
    { kind: "leaves", amendment: names.a27 },
    { kind: "live", amendment: names.a31 },
    { kind: "altered", amendment: names.a34 },
  ],
  refused: null,
};
const neededByAnother =
  "L’amendement\u00a034, adopté depuis, ne tient pas sans ces mots. Annulez d’abord le scrutin qui l’a adopté.";
const annullable = (annul: AnnulOffer) => ballotView({ stage: "declared", result: adopted, annul });

export const ending = {
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
const refused = { code: "ballot-closed", words: "Le scrutin est clos. Ce bulletin n’a pas été compté." };
const longName = "Rencontre des assemblées populaires et des communes libres de Valbrune";

const open = (mine: Parameters<typeof card>[0], more: Partial<NowView> = {}): NowView =>
  nowView({ kind: "ballot", card: card(mine) }, more);
const byOther = cast({ by: { name: "Dominique", me: false, teller: false } });

const organiser = { participant: "p0", name: "Claude", delegation: null, roles: ["organiser"] };
const tellers = {
  participant: "p3",
  name: "Table",
  delegation: null,
  roles: ["teller"],
};
/** The same ballot, secret: before the vote, in the urn, counted, and with traces left on the disk. */
const secretFacts = { ...openFacts, secrecy: "secret" } as const;
const secretly = (mine: Parameters<typeof card>[0]): NowView =>
  nowView({ kind: "ballot", card: card(mine, { facts: secretFacts }) });
const secretResult = {
  ...adopted,
  facts: secretFacts,
  mine: null,
  votes: null,
  silent: ["Kerloc’h"],
  absent: ["Brémont"],
};

const asVoter = voter();

const current = agendaLines.find(({ kind }) => kind === "meal");

/** "Maintenant", the page of a ballot, and the programme. */
const all: readonly Face[] = [
  ...linked("now-scrutin", open(voter())),
  {
    name: "now-chair",
    view: nowView(
      { kind: "discussion", amendment: called },
      {
        console: true,
        standing: null,
        shell: { ...delegateShell(), me: { ...delegate, delegation: null, roles: ["chair"] } },
      },
    ),
    link: live,
  },
  { name: "now-block", view: nowView({ kind: "block", items: blockItems, asking: "d6" }), link: live },
  {
    name: "now-block-taken-out",
    view: nowView({ kind: "block", items: blockItems.slice(1), asking: "d6" }),
    link: live,
  },
  {
    name: "now-scrutin-block",
    view: nowView({ kind: "ballot", card: card(voter(), { facts: blockFacts }) }),
    link: live,
  },
  {
    name: "ballot-block",
    view: ballotView({ stage: "declared", result: { ...adopted, facts: blockFacts } }),
    link: live,
  },
  { name: "now-discussion", view: nowView({ kind: "discussion", amendment: called }), link: live },
  {
    name: "now-discussion-long",
    view: nowView({ kind: "discussion", amendment: { ...called, redline: longRedline } }),
    link: live,
  },
  { name: "now-scrutin-no-script", view: open(voter(), { shell: { ...delegateShell(), encrypted: false } }) },
  {
    name: "now-scrutin-plain-network",
    view: open(voter(), {
      shell: {
        ...delegateShell(),
        encrypted: false,
        gathering: { slug: "valbrune", name: longName, language: "fr", timeZone: "Europe/Paris" },
      },
    }),
    link: live,
  },
  {
    name: "now-scrutin-last-call",
    view: nowView({ kind: "ballot", card: card(voter(), { lastCall: true }) }),
    link: live,
  },
  {
    name: "now-scrutin-refused",
    view: open(voter({ chosen: "for" }), { shell: { ...delegateShell(), refused } }),
    link: live,
  },
  { name: "now-secret", view: secretly(voter()), link: live },
  { name: "now-secret-depose", view: secretly(voter({ cast: cast({ choice: null }) })), link: live },
  { name: "now-depose", view: open(voter({ cast: cast() })), link: live },
  {
    name: "now-depose-table",
    view: open(voter({ cast: cast({ by: { name: "", me: false, teller: true } }) })),
    link: live,
  },
  { name: "now-depose-other", view: open(voter({ cast: byOther })), link: live },
  { name: "now-confirm", view: open(voter({ cast: byOther, chosen: "against" })), link: live },
  { name: "now-attente", view: open(voter()), link: offline, own: kept },
  { name: "now-attente-first", view: open(voter()), link: live, own: { ...kept, triedMs: null } },
  { name: "now-by-hand", view: open({ kind: "by-hand", channel: "hands", zone: 2 }), link: live },
  { name: "now-by-table", view: open({ kind: "by-hand", channel: "paper", zone: null }), link: live },
  { name: "now-off-observer", view: open({ kind: "off-roll", off: { why: "observer" } }), link: live },
  { name: "now-off-late", view: open({ kind: "off-roll", off: { why: "arrivedAfter", first: 15 } }), link: live },
  { name: "now-off-admitted", view: open({ kind: "off-roll", off: { why: "admittedAfter", first: 15 } }), link: live },
  { name: "now-off-withdrawn", view: open({ kind: "off-roll", off: { why: "withdrawn" } }), link: live },
  {
    name: "now-by-proxy",
    view: open({
      ...asVoter,
      line: { voter: "d2", name: "Kerloc’h", carried: true, splits: null },
      others: [{ ...asVoter.line, voted: true }],
      mandate: { kind: "points", note: "les articles\u00a02 et\u00a03" },
    }),
    link: live,
  },
  {
    name: "now-split",
    view: open({ ...asVoter, line: { ...asVoter.line, splits: 3 }, chosen: "for*2,against*1" }),
    link: live,
  },
  {
    name: "now-cast-carrying",
    view: open({
      ...asVoter,
      cast: cast(),
      others: [
        { voter: "d2", name: "Kerloc’h", carried: true, splits: null, voted: false },
        { voter: "d3", name: "Brémont", carried: true, splits: null, voted: true },
      ],
    }),
    link: live,
  },
  {
    name: "now-off-represented",
    view: open({ kind: "off-roll", off: { why: "represented", by: "Assemblée de Pont-Brizay" } }),
    link: live,
  },
  { name: "now-off-away", view: open({ kind: "off-roll", off: { why: "away", first: 15 } }), link: live },
  { name: "now-public", view: open({ kind: "public" }, { shell: shellOf({}), standing: null }), link: live },
  {
    name: "now-teller",
    view: open({ kind: "off-roll", off: { why: "noDelegation" } }, { shell: shellOf({ me: tellers }) }),
    link: live,
  },
  {
    name: "now-resultat",
    view: nowView({ kind: "result", stage: { stage: "declared", result: adopted } }),
    link: live,
  },
  {
    name: "now-adopted-to-sign",
    view: nowView(
      { kind: "result", stage: { stage: "declared", result: adopted } },
      { declarations: [{ id: "t1", title: "Déclaration de Valbrune", state: "adopted", maySign: true }] },
    ),
    link: live,
  },
  {
    name: "now-published",
    view: nowView(
      { kind: "idle" },
      { declarations: [{ id: "t1", title: "Déclaration de Valbrune", state: "published", maySign: false }] },
    ),
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
    name: "now-nothing",
    view: nowView({ kind: "idle" }, { shell: shellOf({}), standing: null, item: null, next: null }),
    link: live,
  },
  {
    name: "now-step",
    view: nowView({ kind: "idle" }, { standing: null, item: null, step: "admit", shell: shellOf({ me: organiser }) }),
    link: live,
  },
  {
    name: "now-item",
    view: nowView(
      { kind: "idle" },
      { item: current ? { ...current, state: "current" } : null, texts: [line, draft], standing: "absent" },
    ),
    link: live,
  },
  { name: "now-text", view: nowView({ kind: "text", text: line, waiting: 9 }), link: live },
  {
    name: "now-text-public",
    view: nowView(
      { kind: "text", text: { ...line, amending: null }, waiting: 0 },
      { shell: shellOf({}), standing: null },
    ),
    link: live,
  },
  { name: "now-closed", view: nowView({ kind: "closed", ending }, { standing: null }), link: live },
  ...linked("ballot-open", ballotView({ stage: "open", card: card(voter()) })),
  { name: "ballot-cast", view: ballotView({ stage: "open", card: card(voter({ cast: cast() })) }), link: live },
  {
    name: "ballot-refused",
    view: {
      ...ballotView({ stage: "open", card: card(voter({ chosen: "for" })) }),
      shell: { ...delegateShell("/scrutins/14"), refused },
    },
    link: live,
  },
  {
    name: "ballot-closed",
    view: ballotView({ stage: "closed", facts: openFacts, result: adopted.result }),
    link: live,
  },
  {
    name: "ballot-declared",
    view: ballotView({
      stage: "declared",
      result: {
        ...adopted,
        silent: ["Kerloc’h", "Brémont", "Saint-Aubrac"],
        absent: ["Commune libre de Montferrage", "Orvelles"],
        votes: [
          { voter: "Assemblée de Pont-Brizay", choice: "for" },
          { voter: "Liste citoyenne d’Orvelles", choice: "against" },
          { voter: "Commune libre de Montferrage", choice: "for" },
        ],
      },
    }),
    link: live,
  },
  { name: "ballot-secret", view: ballotView({ stage: "declared", result: secretResult }), link: live },
  {
    name: "ballot-secret-traces",
    view: ballotView({ stage: "closed", facts: { ...secretFacts, tracesLeft: true }, result: adopted.result }),
    link: live,
  },
  {
    name: "ballot-cancelled",
    view: ballotView({ stage: "cancelled", facts: openFacts, reason: "La question était mal posée." }),
    link: live,
  },
  { name: "ballot-annul", view: annullable(leavingText), link: live },
  {
    name: "ballot-annul-refused",
    view: annullable({ consequences: [], refused: neededByAnother }),
    link: live,
  },
  {
    name: "ballot-annulled-amendment",
    view: ballotView({
      stage: "annulled",
      reason: "Deux mandats avaient été comptés deux fois.",
      declared: true,
      replacedBy: null,
      result: { ...adopted, consequences: leavingText.consequences },
    }),
    link: live,
  },
  { name: "ballot-annulled", view: ballotView({ stage: "annulled", ...annulled }), link: live },
  {
    name: "ballot-annulled-count",
    view: ballotView({ stage: "annulled", ...annulled, declared: false, replacedBy: null, reason: null }),
    link: live,
  },
  { name: "now-annulled", view: nowView({ kind: "result", stage: { stage: "annulled", ...annulled } }), link: live },
  { name: "ballot-replacing", view: ballotView({ stage: "declared", result: replacing }), link: live },
  {
    name: "now-replacing",
    view: nowView({ kind: "ballot", card: card(voter(), { facts: { ...openFacts, number: 15, replaces: 14 } }) }),
    link: live,
  },
  ...linked("agenda", agendaView()),
  { name: "agenda-edit", view: agendaView({ mayEdit: true, texts: [text] }), link: live },
  {
    name: "agenda-edited",
    view: agendaView({ mayEdit: true, texts: [text], days: agendaView().days.slice(0, 1) }),
    link: live,
  },
  {
    name: "agenda-refused",
    view: agendaView({
      mayEdit: true,
      texts: [text],
      shell: shellOf({
        path: "/programme",
        refused: { code: "wrong-state", words: "Ce n’est plus possible\u202f: ce point est terminé." },
      }),
    }),
    link: live,
  },
  { name: "agenda-empty", view: agendaView({ days: [] }), link: live },
];

/** What a phone shows of a ballot, from the discussion to the result, is seen at one glance. */
const atOneGlance =
  /^now-(?:discussion|scrutin(?:|-loading|-offline|-plain-network|-no-script|-last-call)|depose|depose-other|depose-table|confirm|attente|attente-first|resultat|rejete|quorum)$/u;

/** "Maintenant", the page of a ballot, and the programme. */
export const momentFaces: readonly Face[] = all.map((face) =>
  atOneGlance.test(face.name) ? { ...face, fits: true } : face,
);
