import {
  evidentResult,
  firstStep,
  openingOf,
  parseAsking,
  parseRule,
  resultOf,
  type Asked,
  type Asking,
  type Ballot,
  type BallotResult,
  type Franchise,
  type MethodOutcome,
  type Roll,
  type RollEntry,
  type Rule,
  type SaidTally,
} from "../../shared/ballots/index.ts";
import type { Tables } from "../storage/index.ts";

export type BallotRow = Tables["ballots"]["$inferSelect"];

/** Typed words: null once erased, their hash stays. */
interface TypedWords {
  readonly words: string | null;
  readonly hash: string;
}

/** What stands beside a ballot's own row: its typed words (the options one a line, null when it has none) and its roll. */
export interface Beside {
  readonly question: TypedWords;
  readonly options: TypedWords | null;
  /** In which the chair confirmed a secret ballot over plain HTTP. */
  readonly unencrypted: TypedWords | null;
  readonly roll: Roll;
}

/** A ballot from its row. Throws when the row lacks what its state has: no act of ours writes such a row. */
export function parseBallot(row: BallotRow, { question, options, unencrypted, roll }: Beside): Ballot {
  const asked: Asked = {
    id: row.id,
    item: row.item,
    subject: { kind: row.subjectKind, body: row.subject, hash: row.subjectHash },
    question: question.words,
    questionHash: question.hash,
    asking: storedAsking(row),
    options: options?.words?.split("\n") ?? null,
    optionsHash: options?.hash ?? null,
    rule: storedRule(row.rule),
    franchise: storedFranchise(row),
    secrecy: row.secrecy,
    replaces: row.replaces,
  };
  if (row.state === "prepared") return { ...asked, state: row.state };
  if (row.state === "cancelled" && row.number === null) {
    return { ...asked, state: row.state, opened: null, cancelledAtMs: there(row, "cancelledAtMs") };
  }
  const opened = {
    ...asked,
    number: there(row, "number"),
    openedAtMs: there(row, "openedAtMs"),
    head: there(row, "head"),
    hash: there(row, "hash"),
    roll,
    secret:
      row.secrecy === "public"
        ? null
        : { leastVotes: there(row, "leastVotes"), unencryptedHash: unencrypted?.hash ?? null },
  };
  if (row.state === "open") {
    return { ...opened, state: row.state, lastCall: row.lastCall, step: row.step ?? firstStep(asked.asking) };
  }
  if (row.state === "cancelled") {
    return { ...asked, state: row.state, opened: openingOf(opened), cancelledAtMs: there(row, "cancelledAtMs") };
  }
  const counted = {
    ...opened,
    closedAtMs: there(row, "closedAtMs"),
    marksHash: there(row, "marksHash"),
    votesHash: there(row, "votesHash"),
    result: storedResult(asked, roll, there(row, "tally"), there(row, "outcome")),
  };
  if (row.state === "closed") return { ...counted, state: row.state };
  if (row.state === "annulled") {
    const annulledAtMs = there(row, "cancelledAtMs");
    return { ...counted, state: row.state, declaredAtMs: row.declaredAtMs, annulledAtMs };
  }
  return { ...counted, state: "declared", declaredAtMs: there(row, "declaredAtMs") };
}

/** The outcome is the row's own word: whether it follows from the tally is asked when it is concluded. */
function storedResult({ asking, rule }: Asked, roll: Roll, tally: string, outcome: MethodOutcome): BallotResult {
  if (asking.method === "evident") return evidentResult(roll, outcome === "adopted" ? "for" : "against");
  const result = resultOf(asking, rule, roll, parseTally(tally));
  if (result.method !== "yes-no") return { ...result, outcome };
  const decided = (["adopted", "rejected", "no-result", "no-quorum"] as const).find((one) => one === outcome);
  if (decided === undefined) throw new Error(`For and against came to ${outcome}`);
  return { ...result, outcome: decided };
}

function parseTally(text: string): SaidTally {
  const value: unknown = JSON.parse(text);
  if (typeof value !== "object" || value === null) throw new Error("A tally is an object");
  return Object.fromEntries(Object.entries(value).map(([said, count]) => [said, whole(count)]));
}

function whole(value: unknown): number {
  if (typeof value !== "number" || !Number.isSafeInteger(value) || value < 0) throw new Error("A tally holds counts");
  return value;
}

export function storedAsking(row: Pick<BallotRow, "method" | "optionCount" | "seats">): Asking {
  const { method, optionCount, seats } = row;
  const asking = parseAsking({ method, options: optionCount ?? undefined, seats: seats ?? undefined });
  if (asking === null) throw new Error(`A ballot's row asks nothing known: ${method}`);
  return asking;
}

export const storedFranchise = ({ unit, weights, proxies, split }: Franchise): Franchise => ({
  unit,
  weights,
  proxies,
  split,
});

function storedRule(text: string): Rule {
  const rule = parseRule(text);
  if (!rule.ok) throw new Error(`A ballot's row holds no rule: ${text}`);
  return rule.value;
}

function there<K extends keyof BallotRow>(row: BallotRow, key: K): NonNullable<BallotRow[K]> {
  const value = row[key];
  if (value === null || value === undefined) throw new Error(`A ${row.state} ballot's row has no ${key}`);
  return value;
}

/** A line of the roll, stored as the string that was hashed. */
export function parseRollEntry(text: string): RollEntry {
  const value: unknown = JSON.parse(text);
  return value as RollEntry;
}
