import { and, count, eq, or } from "drizzle-orm";

import {
  sortedChoices,
  type Ballot,
  type Received,
  type Roll,
  type RollMark,
  type Urn,
} from "../../shared/ballots/index.ts";
import { ok, refuse, type Result } from "../../shared/refusals.ts";
import type { Storage, Tx } from "../storage/index.ts";
import { readBox } from "./count-store.ts";

/** The marks that casting looks at: this voter's, and any other with this request key. */
export async function readMarksOf(
  tx: Tx,
  ballot: string,
  voter: string,
  requestKey?: string,
): Promise<readonly RollMark[]> {
  const { marks } = tx.tables;
  const whose =
    requestKey === undefined ? eq(marks.voter, voter) : or(eq(marks.voter, voter), eq(marks.requestKey, requestKey));
  return tx.db
    .select(columns(tx))
    .from(marks)
    .where(and(eq(marks.ballot, ballot), whose));
}

async function readMarks(tx: Tx, ballot: string): Promise<readonly RollMark[]> {
  const { marks } = tx.tables;
  return tx.db.select(columns(tx)).from(marks).where(eq(marks.ballot, ballot));
}

export async function countMarks(tx: Tx, ballot: string): Promise<number> {
  const { marks } = tx.tables;
  const [row] = await tx.db.select({ marked: count() }).from(marks).where(eq(marks.ballot, ballot));
  return row?.marked ?? 0;
}

/** Puts a vote into the urn: the mark with its request key; the choice apart, under a key of its own, random and kept nowhere. */
export async function putInUrn(
  tx: Tx,
  ballot: string,
  mark: RollMark,
  { choice, key }: { readonly choice: string; readonly key: string },
): Promise<void> {
  const { voter, requestKey, entered, by, atMs, receipt } = mark;
  await tx.insert(tx.tables.marks, { ballot, voter, requestKey, entered, castBy: by, atMs, receipt });
  await tx.insert(tx.tables.choices, { ballot, key, choice });
}

/** The urn of an open ballot, to be counted. Refuses `try-again` when the table was laid anew under this unit of work. */
export async function openUrn(tx: Tx, ballot: string): Promise<Result<Urn>> {
  const { choices } = tx.tables;
  const rows = await tx.db.select({ choice: choices.choice }).from(choices).where(eq(choices.ballot, ballot));
  const marks = await readMarks(tx, ballot);
  // PostgreSQL shows a table that was truncated meanwhile as an empty one.
  if (rows.length !== marks.length) return refuse("try-again");
  return ok({ marks, choices: sortedChoices(rows.map(({ choice }) => choice)) });
}

/** Deletes the choices of a ballot that is closed or cancelled; `kept` is its list of votes, null when none is kept. */
export async function emptyUrn(tx: Tx, ballot: string, kept: string | null): Promise<void> {
  const { choices, ballots } = tx.tables;
  await tx.db.delete(choices).where(eq(choices.ballot, ballot));
  await tx.db.update(ballots).set({ choices: kept, unscrubbed: true }).where(eq(ballots.id, ballot));
}

/** What a ballot received. The choices of a secret one are read here only once they are sorted: until then none. */
export async function readReceived(
  tx: Tx,
  { id, secrecy, roll = [] }: Pick<Ballot, "id" | "secrecy"> & { readonly roll?: Roll },
): Promise<Received> {
  if (secrecy === "public") return readBox(tx, { id, roll });
  const { ballots } = tx.tables;
  const [row] = await tx.db.select({ choices: ballots.choices }).from(ballots).where(eq(ballots.id, id));
  return { marks: await readMarks(tx, id), choices: parseChoices(row?.choices ?? "[]") };
}

function parseChoices(text: string): readonly string[] {
  const value: unknown = JSON.parse(text);
  if (!Array.isArray(value)) throw new Error("The choices of a ballot are a list");
  return value.map(String);
}

/** Whether traces of the single choices may still stand on the disk. */
export async function isUnscrubbed(tx: Tx, ballot: string): Promise<boolean> {
  const { ballots } = tx.tables;
  const [row] = await tx.db.select({ unscrubbed: ballots.unscrubbed }).from(ballots).where(eq(ballots.id, ballot));
  return row?.unscrubbed ?? false;
}

/**
 * Makes unreadable what closing and cancelling deleted. Called after each of them, and at start-up for what was left; on
 * disk first, since nothing can be scrubbed within a unit of work. Throws when it could not be done now.
 */
export async function scrubUrns(storage: Storage): Promise<void> {
  const pending = await storage.read(async ({ db, tables: { ballots } }) =>
    db.select({ id: ballots.id }).from(ballots).where(eq(ballots.unscrubbed, true)),
  );
  if (pending.length === 0) return;
  await storage.scrub();
  await storage.act(async ({ db, tables: { ballots } }) => {
    for (const { id } of pending) await db.update(ballots).set({ unscrubbed: false }).where(eq(ballots.id, id));
    return ok(null);
  });
}

function columns({ tables: { marks } }: Tx) {
  return {
    voter: marks.voter,
    requestKey: marks.requestKey,
    entered: marks.entered,
    by: marks.castBy,
    atMs: marks.atMs,
    receipt: marks.receipt,
  };
}
