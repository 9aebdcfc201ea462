import type pg from "pg";

import { unorderedTables } from "../tables/index.ts";
import { transaction } from "./transaction.ts";

/**
 * Lays each unordered table anew: TRUNCATE gives it a file of its own and drops the old one with its deleted rows; what is
 * left comes back in the order of its cells, by one transaction, so that all rows bear one `xmin`.
 */
export async function scrubPostgres(pool: pg.Pool): Promise<void> {
  for (const table of unorderedTables) await layAnew(pool, table);
}

const layAnew = (pool: pg.Pool, table: string): Promise<void> =>
  transaction(pool, "BEGIN", async (client) => {
    // A backup reads for long: better to fail and be called again than to keep all who vote waiting behind.
    await client.query("SET LOCAL lock_timeout = '3s'");
    await client.query(`LOCK TABLE "${table}" IN ACCESS EXCLUSIVE MODE`);
    await client.query(`CREATE TEMPORARY TABLE "kept" ON COMMIT DROP AS SELECT * FROM "${table}"`);
    await client.query(`TRUNCATE "${table}"`);
    await client.query(`INSERT INTO "${table}" SELECT * FROM "kept" ORDER BY "kept"::text COLLATE "C"`);
  });
