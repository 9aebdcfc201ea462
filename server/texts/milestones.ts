import { and, asc, count, eq, isNotNull } from "drizzle-orm";

import type { Tx } from "../storage/index.ts";

/** What is said of a version beside its words: the name that somebody gave it, the version whose words it brought back. */
export interface Milestone {
  readonly version: number;
  readonly name: string | null;
  readonly restores: number | null;
}

export async function readMilestones(tx: Tx, text: string): Promise<readonly Milestone[]> {
  const { milestones } = tx.tables;
  const { version, name, restores } = milestones;
  return tx.db
    .select({ version, name, restores })
    .from(milestones)
    .where(eq(milestones.text, text))
    .orderBy(asc(version));
}

export async function countNames(tx: Tx, text: string): Promise<number> {
  const { milestones } = tx.tables;
  const [row] = await tx.db
    .select({ names: count() })
    .from(milestones)
    .where(and(eq(milestones.text, text), isNotNull(milestones.name)));
  return row?.names ?? 0;
}

/** Gives a version a name, another one, or none any more. */
export async function saveName(tx: Tx, text: string, version: number, name: string | null): Promise<void> {
  const { milestones } = tx.tables;
  await tx.db
    .insert(milestones)
    .values({ text, version, name })
    .onConflictDoUpdate({ target: [milestones.text, milestones.version], set: { name } });
}

export async function saveRestored(tx: Tx, text: string, version: number, restores: number): Promise<void> {
  await tx.insert(tx.tables.milestones, { text, version, name: null, restores });
}
