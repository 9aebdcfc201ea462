import { getTableName } from "drizzle-orm";
import { expect } from "vitest";

import type { Storage, Tx } from "../../server/storage/index.ts";

/** Everything that is kept, table by table: each row as it stands, in an order of its own. */
export type Kept = Readonly<Record<string, readonly string[]>>;

export const everythingKept = (storage: Storage): Promise<Kept> =>
  storage.read(async (tx) => {
    const kept: Record<string, readonly string[]> = {};
    for (const table of Object.values(tx.tables)) kept[getTableName(table)] = await rowsOf(tx, table);
    return kept;
  });

/**
 * Does something that must leave nothing behind: every table's rows and every journal's head are compared before and
 * after. The answer of what was done is given back.
 */
export async function expectUnchanged<T>(storage: Storage, work: () => Promise<T>): Promise<T> {
  const before = await everythingKept(storage);
  const done = await work();
  expect(await everythingKept(storage)).toEqual(before);
  return done;
}

async function rowsOf(tx: Tx, table: Tx["tables"][keyof Tx["tables"]]): Promise<readonly string[]> {
  const rows: readonly unknown[] = await tx.db.select().from(table);
  return rows.map((row) => JSON.stringify(row)).toSorted();
}
