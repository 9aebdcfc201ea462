import { parseAsking, resultOf, type Asking, type Roll, type Rule } from "../../shared/ballots/index.ts";
import type { AnnulledView, BallotFacts, ResultView, VotingPapersView } from "../../shared/views/index.ts";
import { openFacts } from "./assembly-views.ts";
import { shellOf, sundayMs } from "./views.ts";

/** Questions of an assembly, one of each method, with what was said: Valbrune chooses where to meet. */

const places = ["Valbrune", "Kerloc’h, si la salle est libre en mai", "Saint-Aubrac"];
const quorum = {
  majority: { kind: "simple" },
  quorum: { of: "voted", fraction: { strictly: false, numerator: 1, denominator: 2 } },
} as const satisfies Rule;

interface Question {
  readonly name: string;
  readonly facts: BallotFacts;
  readonly tally: Readonly<Record<string, number>>;
}

const asking = (method: string, options?: number, seats?: number): Asking => {
  const asked = parseAsking({ method, options, seats });
  if (asked === null) throw new Error(method);
  return asked;
};

const question = (
  name: string,
  asked: Asking,
  words: string,
  tally: Question["tally"],
  options: readonly string[] = places,
): Question => ({
  name,
  facts: {
    ...openFacts,
    subject: { kind: "question" },
    question: words,
    asking: asked,
    options: "options" in asked ? options : [],
    rule: quorum,
  },
  tally,
});

const where = "Où se retrouver\u202f?";
const aside = { abstention: 7, notTakingPart: 4 };

export const questions: readonly Question[] = [
  question("choice", asking("choice", 3), where, { "1": 61, "2": 48, "3": 22, ...aside }),
  question("approval", asking("approval", 3), where, { "1": 31, "1,2": 40, "2,3": 44, "3": 12, ...aside }),
  question("judgment", asking("majority-judgment", 3), where, {
    "1:excellent,2:good,3:reject": 40,
    "1:passable,2:veryGood": 55,
    "1:reject,2:fairlyGood,3:excellent": 36,
    ...aside,
  }),
  question("schulze", asking("schulze", 3), where, { "1>2>3": 41, "2>3>1": 33, "3>1=2": 22, "2": 18, ...aside }),
  question("runoff", asking("instant-runoff", 3), where, { "1>2>3": 52, "2>3>1": 41, "3>2>1": 32, "3": 2, ...aside }),
  question(
    "stv",
    asking("stv", 4, 2),
    "Qui parlera pour nous à la caisse commune\u202f?",
    { "1>2>3>4": 28, "1>3>4>2": 14, "2>3>1>4": 15, "3>1>2>4": 17, "4>2>3>1": 26, ...aside },
    ["Dominique", "Camille", "Noé", "Maïwenn"],
  ),
  question(
    "temperature",
    asking("temperature", 3),
    "Où en êtes-vous de la proposition\u202f?",
    { "1": 4, "2": 20, "3": 110, ...aside },
    ["Froid", "Tiède", "Chaud"],
  ),
  question("consent", asking("consent"), "Consentez-vous à la charte d’accueil\u202f?", {
    consent: 118,
    reservation: 12,
    objection: 2,
    ...aside,
  }),
];

/** 161 delegations present of 168, one vote each. */
const roll: Roll = Array.from({ length: 168 }, (_, i) => ({
  voter: `d${i}`,
  delegation: `d${i}`,
  weight: 1,
  channel: "phone",
  presence: i < 161 ? "present" : "absent",
}));

/** Objections and reservations of a round of consent, one of each kind of words: short, long, none, erased. */
export const statedReasons: ResultView["reasons"] = [
  {
    said: "objection",
    delegation: "Commune libre de Montferrage",
    reason: {
      words:
        "Notre assemblée n’a pas pu se réunir sur la caisse commune. Nous demandons que la part de chaque commune soit fixée selon ses moyens, et dite avant l’adhésion, pas après.",
    },
  },
  { said: "objection", delegation: "Valbrune", reason: "erased" },
  { said: "reservation", delegation: "Kerloc’h", reason: { words: "À revoir dans un an." } },
  { said: "reservation", delegation: "Orvelles", reason: null },
];

export const questionResult = ({ facts, tally }: Question, more: Partial<ResultView> = {}): ResultView => ({
  facts,
  result: resultOf(facts.asking, facts.rule, roll, tally),
  closedAtMs: sundayMs + 60_000,
  declaredAtMs: sundayMs + 60_000,
  mine: Object.keys(tally)[0] ?? null,
  consequences: [],
  reasons: facts.asking.method === "consent" ? statedReasons : [],
  silent: [],
  absent: [],
  counts: [],
  votes: null,
  ...more,
});

/** Papers to print for the ballot on amendment 27, for who has no phone. */
export const votingPapersView = (more: Partial<VotingPapersView> = {}): VotingPapersView => ({
  page: "voting-papers",
  shell: shellOf({
    path: "/scrutins/14/bulletins",
    me: { participant: "p3", name: "Table", delegation: null, roles: ["teller"] },
  }),
  facts: openFacts,
  open: true,
  count: 8,
  ...more,
});

/** More options than the hall's screen has room for. */
export const manyOptions: ResultView = questionResult(
  question(
    "many",
    asking("approval", 9),
    where,
    { "1": 12, "2,9": 31, "3": 8, "4,9": 22, "5": 4, "6,7": 19, "8": 27, ...aside },
    [
      "Valbrune",
      "Kerloc’h, si la salle est libre en mai",
      "Saint-Aubrac",
      "Brémont",
      "Orvelles",
      "Tanneries",
      "Montferrage",
      "Pont-Brizay",
      "Chassagnole-sur-Varenne, à la maison du peuple",
    ],
  ),
);

const chosen = questions.find(({ name }) => name === "choice") ?? never();
const [first = "", second = "", third = ""] = Object.keys(chosen.tally);

/** Put by the wrong rule, declared, annulled, and put again as ballot 15. */
export const annulled: AnnulledView = {
  result: questionResult(chosen, {
    silent: ["Brémont"],
    votes: [
      { voter: "Assemblée de Pont-Brizay", choice: first },
      { voter: "Liste citoyenne d’Orvelles", choice: second },
      { voter: "Commune libre de Montferrage", choice: third },
    ],
  }),
  reason: "La majorité lue n’était pas celle qui avait été convenue\u202f: il fallait plus de la moitié des votes.",
  declared: true,
  replacedBy: 15,
};
export const replacing: ResultView = questionResult(
  { ...chosen, facts: { ...chosen.facts, number: 15, replaces: 14 } },
  { votes: [{ voter: "Assemblée de Pont-Brizay", choice: first }] },
);

function never(): never {
  throw new Error("There is a choice among options");
}
