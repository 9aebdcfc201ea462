import { and, asc, desc, eq, gt } from "drizzle-orm";

import { eraseWords, keepWords } from "../journal/index.ts";
import type { OwnWords } from "../people/index.ts";
import type { Tx } from "../storage/index.ts";

/** One thing said under an amendment. */
export interface Comment {
  readonly id: string;
  /** Of the delegation for which it was said; empty: by the desk or the drafting group. */
  readonly delegation: string;
  readonly participant: string;
  readonly saidAtMs: number;
  /** Null once they were erased or taken out of sight. */
  readonly words: string | null;
}

/** The last ones said, oldest first. */
export async function readComments(tx: Tx, amendment: string, atMost: number): Promise<readonly Comment[]> {
  const { comments, words } = tx.tables;
  const rows = await tx.db
    .select({
      id: comments.id,
      delegation: comments.delegation,
      participant: comments.participant,
      saidAtMs: comments.saidAtMs,
      words: words.text,
    })
    .from(comments)
    .leftJoin(words, eq(words.id, comments.words))
    .where(eq(comments.amendment, amendment))
    .orderBy(desc(comments.saidAtMs), desc(comments.id))
    .limit(atMost);
  return rows.toReversed();
}

export async function countComments(tx: Tx, amendment: string): Promise<number> {
  const { comments } = tx.tables;
  return tx.db.$count(comments, eq(comments.amendment, amendment));
}

/** What this person said anywhere after that moment, newest first. */
export async function saidSince(
  tx: Tx,
  gathering: string,
  participant: string,
  afterMs: number,
): Promise<readonly { readonly amendment: string; readonly words: string | null }[]> {
  const { comments, words } = tx.tables;
  return tx.db
    .select({ amendment: comments.amendment, words: words.text })
    .from(comments)
    .leftJoin(words, and(eq(words.gathering, gathering), eq(words.id, comments.words)))
    .where(and(eq(comments.participant, participant), gt(comments.saidAtMs, afterMs)))
    .orderBy(desc(comments.saidAtMs), desc(comments.id));
}

export async function addComment(
  tx: Tx,
  gathering: string,
  comment: Omit<Comment, "words"> & { readonly amendment: string },
  typed: { readonly id: string; readonly words: string; readonly salt: string },
): Promise<void> {
  await keepWords(tx, gathering, { ...typed, kind: "comment" });
  await tx.insert(tx.tables.comments, { ...comment, words: typed.id });
}

/** Erases what was said; that something was said stays. Null when the gathering has no such comment. */
export async function eraseComment(
  tx: Tx,
  gathering: string,
  id: string,
): Promise<{ readonly amendment: string; readonly number: number } | null> {
  const { amendments, comments } = tx.tables;
  const [comment] = await tx.db
    .select({ amendment: comments.amendment, number: amendments.number, words: comments.words })
    .from(comments)
    .innerJoin(amendments, eq(amendments.id, comments.amendment))
    .where(and(eq(amendments.gathering, gathering), eq(comments.id, id)));
  if (!comment) return null;
  await eraseWords(tx, gathering, [comment.words]);
  return comment;
}

/** What a person said under amendments, to take along or to erase. */
export const discussedWords: OwnWords = {
  async read(tx, gathering, participant) {
    const { amendments, comments, words } = tx.tables;
    return tx.db
      .select({ amendment: amendments.number, saidAtMs: comments.saidAtMs, words: words.text })
      .from(comments)
      .innerJoin(amendments, eq(amendments.id, comments.amendment))
      .leftJoin(words, eq(words.id, comments.words))
      .where(and(eq(amendments.gathering, gathering), eq(comments.participant, participant)))
      .orderBy(asc(comments.saidAtMs), asc(comments.id));
  },
  async erase(tx, gathering, participant) {
    const { amendments, comments } = tx.tables;
    const own = await tx.db
      .select({ words: comments.words })
      .from(comments)
      .innerJoin(amendments, eq(amendments.id, comments.amendment))
      .where(and(eq(amendments.gathering, gathering), eq(comments.participant, participant)));
    await eraseWords(
      tx,
      gathering,
      own.map(({ words }) => words),
    );
  },
};
