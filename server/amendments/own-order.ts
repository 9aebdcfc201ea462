import { eq } from "drizzle-orm";

import type { Tx } from "../storage/index.ts";

/** The chair's own running order of a text, ids of amendments; empty while they are called in the natural order. */
export async function readOwnOrder(tx: Tx, text: string): Promise<readonly string[]> {
  const { amending } = tx.tables;
  const [row] = await tx.db.select({ order: amending.runningOrder }).from(amending).where(eq(amending.text, text));
  const ids: unknown = row?.order ? JSON.parse(row.order) : [];
  return Array.isArray(ids) ? ids.map(String) : [];
}

/** An empty one gives the natural order back. */
export async function keepOwnOrder(tx: Tx, text: string, ids: readonly string[]): Promise<void> {
  const { amending } = tx.tables;
  const runningOrder = ids.length === 0 ? null : JSON.stringify(ids);
  await tx.db
    .insert(amending)
    .values({ text, runningOrder })
    .onConflictDoUpdate({ target: amending.text, set: { runningOrder } });
}
