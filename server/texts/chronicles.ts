import { eq } from "drizzle-orm";

import {
  emptyChronicle,
  followChronicle,
  packChronicle,
  unpackChronicle,
  type Chronicle,
  type CommitOrigin,
  type KnownCommit,
  type Standing,
} from "../../shared/texts/index.ts";
import { limits } from "../../shared/limits.ts";
import { ok, refuse, type Result } from "../../shared/refusals.ts";
import type { Tx } from "../storage/index.ts";
import { commitsAfter, followCommit, readDocument } from "./commits.ts";

/**
 * Who wrote what and when, up to the text's head. Refuses `try-again` while too many commits are not told yet: of a text
 * that was written under an earlier Cahier, or faster than anybody types.
 */
export async function readChronicle(tx: Tx, text: string, version: number): Promise<Result<Chronicle>> {
  const kept = await readKept(tx, text);
  const more = version - kept.provenance.version;
  return more > limits.resumeCommits ? refuse("try-again") : ok((await goOn(tx, text, kept, more)).chronicle);
}

/**
 * Tells on from what was kept, some commits at most, and keeps it. True when more is to be told. It can always be told
 * anew: nothing hangs on it.
 */
export async function keepChronicle(tx: Tx, text: string): Promise<boolean> {
  const kept = await readKept(tx, text);
  const { chronicle, told } = await goOn(tx, text, kept, limits.chronicleCommits);
  if (told === 0) return false;
  const { chronicles } = tx.tables;
  const packed = { version: chronicle.provenance.version, ...packChronicle(chronicle) };
  await tx.db
    .insert(chronicles)
    .values({ text, ...packed })
    .onConflictDoUpdate({ target: chronicles.text, set: packed });
  return told === limits.chronicleCommits;
}

async function readKept(tx: Tx, text: string): Promise<Chronicle> {
  const { chronicles } = tx.tables;
  const [row] = await tx.db.select().from(chronicles).where(eq(chronicles.text, text));
  return row ? unpackChronicle(row) : emptyChronicle(text);
}

async function goOn(tx: Tx, text: string, kept: Chronicle, most: number) {
  const rows = most <= 0 ? [] : await commitsAfter(tx, text, kept.provenance.version, most);
  if (rows.length === 0) return { chronicle: kept, told: 0 };
  let chronicle = kept;
  let before: Standing = await readDocument(tx, text, kept.provenance.version);
  for (const row of rows) {
    const commit = followCommit(before, row);
    chronicle = followChronicle(chronicle, before.doc, authored(commit));
    before = { version: row.version, head: row.hash, doc: commit.doc };
  }
  return { chronicle, told: rows.length };
}

function authored({ sealed, steps, doc }: KnownCommit) {
  const { author, ballot, atMs }: CommitOrigin & { atMs: number } = JSON.parse(sealed.body);
  return { version: sealed.version, author, ...(ballot === undefined ? {} : { ballot }), atMs, steps, doc };
}
