import {
  decide,
  figuresOf,
  openingOf,
  parseRule,
  type Ballot,
  type BallotResult,
  type Outcome,
  type Roll,
  type RollEntry,
  type Rule,
  type Tally,
} from "../../shared/ballots/index.ts";
import type { Tables } from "../storage/index.ts";

export type BallotRow = Tables["ballots"]["$inferSelect"];

/** What stands beside a ballot's own row: its question's words (null once erased) with their hash, and its roll. */
export interface Beside {
  readonly question: { readonly words: string | null; readonly hash: string };
  readonly roll: Roll;
}

/** A ballot from its row. Throws when the row lacks what its state has: no act of ours writes such a row. */
export function parseBallot(row: BallotRow, { question, roll }: Beside): Ballot {
  const asked = {
    id: row.id,
    item: row.item,
    subject: { kind: row.subjectKind, body: row.subject, hash: row.subjectHash },
    question: question.words,
    questionHash: question.hash,
    rule: storedRule(row.rule),
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
  };
  if (row.state === "open") return { ...opened, state: row.state, lastCall: row.lastCall };
  if (row.state === "cancelled") {
    return { ...asked, state: row.state, opened: openingOf(opened), cancelledAtMs: there(row, "cancelledAtMs") };
  }
  const counted = {
    ...opened,
    closedAtMs: there(row, "closedAtMs"),
    marksHash: there(row, "marksHash"),
    votesHash: there(row, "votesHash"),
    result: storedResult(asked.rule, roll, there(row, "tally"), there(row, "outcome")),
  };
  if (row.state === "closed") return { ...counted, state: row.state };
  return { ...counted, state: "declared", declaredAtMs: there(row, "declaredAtMs") };
}

/** The outcome is the row's own word: whether it follows from the tally is asked when it is concluded. */
function storedResult(rule: Rule, roll: Roll, tally: string, outcome: Outcome): BallotResult {
  return { ...decide(rule, figuresOf(roll, parseTally(tally))), outcome };
}

function parseTally(text: string): Tally {
  const value: unknown = JSON.parse(text);
  const { for: yes, against, abstention, notTakingPart } = value as Record<string, unknown>;
  return {
    for: whole(yes),
    against: whole(against),
    abstention: whole(abstention),
    notTakingPart: whole(notTakingPart),
  };
}

function whole(value: unknown): number {
  if (typeof value !== "number" || !Number.isSafeInteger(value) || value < 0) throw new Error("A tally holds counts");
  return value;
}

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
