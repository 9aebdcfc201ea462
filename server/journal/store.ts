import { and, asc, eq, gt, like } from "drizzle-orm";

import { sealEntry, type ActData, type ActName, type Head, type SealedEntry } from "../../shared/journal/index.ts";
import type { Tx } from "../storage/index.ts";

/** An entry before it has its place in the chain. */
export interface NewEntry<A extends ActName = ActName> {
  readonly act: A;
  readonly by: string;
  readonly role: string;
  readonly behalf?: string;
  readonly atMs: number;
  readonly data: ActData[A];
}

/**
 * Appends to the gathering's chain, in the caller's unit of work. When the clock has stepped back since the entry
 * before, that is minuted first, as an entry of its own by `operator`.
 */
export async function appendEntry<A extends ActName>(
  tx: Tx,
  gathering: string,
  entry: NewEntry<A>,
): Promise<SealedEntry> {
  return chain(tx, gathering, await headForEntry(tx, gathering, entry.atMs), entry);
}

/**
 * The head on which an entry of this time will stand: for an act whose own data holds it (`ballot.opened`). A clock that
 * stepped back is minuted here, so that nothing comes between this head and that entry.
 */
export async function headForEntry(tx: Tx, gathering: string, atMs: number): Promise<Head> {
  const { head, lastAtMs } = await standing(tx, gathering);
  const byMs = lastAtMs - atMs;
  if (byMs <= 0) return head;
  const act = "clock.steppedBack";
  return chain(tx, gathering, head, { act, by: "operator", role: "operator", atMs, data: { byMs } });
}

/** The entries after that number, oldest first, at most `limit`. */
export async function readEntries(
  tx: Tx,
  gathering: string,
  afterSequence: number,
  limit: number,
): Promise<SealedEntry[]> {
  const { journal } = tx.tables;
  return tx.db
    .select({ sequence: journal.sequence, hash: journal.hash, body: journal.body })
    .from(journal)
    .where(and(eq(journal.gathering, gathering), gt(journal.sequence, afterSequence)))
    .orderBy(asc(journal.sequence))
    .limit(limit);
}

/** The entries of one act, oldest first. A body begins with its act: keys are sorted. */
export async function readEntriesOf(tx: Tx, gathering: string, act: ActName): Promise<SealedEntry[]> {
  const { journal } = tx.tables;
  return tx.db
    .select({ sequence: journal.sequence, hash: journal.hash, body: journal.body })
    .from(journal)
    .where(and(eq(journal.gathering, gathering), like(journal.body, `{"act":"${act}",%`)))
    .orderBy(asc(journal.sequence));
}

/** Where the gathering's journal stands. */
export async function readHead(tx: Tx, gathering: string): Promise<Head> {
  return (await standing(tx, gathering)).head;
}

async function standing(tx: Tx, gathering: string): Promise<{ head: Head; lastAtMs: number }> {
  const { gatherings } = tx.tables;
  const [row] = await tx.db
    .select({ sequence: gatherings.headSequence, hash: gatherings.headHash, lastAtMs: gatherings.lastAtMs })
    .from(gatherings)
    .where(eq(gatherings.id, gathering));
  if (!row) throw new Error(`No gathering ${gathering}`);
  return { head: { sequence: row.sequence, hash: row.hash }, lastAtMs: row.lastAtMs };
}

async function chain(tx: Tx, gathering: string, head: Head, entry: NewEntry): Promise<SealedEntry> {
  const sealed = sealEntry({ ...entry, gathering, sequence: head.sequence + 1, previous: head.hash });
  const { gatherings, journal } = tx.tables;
  // The head first: two servers that append at once meet on its row, before either has added anything.
  await tx.db
    .update(gatherings)
    .set({ headSequence: sealed.sequence, headHash: sealed.hash, lastAtMs: entry.atMs })
    .where(eq(gatherings.id, gathering));
  await tx.insert(journal, { gathering, ...sealed });
  return sealed;
}
