import { and, asc, eq, inArray, notInArray } from "drizzle-orm";

import {
  closedFact,
  presentOn,
  rollEntryBody,
  underWay,
  writeRule,
  type AnnulledBallot,
  type Ballot,
  type CancelledBallot,
  type ClosedBallot,
  type ConsentStep,
  type DeclaredBallot,
  type OpenBallot,
  type PreparedBallot,
  type Roll,
  type Subject,
} from "../../shared/ballots/index.ts";
import { canonicalJson } from "../../shared/journal/index.ts";
import { readWords } from "../journal/index.ts";
import type { Tx } from "../storage/index.ts";
import { parseBallot, parseRollEntry, type BallotRow } from "./parse-row.ts";

/** The ids of a ballot's typed words, kept already. */
export interface KeptWords {
  readonly questionWords: string;
  readonly optionsWords: string | null;
}

export async function addPrepared(tx: Tx, gathering: string, ballot: PreparedBallot, words: KeptWords): Promise<void> {
  const { id, item, subject, asking, rule, franchise, secrecy, replaces } = ballot;
  await tx.insert(tx.tables.ballots, {
    id,
    gathering,
    item,
    state: "prepared",
    ...columnsOf(subject),
    ...words,
    method: asking.method,
    optionCount: "options" in asking ? asking.options : null,
    seats: asking.method === "stv" ? asking.seats : null,
    rule: writeRule(rule),
    ...franchise,
    secrecy,
    replaces,
  });
}

/** A ballot of this gathering, with its roll; null when there is none of this id. */
export async function readBallot(tx: Tx, gathering: string, id: string): Promise<Ballot | null> {
  const { ballots } = tx.tables;
  const [row] = await tx.db
    .select()
    .from(ballots)
    .where(and(eq(ballots.gathering, gathering), eq(ballots.id, id)));
  return row ? withBeside(tx, row) : null;
}

/** The ballot that was opened under this number. */
export async function readBallotNumbered(tx: Tx, gathering: string, number: number): Promise<Ballot | null> {
  const { ballots } = tx.tables;
  const [row] = await tx.db
    .select()
    .from(ballots)
    .where(and(eq(ballots.gathering, gathering), eq(ballots.number, number)));
  return row ? withBeside(tx, row) : null;
}

/** The ballot that was opened in the place of this one and not cancelled; null when there is none. */
export async function readReplacing(
  tx: Tx,
  gathering: string,
  replaced: string,
): Promise<{ readonly id: string; readonly number: number } | null> {
  const { ballots } = tx.tables;
  const { id, number } = ballots;
  const [row] = await tx.db
    .select({ id, number })
    .from(ballots)
    .where(
      and(
        eq(ballots.gathering, gathering),
        eq(ballots.replaces, replaced),
        notInArray(ballots.state, ["prepared", "cancelled"]),
      ),
    );
  return row ? { id: row.id, number: row.number ?? 0 } : null;
}

/** Under which number a ballot of this gathering was opened. */
export async function readNumber(tx: Tx, gathering: string, ballot: string): Promise<number | null> {
  const { ballots } = tx.tables;
  const [row] = await tx.db
    .select({ number: ballots.number })
    .from(ballots)
    .where(and(eq(ballots.gathering, gathering), eq(ballots.id, ballot)));
  return row?.number ?? null;
}

async function withBeside(tx: Tx, row: BallotRow): Promise<Ballot> {
  const question = await readWords(tx, row.gathering, row.questionWords);
  if (!question) throw new Error(`The question of ballot ${row.id} was never kept`);
  const wordsOf = async (id: string | null) => (id === null ? null : readWords(tx, row.gathering, id));
  return parseBallot(row, {
    question,
    options: await wordsOf(row.optionsWords),
    unencrypted: await wordsOf(row.unencryptedWords),
    roll: await readRoll(tx, row.id),
  });
}

async function readRoll(tx: Tx, ballot: string): Promise<Roll> {
  const { roll } = tx.tables;
  const rows = await tx.db
    .select({ entry: roll.entry })
    .from(roll)
    .where(eq(roll.ballot, ballot))
    .orderBy(asc(roll.voter));
  return rows.map((row) => parseRollEntry(row.entry));
}

/** A ballot as far as the agenda, the moment and the lists need it. */
export type BallotLine = Pick<
  BallotRow,
  "id" | "item" | "number" | "state" | "subjectKind" | "subject" | "subjectHash" | "outcome" | "openedAtMs"
>;

/** All ballots of the gathering that are in one of these states, in the order of their numbers. */
export async function listBallots(
  tx: Tx,
  gathering: string,
  states: readonly BallotRow["state"][],
): Promise<readonly BallotLine[]> {
  const { ballots } = tx.tables;
  const { id, item, number, state, subjectKind, subject, subjectHash, outcome, openedAtMs } = ballots;
  return tx.db
    .select({ id, item, number, state, subjectKind, subject, subjectHash, outcome, openedAtMs })
    .from(ballots)
    .where(and(eq(ballots.gathering, gathering), inArray(ballots.state, [...states])))
    .orderBy(asc(ballots.number), asc(ballots.id));
}

/** The subjects of all ballots of the installation that are under way: few, since an item has one at a time. */
export async function listSubjectsUnderWay(tx: Tx): Promise<readonly Subject[]> {
  const { ballots } = tx.tables;
  return tx.db
    .select({ kind: ballots.subjectKind, body: ballots.subject, hash: ballots.subjectHash })
    .from(ballots)
    .where(inArray(ballots.state, [...underWay]));
}

/** The number after the last one given: numbers go to ballots as they open, without a gap. */
export async function nextBallotNumber(tx: Tx, gathering: string): Promise<number> {
  const { gatherings } = tx.tables;
  const [row] = await tx.db
    .select({ last: gatherings.ballotCount })
    .from(gatherings)
    .where(eq(gatherings.id, gathering));
  if (!row) throw new Error(`No gathering ${gathering}`);
  return row.last + 1;
}

/** `unencryptedWords` is the id of the words in which plain HTTP was confirmed, null when it was not asked. */
export async function writeOpened(
  tx: Tx,
  gathering: string,
  ballot: OpenBallot,
  unencryptedWords: string | null,
): Promise<void> {
  const { number, head, hash, openedAtMs, subject, secret } = ballot;
  const present = presentOn(ballot.roll).length;
  const leastVotes = secret?.leastVotes ?? null;
  const opened = { number, head, hash, openedAtMs, present, leastVotes, unencryptedWords };
  await update(tx, ballot, { state: "open", ...opened, ...columnsOf(subject) });
  const { gatherings } = tx.tables;
  await tx.db.update(gatherings).set({ ballotCount: number }).where(eq(gatherings.id, gathering));
  for (const entry of ballot.roll) {
    await tx.insert(tx.tables.roll, { ballot: ballot.id, voter: entry.voter, entry: rollEntryBody(entry) });
  }
}

export async function writeClosed(tx: Tx, ballot: ClosedBallot): Promise<void> {
  const { closedAtMs, marksHash, votesHash, result } = ballot;
  const tally = canonicalJson({ ...closedFact(ballot).tally });
  await update(tx, ballot, { state: "closed", closedAtMs, marksHash, votesHash, tally, outcome: result.outcome });
}

export async function writeDeclared(tx: Tx, ballot: DeclaredBallot): Promise<void> {
  await update(tx, ballot, { state: "declared", declaredAtMs: ballot.declaredAtMs });
}

/** `reasonWords` is the id of the reason's typed words, null when none was given. */
export async function writeCancelled(tx: Tx, ballot: CancelledBallot, reasonWords: string | null): Promise<void> {
  await update(tx, ballot, { state: "cancelled", cancelledAtMs: ballot.cancelledAtMs, reasonWords });
}

export async function writeAnnulled(tx: Tx, ballot: AnnulledBallot, reasonWords: string): Promise<void> {
  await update(tx, ballot, { state: "annulled", cancelledAtMs: ballot.annulledAtMs, reasonWords });
}

export async function writeLastCall(tx: Tx, ballot: OpenBallot): Promise<void> {
  await update(tx, ballot, { lastCall: true });
}

export async function writeStep(tx: Tx, ballot: OpenBallot, step: ConsentStep): Promise<void> {
  await update(tx, ballot, { step });
}

/** Why a ballot was cancelled or annulled, in the chair's words; null when none were given or they were erased. */
export async function readReason(tx: Tx, gathering: string, ballot: string): Promise<string | null> {
  const { ballots } = tx.tables;
  const [row] = await tx.db.select({ words: ballots.reasonWords }).from(ballots).where(eq(ballots.id, ballot));
  if (!row?.words) return null;
  return (await readWords(tx, gathering, row.words))?.words ?? null;
}

const columnsOf = ({ kind, body, hash }: Subject) => ({ subjectKind: kind, subject: body, subjectHash: hash });

async function update(tx: Tx, ballot: Ballot, change: Partial<BallotRow>): Promise<void> {
  const { ballots } = tx.tables;
  await tx.db.update(ballots).set(change).where(eq(ballots.id, ballot.id));
}
