import { and, asc, countDistinct, eq, gte, or } from "drizzle-orm";

import type { Asking, CastOn, Franchise, RollEntry, Secrecy, Vote } from "../../shared/ballots/index.ts";
import type { Tx } from "../storage/index.ts";
import { parseRollEntry, storedAsking, storedFranchise, type BallotRow } from "./parse-row.ts";

/** Every vote of a ballot in the order they were written, replaced ones included. */
export async function readVotes(tx: Tx, ballot: string): Promise<readonly Vote[]> {
  const { votes } = tx.tables;
  return tx.db.select(columns(tx)).from(votes).where(eq(votes.ballot, ballot)).orderBy(asc(votes.ordinal));
}

/** This voter's votes, in the order they were written. */
export const readVotesOf = (tx: Tx, ballot: string, voter: string): Promise<readonly Vote[]> =>
  readVotesOfAll(tx, ballot, [voter], []);

/** The votes that casting looks at for several voters: theirs, and any other with one of these request keys. */
export async function readVotesOfAll(
  tx: Tx,
  ballot: string,
  voters: readonly string[],
  requestKeys: readonly string[],
): Promise<readonly Vote[]> {
  const { votes } = tx.tables;
  const whose = or(tx.among(votes.voter, voters), tx.among(votes.requestKey, requestKeys));
  return tx.db
    .select(columns(tx))
    .from(votes)
    .where(and(eq(votes.ballot, ballot), whose))
    .orderBy(asc(votes.ordinal));
}

/** The votes from this place in the ballot's order on. */
export async function readVotesFrom(tx: Tx, ballot: string, order: number): Promise<readonly Vote[]> {
  const { votes } = tx.tables;
  return tx.db
    .select(columns(tx))
    .from(votes)
    .where(and(eq(votes.ballot, ballot), gte(votes.ordinal, order)))
    .orderBy(asc(votes.ordinal));
}

/** Written at the end of the unit of work, with its other votes. */
export function addVote(tx: Tx, ballot: string, vote: Vote): void {
  const { order, voter, requestKey, choice, reasonHash, entered, by, atMs, receipt } = vote;
  const row = {
    ballot,
    ordinal: order,
    voter,
    requestKey,
    choice,
    reasonHash: reasonHash ?? null,
    entered,
    castBy: by,
    atMs,
    receipt,
  };
  tx.insertLater(tx.tables.votes, row);
}

/** How many voters have a vote in a public ballot: all that may be told while it is open. */
export async function countVoted(tx: Tx, ballot: string): Promise<number> {
  const { votes } = tx.tables;
  const [row] = await tx.db
    .select({ voted: countDistinct(votes.voter) })
    .from(votes)
    .where(eq(votes.ballot, ballot));
  return row?.voted ?? 0;
}

/** What casting asks of a ballot, with its number and how many lines of its roll are present. */
export interface CastAt {
  readonly on: CastOn;
  readonly asking: Asking;
  readonly secrecy: Secrecy;
  readonly franchise: Franchise;
  readonly number: number;
  readonly present: number;
}

/** Null when the gathering has no ballot of this id. Does not read the roll: votes come by the hundred. */
export async function readCastAt(tx: Tx, gathering: string, ballot: string): Promise<CastAt | null> {
  const { ballots } = tx.tables;
  const { state, hash, number, present, method, optionCount, seats, secrecy, unit, weights, proxies, split } = ballots;
  const [row] = await tx.db
    .select({ state, hash, number, present, method, optionCount, seats, secrecy, unit, weights, proxies, split })
    .from(ballots)
    .where(and(eq(ballots.gathering, gathering), eq(ballots.id, ballot)));
  if (!row) return null;
  const on = castOn(row.state, row.hash);
  const { secrecy: kept, number: given, present: there } = row;
  const franchise = storedFranchise(row);
  return { on, asking: storedAsking(row), secrecy: kept, franchise, number: given ?? 0, present: there ?? 0 };
}

function castOn(state: BallotRow["state"], hash: string | null): CastOn {
  return state === "open" ? { state, hash: hash ?? "" } : { state };
}

/** One line of a ballot's roll, without reading the others. */
export async function readRollEntry(tx: Tx, ballot: string, voter: string): Promise<RollEntry | null> {
  const { roll } = tx.tables;
  const [row] = await tx.db
    .select({ entry: roll.entry })
    .from(roll)
    .where(and(eq(roll.ballot, ballot), eq(roll.voter, voter)));
  return row ? parseRollEntry(row.entry) : null;
}

/** Is a ballot of the gathering open on whose roll this voter stands? */
export async function isOnOpenRoll(tx: Tx, gathering: string, voter: string): Promise<boolean> {
  const { ballots, roll } = tx.tables;
  const rows = await tx.db
    .select({ ballot: roll.ballot })
    .from(roll)
    .innerJoin(ballots, eq(ballots.id, roll.ballot))
    .where(and(eq(ballots.gathering, gathering), eq(ballots.state, "open"), eq(roll.voter, voter)))
    .limit(1);
  return rows.length > 0;
}

/** The lines of several voters; who is not on the roll is left out. */
export async function readRollEntries(
  tx: Tx,
  ballot: string,
  voters: readonly string[],
): Promise<ReadonlyMap<string, RollEntry>> {
  const { roll } = tx.tables;
  const rows = await tx.db
    .select({ voter: roll.voter, entry: roll.entry })
    .from(roll)
    .where(and(eq(roll.ballot, ballot), tx.among(roll.voter, voters)));
  return new Map(rows.map(({ voter, entry }) => [voter, parseRollEntry(entry)]));
}

function columns({ tables: { votes } }: Tx) {
  return {
    order: votes.ordinal,
    voter: votes.voter,
    requestKey: votes.requestKey,
    choice: votes.choice,
    reasonHash: votes.reasonHash,
    entered: votes.entered,
    by: votes.castBy,
    atMs: votes.atMs,
    receipt: votes.receipt,
  };
}
