import type {
  AgendaLine,
  AgendaView,
  AmendmentName,
  AmendmentSheet,
  AmendmentView,
  BallotCard,
  BallotFacts,
  BallotView,
  BlockItem,
  CalledAmendment,
  Me,
  MyVote,
  NowView,
  ProseBlock,
  ProseRun,
  ResultView,
} from "../../shared/views/index.ts";
import {
  decide,
  simpleMajority,
  twoThirdsOfExpressed,
  usualFranchise,
  type Tally,
} from "../../shared/ballots/index.ts";
import { shellOf, sundayMs } from "./views.ts";

/** Sample views of a plenary, as the rooms give them: Valbrune on Sunday morning, amendment 27. */

const run = (text: string, change: ProseRun["change"] = null): ProseRun => ({
  text,
  strong: false,
  em: false,
  href: null,
  change,
});

const paragraph = (number: number | null, change: ProseBlock["change"], runs: readonly ProseRun[]): ProseBlock => ({
  kind: "paragraph",
  id: `b${number ?? "new"}`,
  number,
  depth: 0,
  ordinal: null,
  preamble: false,
  change,
  runs,
});

export const redline: readonly ProseBlock[] = [
  paragraph(4, "changed", [
    run("Chaque commune "),
    run("peut ouvrir", "deleted"),
    run(" "),
    run("ouvre, dans l’année,", "inserted"),
    run(" une maison du peuple, gérée par celles et ceux qui l’utilisent "),
    run("et dotée par le budget communal", "inserted"),
    run("."),
  ]),
];

export const redlineWithContext: readonly ProseBlock[] = [
  { kind: "article", id: "a2", number: 2, change: "context", runs: [run("Des biens communs")] },
  ...redline,
  paragraph(5, "context", [
    run("L’eau, les terres nourricières, les forêts et les lieux de réunion ne se vendent pas."),
  ]),
  paragraph(null, "new", [
    run("Une caisse commune, alimentée à prix libre, aide les communes qui manquent de lieux.", "inserted"),
  ]),
  paragraph(6, "deleted", [
    run(
      "Les communes se lient par des coordinations sans chef. Aucune ne parle au nom des autres sans mandat.",
      "deleted",
    ),
  ]),
];

export const names = {
  a27: { id: "am27", number: 27, label: "27", delegation: "Assemblée de Pont-Brizay" },
  /** A sub-amendment to it. */
  s27: { id: "am27-1", number: 27, sub: 1, label: "27-1", delegation: "Liste citoyenne d’Orvelles" },
  a29: { id: "am29", number: 29, label: "29", delegation: "Collectif des Trois-Rives" },
  a31: { id: "am31", number: 31, label: "31", delegation: "Liste citoyenne d’Orvelles" },
  a34: { id: "am34", number: 34, label: "34", delegation: "Comité du quartier des Tanneries" },
} as const satisfies Readonly<Record<string, AmendmentName>>;

export const delegate: Me = {
  participant: "p1",
  name: "Camille",
  delegation: { id: "d6", name: "Commune libre de Montferrage" },
  roles: ["delegate"],
};

export const delegateShell = (path = "/") => shellOf({ path, me: delegate });

export const called: CalledAmendment = {
  ...names.a27,
  identical: [],
  text: { id: "t1", title: "Déclaration de Valbrune", version: 412 },
  place: { article: 2, paragraph: 4, after: false },
  redline,
  hash: "3e07c9d2a1".padEnd(64, "0"),
  sinceMs: sundayMs - 240_000,
};

const line = (facts: Partial<AgendaLine> & Pick<AgendaLine, "id" | "title">): AgendaLine => ({
  kind: "plenary",
  day: 2,
  dayMs: sundayMs,
  startMinutes: null,
  endMinutes: null,
  note: null,
  state: "planned",
  text: null,
  ...facts,
});

export const text = { id: "t1", title: "Déclaration de Valbrune" } as const;

export const agendaLines: readonly AgendaLine[] = [
  line({ id: "i1", title: "Suite des ateliers", kind: "groups", startMinutes: 570, endMinutes: 690, state: "done" }),
  line({
    id: "i2",
    title: "Plénière\u202f: la déclaration",
    startMinutes: 690,
    endMinutes: 750,
    state: "current",
    text,
  }),
  line({ id: "i3", title: "Vote sur l’ensemble", kind: "vote", startMinutes: 730, text }),
  line({ id: "i4", title: "Tour des initiatives locales", kind: "round", state: "reserved" }),
  line({
    id: "i5",
    title: "Repas, cantine à prix libre",
    kind: "meal",
    startMinutes: 750,
    note: "Chacun apporte à manger\u202f; les boîtes sont à l’entrée.",
  }),
];

const gist = "«\u202fouvre, dans l’année, et dotée par le budget communal\u202f» au lieu de «\u202fpeut ouvrir\u202f»";

const facts = (more: Partial<BallotFacts> = {}): BallotFacts => ({
  id: "s14",
  number: 14,
  code: "7F3K-92QD",
  hash: "7f3k92qd".padEnd(64, "0"),
  subject: { kind: "amendment", amendments: [names.a27], place: called.place, gist },
  question: "Adoptez-vous l’amendement\u00a027\u202f?",
  asking: { method: "yes-no" },
  options: [],
  rule: twoThirdsOfExpressed,
  franchise: usualFranchise,
  secrecy: "public",
  tracesLeft: false,
  replaces: null,
  openedAtMs: sundayMs - 60_000,
  enrolled: 168,
  present: 161,
  ...more,
});

export const openFacts = facts();

/** Three that are called together, one of them twice submitted. */
export const blockItems: readonly BlockItem[] = [
  { amendments: [names.a27], place: called.place, gist },
  {
    amendments: [names.a29, names.a31],
    place: called.place,
    gist: "supprime «\u202fdans la mesure du possible\u202f»",
  },
  {
    amendments: [names.a34],
    place: called.place,
    gist: "ajoute un alinéa\u202f: «\u202fLes comptes sont publics.\u202f»",
  },
];
export const blockFacts = facts({
  subject: { kind: "block", items: blockItems },
  question: "Adoptez-vous en bloc les amendements\u00a027, 29, 31, 34\u202f?",
});

type Voter = Extract<MyVote, { kind: "voter" }>;

export const voter = (more: Partial<Voter> = {}): Voter => ({
  kind: "voter",
  delegation: { id: "d6", name: "Commune libre de Montferrage" },
  line: { voter: "d6", name: "Commune libre de Montferrage", carried: false, splits: null },
  others: [],
  mandate: null,
  requestKey: "k-server-made",
  cast: null,
  chosen: null,
  reasons: {},
  ...more,
});

export const cast = (more: Partial<NonNullable<Extract<MyVote, { kind: "voter" }>["cast"]>> = {}) => ({
  choice: "for" as const,
  reason: null,
  receipt: "M4TQ-8E2N",
  writtenAtMs: sundayMs,
  by: { name: "Camille", me: true, teller: false },
  ...more,
});

export const card = (mine: MyVote, more: Partial<BallotCard> = {}): BallotCard => ({
  facts: facts(),
  turnout: { voted: 143, present: 161 },
  lastCall: false,
  step: null,
  mine,
  ...more,
});

const figures = (tally: Tally, present = 161) => {
  const expressed = tally.for + tally.against;
  const cast = expressed + tally.abstention;
  const voted = cast + tally.notTakingPart;
  return { enrolled: 168, present, voted, expressed, cast, silent: present - voted, tally };
};

const resultOf = (
  tally: Tally,
  more: Partial<ResultView> = {},
  rule = twoThirdsOfExpressed,
  present = 161,
): ResultView => ({
  facts: facts({ rule }),
  result: decide(rule, figures(tally, present)),
  closedAtMs: sundayMs + 60_000,
  declaredAtMs: sundayMs + 60_000,
  mine: "for",
  consequences: [],
  reasons: [],
  silent: [],
  absent: [],
  counts: [],
  votes: null,
  ...more,
});

export const adopted = resultOf(
  { for: 104, against: 38, abstention: 12, notTakingPart: 4 },
  {
    consequences: [
      { kind: "fallen", amendment: names.a31 },
      { kind: "called", amendment: names.a34 },
    ],
  },
);
export const rejected = resultOf({ for: 88, against: 54, abstention: 12, notTakingPart: 4 });
export const noResult = resultOf(
  { for: 0, against: 0, abstention: 12, notTakingPart: 4 },
  { mine: null },
  simpleMajority,
);
export const noQuorum = resultOf(
  { for: 40, against: 12, abstention: 0, notTakingPart: 0 },
  { mine: null },
  { ...simpleMajority, quorum: { of: "present", fraction: { strictly: false, numerator: 1, denominator: 2 } } },
  60,
);

export const nowView = (moment: NowView["moment"], more: Partial<NowView> = {}): NowView => ({
  page: "now",
  shell: delegateShell(),
  moment,
  item: agendaLines[1] ?? null,
  next: agendaLines[2] ?? null,
  standing: "votes",
  step: null,
  console: false,
  texts: [],
  declarations: [],
  ...more,
});

export const ballotView = (ballot: BallotView["ballot"]): BallotView => ({
  page: "ballot",
  shell: delegateShell("/scrutins/14"),
  ballot,
});

export const agendaView = (more: Partial<AgendaView> = {}): AgendaView => ({
  page: "agenda",
  shell: shellOf({ path: "/programme" }),
  days: [
    {
      day: 1,
      atMs: sundayMs - 86_400_000,
      items: [line({ id: "i0", title: "Accueil, café", day: 1, startMinutes: 540, state: "done" })],
    },
    { day: 2, atMs: sundayMs, items: agendaLines },
  ],
  mayEdit: false,
  texts: [],
  ...more,
});

export const sheet = (more: Partial<AmendmentSheet> = {}): AmendmentSheet => ({
  ...names.a27,
  origin: "submitted",
  submittedAtMs: sundayMs - 52_800_000,
  hash: called.hash,
  text: called.text,
  place: called.place,
  lines: { first: 12, last: 14, after: false },
  redline: redlineWithContext,
  rationale:
    "«\u202fPeut\u202f» ne coûte rien et n’oblige à rien. À Pont-Brizay nous attendons une salle depuis trois hivers.\n\nUn délai, et une ligne au budget, c’est ce qui distingue une déclaration d’un vœu.",
  rationaleErased: false,
  divisible: false,
  state: { state: "called", sinceMs: sundayMs - 240_000, ballot: null },
  ballots: [],
  ...more,
});

export const amendmentView = (more: Partial<AmendmentView> = {}): AmendmentView => ({
  page: "amendment",
  shell: shellOf({ path: "/amendements/27" }),
  amendment: sheet(),
  effects: [
    { kind: "falls", amendment: names.a31 },
    { kind: "satisfied", amendment: names.a29 },
    { kind: "stays", amendment: names.a34 },
  ],
  opinions: [
    {
      delegation: null,
      opinion: "favourable",
      reason: "Le délai manquait dans notre rédaction.",
      reasonErased: false,
      earlier: null,
    },
    { delegation: names.a31.delegation, opinion: "unfavourable", reason: null, reasonErased: false, earlier: null },
    { delegation: names.a34.delegation, opinion: "favourable", reason: null, reasonErased: true, earlier: null },
    { delegation: names.a29.delegation, opinion: "wisdom", reason: null, reasonErased: false, earlier: 1 },
  ],
  discussion: {
    lines: [
      {
        id: "c1",
        delegation: names.a31.delegation,
        desk: "desk",
        saidAtMs: sundayMs - 3_600_000,
        words: "D’accord sur le délai.\nMais qui paie, là où la commune n’a rien\u202f?",
      },
      { id: "c2", delegation: null, desk: "drafter", saidAtMs: sundayMs - 1_800_000, words: null },
      {
        id: "c3",
        delegation: null,
        desk: "chair",
        saidAtMs: sundayMs - 600_000,
        words: "Discuté avec le 31, tout à l’heure.",
      },
    ],
    before: 0,
    speaks: false,
    takesAway: false,
  },
  opining: null,
  revisions: [],
  support: { cosignatories: [], before: 0, required: 0, cosigning: null, uncosigning: null },
  ruledOut: null,
  takenOver: null,
  may: { withdraw: false, revise: false, subAmend: false, divide: false, inadmissible: false, takeOver: null },
  subs: [],
  ...more,
});

/** An amendment too long for the hall: two changes far apart in a long paragraph, and a long new one. */
export const longRedline: readonly ProseBlock[] = [
  paragraph(7, "changed", [
    run("Quand une commune est attaquée, les autres viennent. ".repeat(6)),
    run("Elles le font savoir", "deleted"),
    run(" "),
    run("Elles le font savoir partout, par tous les moyens", "inserted"),
    run(" et ne repartent pas avant que l’assemblée l’ait décidé. ".repeat(5)),
  ]),
  paragraph(null, "new", [
    run("Une caisse commune, alimentée à prix libre, aide les communes qui manquent de lieux. ".repeat(4), "inserted"),
  ]),
];
