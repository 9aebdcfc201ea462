import { and, asc, eq, gt } from "drizzle-orm";

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
  const { head, lastAtMs } = await standing(tx, gathering);
  const steppedBackMs = lastAtMs - entry.atMs;
  const minuted = steppedBackMs > 0 ? [sealAfter(head, gathering, clockSteppedBack(steppedBackMs, entry.atMs))] : [];
  const sealed = sealAfter(minuted[0] ?? head, gathering, entry);
  const { gatherings, journal } = tx.tables;
  // The head first: two servers that append at once meet on its row, before either has added anything.
  await tx.db
    .update(gatherings)
    .set({ headSequence: sealed.sequence, headHash: sealed.hash, lastAtMs: entry.atMs })
    .where(eq(gatherings.id, gathering));
  for (const added of [...minuted, sealed]) await tx.insert(journal, { gathering, ...added });
  return sealed;
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

const sealAfter = (head: Head, gathering: string, entry: NewEntry): SealedEntry =>
  sealEntry({ ...entry, gathering, sequence: head.sequence + 1, previous: head.hash });

function clockSteppedBack(byMs: number, atMs: number): NewEntry<"clock.steppedBack"> {
  return { act: "clock.steppedBack", by: "operator", role: "operator", atMs, data: { byMs } };
}
