import { statedReasons } from "./question-views.ts";
import type {
  DeclarationsView,
  DeclarationView,
  JournalView,
  MinutesView,
  ProseBlock,
} from "../../shared/views/index.ts";
import { shellOf, sundayMs } from "./views.ts";

const run = (text: string) => ({ text, strong: false, em: false, href: null, change: null });

const paragraph = (number: number, text: string, preamble = false): ProseBlock => ({
  kind: "paragraph",
  id: `p${number}`,
  number,
  depth: 0,
  ordinal: null,
  preamble,
  change: null,
  runs: [run(text)],
});

const article = (number: number, text: string): ProseBlock => ({
  kind: "article",
  id: `a${number}`,
  number,
  change: null,
  runs: [run(text)],
});

const blocks: readonly ProseBlock[] = [
  paragraph(
    1,
    "Nous, assemblées populaires, collectifs, listes citoyennes et communes réunies à Valbrune, mettons en commun ce que nous avons appris chacune de notre côté, et le disons d’une seule voix là où nous le pouvons.",
    true,
  ),
  article(1, "Des assemblées"),
  paragraph(
    2,
    "L’assemblée est le lieu où se décide ce qui est commun. Elle est ouverte à toutes celles et ceux qui habitent, travaillent ou luttent dans la commune.",
  ),
  paragraph(
    3,
    "Les personnes déléguées portent un mandat impératif, limité dans le temps et révocable à tout moment par l’assemblée qui l’a donné.",
  ),
  article(2, "Des biens communs"),
  paragraph(
    4,
    "Chaque commune ouvre, dans l’année, une maison du peuple, gérée par celles et ceux qui l’utilisent et dotée par le budget communal.",
  ),
  paragraph(5, "L’eau, les terres nourricières, les forêts et les lieux de réunion ne se vendent pas."),
];

const hash = "b81f40ce93a71d5c08e277fb6a90c43d5e19f2b680a43c7ed9152f68ab03947d";
const rule = { majority: { kind: "simple" }, quorum: null } as const;
const twoThirds = {
  majority: { kind: "fraction", fraction: { strictly: false, numerator: 2, denominator: 3 }, base: "expressed" },
  quorum: null,
} as const;
const tally = { for: 128, against: 14, abstention: 13, notTakingPart: 3 };

/** A published declaration as the public reads it; `facts` changes what a test asks for. */
export const declarationView = (facts: Partial<DeclarationView> = {}): DeclarationView => ({
  page: "declaration",
  shell: shellOf({ path: "/declarations/t1" }),
  title: "Déclaration de Valbrune",
  text: { id: "t1", version: 412, hash },
  place: "Valbrune",
  state: { kind: "published", atMs: sundayMs },
  blocks,
  signatories: [
    { delegation: "Assemblée de Pont-Brizay", reservation: null },
    { delegation: "Assemblée populaire de Kerloc’h", reservation: null },
    { delegation: "Collectif des Trois-Rives", reservation: "article\u00a04, sous réserve de notre assemblée" },
    { delegation: "Comité du quartier des Tanneries", reservation: null },
  ],
  declined: 1,
  silent: 12,
  votes: [
    {
      ballot: { number: 1 },
      amendment: 8,
      outcome: "adopted",
      tally: { for: 121, against: 19, abstention: 14, notTakingPart: 3 },
      rule,
    },
    {
      ballot: { number: 2 },
      amendment: 12,
      outcome: "rejected",
      tally: { for: 31, against: 118, abstention: 7, notTakingPart: 2 },
      rule,
    },
    {
      ballot: { number: 3 },
      amendment: 22,
      outcome: "no-result",
      tally: { for: 0, against: 0, abstention: 9, notTakingPart: 2 },
      rule,
    },
    { ballot: { number: 4 }, amendment: null, outcome: "adopted", tally, rule: twoThirds },
  ],
  final: { number: 4, rule: twoThirds, enrolled: 168, present: 161, tally },
  signing: null,
  behalf: [],
  mayPublish: false,
  record: "/registre.json",
  address: "http://192.168.1.20:8080/r/valbrune/declarations/t1",
  ...facts,
});

export const declarationsView = (facts: Partial<DeclarationsView> = {}): DeclarationsView => ({
  page: "declarations",
  shell: shellOf({ path: "/declarations" }),
  published: [{ id: "t1", title: "Déclaration de Valbrune", publishedAtMs: sundayMs, signatories: 117 }],
  adopted: [],
  rejected: [{ id: "t2", title: "Appel aux communes", ballot: 5 }],
  undecided: [],
  ending: null,
  ...facts,
});

const ending = {
  declarations: [],
  adopted: [],
  rejected: [],
  undecided: [],
  journalCode: "7F3K-92QD",
  closedAtMs: sundayMs,
} as const;

/** A gathering that closed without adopting anything. */
export const nothingAdopted = (): DeclarationsView =>
  declarationsView({ published: [], rejected: [], undecided: [{ id: "t3", title: "Projet" }], ending });

const plain = { quotes: [], links: [] } as const;

export const minutesView = (facts: Partial<MinutesView> = {}): MinutesView => ({
  page: "minutes",
  shell: shellOf({ path: "/proces-verbal" }),
  place: "Valbrune",
  days: [
    {
      atMs: sundayMs,
      sections: [
        {
          title: null,
          sentences: [
            {
              sequence: 1,
              atMs: sundayMs - 3_600_000,
              words: "La rencontre est ouverte.",
              typed: null,
              annulled: false,
              reasons: [],
              ...plain,
            },
            {
              sequence: 2,
              atMs: sundayMs - 3_600_000,
              words:
                "Sont inscrites 30 délégations\u202f: Assemblée de Pont-Brizay, Comité du quartier des Tanneries et 28 autres.",
              typed: null,
              annulled: false,
              reasons: [],
              ...plain,
            },
          ],
        },
        {
          title: "Vote de la déclaration",
          sentences: [
            {
              sequence: 40,
              atMs: sundayMs,
              words: "Le scrutin\u00a04 est ouvert, à la majorité simple.",
              typed: { words: "Adoptez-vous l’ensemble\u202f?" },
              annulled: false,
              reasons: [],
              ...plain,
            },
            {
              sequence: 41,
              atMs: sundayMs,
              words: "Scrutin\u00a05\u202f: des objections demeurent.",
              typed: null,
              annulled: false,
              reasons: statedReasons,
              ...plain,
            },
            {
              sequence: 42,
              atMs: sundayMs,
              words:
                "L’amendement\u00a027 est adopté\u202f; le texte passe à la version\u00a0413. L’amendement\u00a031 tombe.",
              typed: null,
              annulled: false,
              reasons: [],
              quotes: [
                {
                  number: "27",
                  place: { article: 2, paragraph: 4, after: false },
                  gist: "«\u202fouvre, dans l’année,\u202f» au lieu de «\u202fpeut ouvrir\u202f»",
                },
              ],
              links: [
                { words: "Amendement\u00a031", path: "/amendements/31" },
                { words: "Déclaration de Valbrune", path: "/declarations/t1" },
              ],
            },
            {
              sequence: 41,
              atMs: sundayMs + 60_000,
              words: "Signe la déclaration, avec réserve\u202f: Collectif des Trois-Rives.",
              typed: "erased",
              annulled: false,
              reasons: [],
              ...plain,
            },
          ],
        },
      ],
    },
  ],
  closedAtMs: sundayMs,
  journalCode: "7F3K-92QD",
  entries: 412,
  ...facts,
});

export const journalView = (facts: Partial<JournalView> = {}): JournalView => ({
  page: "journal",
  shell: shellOf({ path: "/journal" }),
  entries: [
    {
      sequence: 411,
      atMs: sundayMs,
      act: "ballot.closed",
      words: "Le scrutin\u00a04 est clos.",
      by: { role: "chair", behalf: null },
      hash,
      previous: hash,
    },
    {
      sequence: 412,
      atMs: sundayMs,
      act: "declaration.signed",
      words: "Signe la déclaration\u202f: Assemblée de Pont-Brizay.",
      by: { role: "secretary", behalf: "Assemblée de Pont-Brizay" },
      hash,
      previous: hash,
    },
    {
      sequence: 413,
      atMs: sundayMs,
      act: "clock.steppedBack",
      words: "L’horloge est revenue en arrière.",
      by: null,
      hash,
      previous: hash,
    },
  ],
  total: 413,
  older: 210,
  newer: null,
  headCode: "7F3K-92QD",
  headHash: hash,
  record: "/registre.json",
  ...facts,
});
