import { and, eq } from "drizzle-orm";

import { parseOpinion, type Opinion } from "../../shared/amendments/index.ts";
import type { Tx } from "../storage/index.ts";

/** An opinion as it stands: the last that this delegation gave, or the text's drafting group (an empty delegation). */
export interface KeptOpinion {
  readonly delegation: string;
  /** The revision of the amendment that it is about. */
  readonly revision: number;
  readonly opinion: Opinion;
  /** The id of its reason among the typed words. */
  readonly reason: string | null;
  readonly saidAtMs: number;
}

export const draftingGroup = "";

/** Of one amendment, each delegation's and the drafting group's. */
export async function readOpinions(tx: Tx, amendment: string): Promise<readonly KeptOpinion[]> {
  const { opinions } = tx.tables;
  const rows = await tx.db.select().from(opinions).where(eq(opinions.amendment, amendment));
  return rows.map(({ delegation, revision, opinion, reasonWords, saidAtMs }) => ({
    delegation,
    revision,
    opinion: parseOpinion(opinion),
    reason: reasonWords,
    saidAtMs,
  }));
}

/** What the drafting group thinks of the amendments of a text as they are worded now, by their ids. */
export async function readGroupOpinions(tx: Tx, text: string): Promise<ReadonlyMap<string, Opinion>> {
  const { amendments, opinions } = tx.tables;
  const rows = await tx.db
    .select({ amendment: opinions.amendment, opinion: opinions.opinion })
    .from(opinions)
    .innerJoin(amendments, and(eq(amendments.id, opinions.amendment), eq(amendments.revision, opinions.revision)))
    .where(and(eq(amendments.text, text), eq(opinions.delegation, draftingGroup)));
  return new Map(rows.map(({ amendment, opinion }) => [amendment, parseOpinion(opinion)]));
}

/** One of each: the last one said counts. */
export async function keepOpinion(tx: Tx, amendment: string, kept: KeptOpinion): Promise<void> {
  const { opinions } = tx.tables;
  const { reason, ...said } = kept;
  const row = { amendment, ...said, reasonWords: reason };
  await tx.db
    .insert(opinions)
    .values(row)
    .onConflictDoUpdate({ target: [opinions.amendment, opinions.delegation], set: row });
}
