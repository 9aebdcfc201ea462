import { eq } from "drizzle-orm";

import type { Tx } from "../storage/index.ts";

/** Words by their hash: null once erased. */
export async function readAllWords(tx: Tx, gathering: string): Promise<ReadonlyMap<string, string | null>> {
  const { words } = tx.tables;
  const rows = await tx.db
    .select({ hash: words.hash, text: words.text })
    .from(words)
    .where(eq(words.gathering, gathering));
  return new Map(rows.map(({ hash, text }) => [hash, text]));
}
