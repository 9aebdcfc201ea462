import { canonicalJson, type Json } from "../journal/index.ts";
import { assertNever } from "../refusals.ts";
import { blank, gradesIn, grades, markedIn, notTakingPart, placesIn, type Asking } from "./asking.ts";
import type { AnnulledBallot, DeclaredBallot } from "./ballot.ts";
import { choices } from "./choice.ts";
import type { StationCount } from "./hand-count.ts";
import { partsOf } from "./split.ts";
import { sideOf } from "./result.ts";
import { presentOn, totalsOf } from "./roll.ts";
import type { Rule } from "./rule.ts";
import type { Received } from "./urn.ts";
import { standingVotes, type Vote } from "./vote.ts";

/** What an export says in words: what voters, options and grades are called. */
export interface ExportWords {
  readonly delegation: (id: string) => string;
  readonly option: (option: string) => string;
  readonly grade: (grade: string) => string;
  /** For and against, where one stands in a round of consent, abstention, NPPV. */
  readonly answer: (said: string) => string;
  /** A reason by its hash; null once erased. */
  readonly reason: (hash: string) => string | null;
}

/** Numbers of ballots, and why this one was annulled. */
export interface ExportedLinks {
  readonly reason: string | null;
  readonly replaces: number | null;
  readonly replacedBy: number | null;
}

type Exportable = DeclaredBallot | AnnulledBallot;
type ExportedBallot = { readonly [key: string]: Json };

/**
 * A declared ballot as `cahier-ballot` (docs/ballot-format.md): it recounts to the outcome that was declared. A public one
 * lists each vote, a secret one its choices, sorted. An annulled one says so, and the reason, null once erased.
 */
export function exportBallot(
  ballot: Exportable,
  received: Received,
  words: ExportWords,
  { reason, replaces, replacedBy }: ExportedLinks,
): ExportedBallot {
  const { asking, rule, roll, secrecy, question, hash } = ballot;
  return {
    format: "cahier-ballot",
    version: 1,
    ...(question === null ? {} : { question }),
    ballot: hash,
    ...(ballot.state === "annulled"
      ? { annulled: { ...(reason === null ? {} : { reason }), ...named("replacedBy", replacedBy) } }
      : {}),
    ...named("replaces", replaces),
    method: asking.method,
    ...(ballot.result.method === "evident" ? { evident: sideOf(ballot.result) } : {}),
    ...("options" in asking ? { options: optionNames(asking, words) } : {}),
    ...(asking.method === "majority-judgment" ? { grades: grades.map(words.grade) } : {}),
    ...(asking.method === "stv" ? { seats: asking.seats } : {}),
    rule: exportRule(asking, rule),
    roll: { ...totalsOf(roll) },
    secrecy,
    votes:
      "choices" in received
        ? sortedVotes(ballot, received.choices, words)
        : [...namedVotes(ballot, received.votes, words), ...countedVotes(received.counts)],
  };
}

const named = (key: string, number: number | null): { readonly [key: string]: Json } =>
  number === null ? {} : { [key]: number };

/** Hands and papers, as they were counted: without names. */
const countedVotes = (counts: readonly StationCount[]): Json[] =>
  counts.flatMap(({ channel, zone, tally }) =>
    choices.flatMap((choice) =>
      tally[choice] > 0 ? [{ channel, zone: String(zone), count: tally[choice], choice }] : [],
    ),
  );

const namedVotes = (ballot: Exportable, votes: readonly Vote[], words: ExportWords): Json[] =>
  votesOf(ballot, votes).map(({ voter, delegation, weight, of, channel, said, reasonHash }) => {
    const reason = reasonHash === null ? null : words.reason(reasonHash);
    return {
      voter,
      delegation: words.delegation(delegation),
      weight,
      ...(of === weight ? {} : { of }),
      channel,
      ...exportSaid(ballot.asking, said, words),
      ...(reason === null ? {} : { reason }),
    };
  });

/** Sorted by what they say in words: their order says nothing of whose they are. All weigh the same in an urn. */
const sortedVotes = ({ asking, roll }: Exportable, choices: readonly string[], words: ExportWords): Json =>
  choices
    .map((said) => exportSaid(asking, said, words))
    .map((said) => ({ said, written: canonicalJson(said) }))
    .sort((a, b) => (a.written < b.written ? -1 : a.written > b.written ? 1 : 0))
    .map(({ said }) => ({ count: presentOn(roll)[0]?.weight ?? 1, ...said }));

/** The last vote of each voter, in the order of the roll, each part of a split one apart. Entered at the table: on paper. */
export function votesOf({ roll }: Exportable, votes: readonly Vote[]) {
  const standing = standingVotes(votes);
  return roll.flatMap(({ voter, delegation, weight, channel }) => {
    const vote = standing.get(voter);
    if (vote === undefined) return [];
    const by = vote.entered && channel !== "proxy" ? ("paper" as const) : channel;
    const reasonHash = vote.reasonHash ?? null;
    return partsOf(vote.choice, weight).map(([said, part]) => ({
      voter,
      delegation,
      weight: part,
      of: weight,
      channel: by,
      said,
      reasonHash,
    }));
  });
}

const optionNames = (asking: Extract<Asking, { options: number }>, { option }: ExportWords): string[] =>
  Array.from({ length: asking.options }, (_, i) => option(String(i + 1)));

function exportRule({ method }: Asking, { majority, quorum }: Rule): Json {
  const asksMajority = method === "yes-no" || method === "choice" || method === "approval";
  return {
    ...(majority.kind === "fraction" && asksMajority
      ? {
          majority: {
            num: majority.fraction.numerator,
            den: majority.fraction.denominator,
            atLeast: !majority.fraction.strictly,
            base: majority.base,
          },
        }
      : {}),
    ...(quorum === null
      ? {}
      : { quorum: { num: quorum.fraction.numerator, den: quorum.fraction.denominator, of: quorum.of } }),
  };
}

function exportSaid(asking: Asking, said: string, { option, grade }: ExportWords): { readonly [key: string]: Json } {
  if (said === blank || said === notTakingPart) return { choice: said };
  switch (asking.method) {
    case "yes-no":
    case "evident":
      return { choice: said };
    case "consent":
      return { position: said };
    case "choice":
    case "approval":
    case "temperature":
      return { options: markedIn(said).map(option) };
    case "majority-judgment":
      return { grades: Object.fromEntries([...gradesIn(said)].map(([one, given]) => [option(one), grade(given)])) };
    case "schulze":
    case "instant-runoff":
    case "stv":
      return { ranking: placesIn(said).map((place) => place.map(option)) };
    default:
      return assertNever(asking);
  }
}

/** A vote in one cell: `Commercy > Saillans = Kerloch`. */
export function saidInTable(asking: Asking, said: string, { option, grade, answer }: ExportWords): string {
  if (said === blank || said === notTakingPart) return answer(said);
  switch (asking.method) {
    case "yes-no":
    case "evident":
    case "consent":
      return answer(said);
    case "choice":
    case "approval":
    case "temperature":
      return markedIn(said).map(option).join(" + ");
    case "majority-judgment":
      return [...gradesIn(said)].map(([one, given]) => `${option(one)}: ${grade(given)}`).join(" + ");
    case "schulze":
    case "instant-runoff":
    case "stv":
      return placesIn(said)
        .map((place) => place.map(option).join(" = "))
        .join(" > ");
    default:
      return assertNever(asking);
  }
}

/** A table for spreadsheets: one line a vote. Each cell is quoted, and one that a spreadsheet would run begins with '. */
export const csvOf = (lines: readonly (readonly string[])[]): string =>
  lines.map((cells) => `${cells.map(cell).join(",")}\r\n`).join("");

const cell = (words: string): string => `"${(/^[=+\-@\t\r]/u.test(words) ? `'${words}` : words).replace(/"/gu, '""')}"`;
