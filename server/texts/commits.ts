import { and, asc, desc, eq, gt, lte } from "drizzle-orm";
import { Node } from "prosemirror-model";

import { canonicalJson } from "../../shared/journal/index.ts";
import { limits } from "../../shared/limits.ts";
import {
  emptyHistory,
  extendHistory,
  historyFrom,
  plainJson,
  replayCommit,
  textSchema,
  type KnownCommit,
  type PushName,
  type Standing,
  type TextHistory,
} from "../../shared/texts/index.ts";
import type { Tx } from "../storage/index.ts";
import type { PlainCommit } from "./lane.ts";

/** The name of a commit that no page pushed: an act of the assembly wrote it. */
export const writtenByAct: PushName = { client: "", sequence: 0 };

/**
 * A text from the disk, with a window of `keep` commits behind its head (all, when it has fewer). Throws when a
 * stored commit does not follow the one before: the disk was tampered with, or a bug wrote it.
 */
export async function loadHistory(
  tx: Tx,
  text: string,
  keep: number = limits.recentVersionsInMemory,
): Promise<TextHistory> {
  const version = await readVersion(tx, text);
  const from = await snapshotBefore(tx, text, Math.max(0, version - keep));
  const rows = await commitsAfter(tx, text, from.version, version - from.version);
  return rows.reduce((history, row) => extendHistory(history, followCommit(history, row), keep), from);
}

/** The document at a version that exists, from the last snapshot before it. */
export async function readDocument(tx: Tx, text: string, version: number): Promise<Standing> {
  const from: Standing = await snapshotBefore(tx, text, version);
  const rows = await commitsAfter(tx, text, from.version, version - from.version);
  return rows.reduce<Standing>((standing, row) => {
    const commit = followCommit(standing, row);
    return { version: commit.sealed.version, head: commit.sealed.hash, doc: commit.doc };
  }, from);
}

export interface CommitRow {
  readonly version: number;
  readonly hash: string;
  readonly body: string;
  readonly client: string | null;
  readonly sequence: number | null;
}

/** Commits as they are stored, oldest first, with the push that each was. */
export async function commitsAfter(
  tx: Tx,
  text: string,
  version: number,
  limit: number,
): Promise<readonly CommitRow[]> {
  const { commits, pushes } = tx.tables;
  return tx.db
    .select({
      version: commits.version,
      hash: commits.hash,
      body: commits.body,
      client: pushes.client,
      sequence: pushes.sequence,
    })
    .from(commits)
    .leftJoin(pushes, and(eq(pushes.text, text), eq(pushes.version, commits.version), eq(pushes.dropped, false)))
    .where(and(eq(commits.text, text), gt(commits.version, version)))
    .orderBy(asc(commits.version))
    .limit(limit);
}

/** Adds commits to the chain and moves the text's row along with them. `title` is that of the last document. */
export async function appendCommits(tx: Tx, text: string, added: readonly KnownCommit[]): Promise<void> {
  const last = added[added.length - 1];
  if (!last) return;
  const { texts, commits } = tx.tables;
  await tx.db
    .update(texts)
    .set({ version: last.sealed.version, head: last.sealed.hash, title: titleOf(last) })
    .where(eq(texts.id, text));
  for (const { sealed } of added) {
    await tx.insert(commits, { text, version: sealed.version, hash: sealed.hash, body: sealed.body });
  }
}

export async function saveSnapshot(tx: Tx, text: string, { version, doc }: Standing): Promise<void> {
  const { snapshots } = tx.tables;
  await tx.db
    .insert(snapshots)
    .values({ text, version, doc: canonicalJson(plainJson(doc.toJSON())) })
    .onConflictDoNothing();
}

async function readVersion(tx: Tx, text: string): Promise<number> {
  const { texts } = tx.tables;
  const [row] = await tx.db.select({ version: texts.version }).from(texts).where(eq(texts.id, text));
  if (!row) throw new Error(`No text ${text}`);
  return row.version;
}

async function snapshotBefore(tx: Tx, text: string, version: number): Promise<TextHistory> {
  const { snapshots, commits } = tx.tables;
  const [row] = await tx.db
    .select({ version: snapshots.version, doc: snapshots.doc, head: commits.hash })
    .from(snapshots)
    .innerJoin(commits, and(eq(commits.text, text), eq(commits.version, snapshots.version)))
    .where(and(eq(snapshots.text, text), lte(snapshots.version, version)))
    .orderBy(desc(snapshots.version))
    .limit(1);
  return row ? historyFrom(text, row.version, row.head, parseStored(row.doc)) : emptyHistory(text);
}

const parseStored = (doc: string): Node => Node.fromJSON(textSchema, JSON.parse(doc));

/** The commit of a row, redone on the version before it. */
export function followCommit(before: Standing, row: CommitRow): KnownCommit {
  const commit = replayCommit(before, { version: row.version, hash: row.hash, body: row.body }, pushOf(row));
  if (!commit) throw new Error(`Commit ${row.version} does not follow the one before it`);
  return commit;
}

/** A stored commit, to be told. */
export function plainRow(row: CommitRow): PlainCommit {
  const { steps, repairs }: { steps: unknown[]; repairs: unknown[] } = JSON.parse(row.body);
  const { client, sequence } = pushOf(row);
  return { version: row.version, client, sequence, steps, repairs, hash: row.hash };
}

const pushOf = (row: CommitRow): PushName =>
  row.client === null || row.sequence === null ? writtenByAct : { client: row.client, sequence: row.sequence };

const titleOf = (commit: KnownCommit): string =>
  commit.doc.firstChild?.textContent.slice(0, limits.nameCharacters) ?? "";
