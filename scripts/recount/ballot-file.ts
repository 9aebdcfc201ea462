/** Reads an exported ballot (docs/ballot-format.md): unknown in, what a count needs out. The first fault is thrown. */
import {
  asksRoll,
  choices,
  evidentSides,
  gradeTallies,
  positions,
  type AskedRule,
  type CountInput,
  type RollTotals,
} from "../../shared/ballots/index.ts";
import { expect, Fault, object, string, within, type Fields } from "../verify.ts";
import { readRoll, readRule } from "./rule.ts";
import { count, elements, names, oneOf, only, total } from "./checks.ts";
import { choosing, grading, known, marking, ranking, standing } from "./sayings.ts";
import { orAside, readVotes, type Aside, type Saying, type Secrecy, type VoteLine } from "./votes.ts";

export interface BallotFile {
  readonly input: CountInput;
  /** How many votes came by each channel, when the file says so of any. */
  readonly channels: Readonly<Record<string, number>> | null;
  /** The ballot counts for nothing any more, whatever it counts to. */
  readonly annulled: boolean;
}

interface Read {
  readonly input: CountInput;
  /** Everything cast, in weights. */
  readonly counts: readonly number[];
  readonly lines: readonly VoteLine<unknown>[];
}

const mostOptions = 200;
const heading = ["format", "version", "method", "options", "rule", "roll", "secrecy", "question", "ballot"].concat([
  "annulled",
  "replaces",
]);

export function readBallotFile(value: unknown): BallotFile {
  const fields = object(value);
  expect(fields["format"] === "cahier-ballot" && fields["version"] === 1, "son format est inconnu.");
  for (const key of ["question", "ballot"]) if (key in fields) string(fields, key);
  readPlace(fields);
  readSecrecy(fields);
  const { input, counts, lines } = readMethod(fields);
  const voted = total(counts);
  if (input.roll === null) {
    expect(!asksRoll(input.rule), "la règle compte les inscrites ou les présentes : le champ « roll » manque.");
  } else {
    expect(voted <= input.roll.present, `il y a ${voted} voix pour ${input.roll.present} présentes.`);
  }
  return { input, channels: channelsOf(lines), annulled: "annulled" in fields };
}

/** Where it stands among the ballots of its gathering, by their numbers; not counted. */
function readPlace(fields: Fields): void {
  if ("replaces" in fields) count(fields, "replaces");
  if (!("annulled" in fields)) return;
  const annulled = object(fields["annulled"]);
  only(annulled, ["reason", "replacedBy"]);
  if ("reason" in annulled) string(annulled, "reason");
  if ("replacedBy" in annulled) count(annulled, "replacedBy");
}

function readMethod(fields: Fields): Read {
  const method = string(fields, "method");
  const asked = { rule: readRule(fields), roll: readRoll(fields) };
  switch (method) {
    case "yes-no": {
      readOptions(fields, 0);
      const { lines, of } = readSides(fields, choices, choosing, (choice) => choice, readAll);
      const [abstention, notTakingPart] = [of("abstention"), of("notTakingPart")];
      const tally = { for: of("for"), against: of("against"), abstention, notTakingPart };
      return { input: { method, tally, ...asked }, counts: Object.values(tally), lines };
    }
    case "evident": {
      readOptions(fields, 0);
      const evident = oneOf(fields, "evident", evidentSides, "la majorité");
      expect(elements(fields["votes"], "votes").length === 0, "personne n’a compté, et il y a des votes.");
      only(fields, [...heading, "votes", "evident"]);
      return { input: { method, evident, ...asked }, counts: [], lines: [] };
    }
    case "consent": {
      readOptions(fields, 0);
      const { lines, of, all, beside } = readSides(fields, positions, standing, ({ position }) => position, readLines);
      const [reservation, objection] = [of("reservation"), of("objection")];
      const notTakingPart = of("notTakingPart") + beside.notTakingPart;
      const tally = { consent: of("consent"), reservation, objection, notTakingPart };
      const statements = lines.flatMap(({ said: { position, reason }, delegation }) =>
        position === "reservation" || position === "objection" ? [{ position, delegation, reason }] : [],
      );
      const input = { method, tally, statements, ...asked, beside: { ...beside, notTakingPart: 0 } };
      return { input, counts: [...Object.values(tally), beside.blank], lines: all };
    }
    case "choice":
    case "approval":
    case "temperature": {
      const options = readOptions(fields, 1);
      const { lines, all, beside } = readLines(fields, marking(options, method === "approval" ? options.length : 1));
      const votes = lines.map(({ count, said }) => ({ count, options: said }));
      return { input: { method, options, votes, ...asked, beside }, counts: countsOf(all), lines: all };
    }
    case "majority-judgment":
      return readJudgment(fields, readOptions(fields, 1), asked);
    case "schulze":
    case "instant-runoff":
    case "stv": {
      const options = readOptions(fields, 1);
      const own = { schulze: [], "instant-runoff": ["decisions"], stv: ["decisions", "seats"] }[method];
      const { lines, all, beside } = readLines(fields, ranking(options, method === "schulze"), own);
      const votes = lines.map(({ count, said }) => ({ count, ranking: said }));
      const decisions = "decisions" in fields ? known(fields["decisions"], "decisions", options) : [];
      const rest = { counts: countsOf(all), lines: all };
      const given = { options, votes, ...asked, beside };
      if (method === "schulze") return { input: { method, ...given }, ...rest };
      if (method === "instant-runoff") return { input: { method, decisions, ...given }, ...rest };
      const seats = count(fields, "seats");
      expect(seats > 0, "il n’y a aucun siège à pourvoir (« seats »).");
      return { input: { method, seats, decisions, ...given }, ...rest };
    }
    default:
      throw new Fault("", `la méthode « ${method} » est inconnue.`);
  }
}

/** How many gave each answer, told as it is or by the votes. */
function readSides<Answer extends string, Said>(
  fields: Fields,
  answers: readonly Answer[],
  saying: Saying<Said>,
  answerOf: (said: Said) => Answer,
  read: (fields: Fields, saying: Saying<Said>) => Lines<Said>,
): Lines<Said> & { readonly of: (answer: Answer) => number } {
  if (!("tally" in fields)) {
    const { lines, ...others } = read(fields, saying);
    return { lines, ...others, of: (answer) => total(countsOf(lines.filter(({ said }) => answerOf(said) === answer))) };
  }
  only(fields, [...heading, "tally"]);
  const tally = within("le décompte", () => {
    const tally = object(fields["tally"]);
    only(tally, answers);
    return new Map(answers.map((answer) => [answer, count(tally, answer)]));
  });
  return { ...noLines, of: (answer) => tally.get(answer) ?? 0 };
}

/** The grades of each option, told as they are or by the votes; what is missing is the worst grade. */
function readJudgment(
  fields: Fields,
  options: readonly string[],
  asked: { readonly rule: AskedRule; readonly roll: RollTotals | null },
): Read {
  const method = "majority-judgment";
  const grades = names(fields["grades"], "grades", "la mention");
  expect(grades.length > 0, "il n’y a aucune mention (« grades »).");
  if (!("tallies" in fields)) {
    const { lines, all, beside } = readLines(fields, grading(options, grades), ["grades"]);
    const votes = lines.map(({ count, said }) => ({ count, grades: said }));
    const voters = total(countsOf(lines));
    const tallies = gradeTallies(options, grades, votes);
    return { input: { method, grades, tallies, voters, ...asked, beside }, counts: countsOf(all), lines: all };
  }
  only(fields, [...heading, "grades", "tallies", "voters"]);
  const given = object(fields["tallies"]);
  only(given, options);
  const tallies = new Map(
    options.map((option) => [option, within(`« ${option} »`, () => readTally(given[option], grades.length))]),
  );
  const least = Math.max(...[...tallies.values()].map(total));
  const voters = "voters" in fields ? count(fields, "voters") : least;
  expect(voters >= least, `une option a ${least} mentions, pour ${voters} votantes.`);
  return { input: { method, grades, tallies, voters, ...asked }, counts: [voters], lines: [] };
}

function readTally(value: unknown, grades: number): readonly number[] {
  expect(value !== undefined, "ses mentions manquent.");
  const counts = elements(value, "tallies").map((_, grade, all) => count({ mention: all[grade] }, "mention"));
  expect(counts.length === grades, `il faut un nombre pour chaque mention : ${grades}, et non ${counts.length}.`);
  return counts;
}

function readOptions(fields: Fields, least: number): readonly string[] {
  if (least === 0 && !("options" in fields)) return [];
  const options = names(fields["options"], "options", "l’option");
  expect(options.length >= least, "il n’y a aucune option.");
  expect(options.length <= mostOptions, `il y a plus de ${mostOptions} options.`);
  return options;
}

/** A method's own votes, all lines with those, and how many said that they answer nothing. */
interface Lines<Said> {
  readonly lines: readonly VoteLine<Said>[];
  readonly all: readonly VoteLine<unknown>[];
  readonly beside: { readonly blank: number; readonly notTakingPart: number };
}

const noLines = { lines: [], all: [], beside: { blank: 0, notTakingPart: 0 } };

function readLines<Said>(fields: Fields, saying: Saying<Said>, more: readonly string[] = []): Lines<Said> {
  only(fields, [...heading, "votes", ...more]);
  const all = readVotes(fields["votes"], readSecrecy(fields), orAside(saying));
  const lines = all.flatMap(({ said, ...line }) => ("own" in said ? [{ ...line, said: said.own }] : []));
  const sayAside = (aside: Aside) => total(countsOf(all.filter(({ said }) => "aside" in said && said.aside === aside)));
  return { lines, all, beside: { blank: sayAside("abstention"), notTakingPart: sayAside("notTakingPart") } };
}

/** Where abstention and NPPV are among the method's own answers. */
function readAll<Said>(fields: Fields, saying: Saying<Said>): Lines<Said> {
  only(fields, [...heading, "votes"]);
  const lines = readVotes(fields["votes"], readSecrecy(fields), saying);
  return { ...noLines, lines, all: lines };
}

const readSecrecy = (fields: Fields): Secrecy =>
  "secrecy" in fields ? oneOf(fields, "secrecy", ["public", "secret"], "le secret") : null;

const countsOf = (lines: readonly VoteLine<unknown>[]): readonly number[] => lines.map(({ count }) => count);

function channelsOf(lines: readonly VoteLine<unknown>[]): BallotFile["channels"] {
  const sums = new Map<string, number>();
  for (const { channel, count } of lines) if (channel !== null) sums.set(channel, (sums.get(channel) ?? 0) + count);
  return sums.size === 0 ? null : Object.fromEntries(sums);
}
