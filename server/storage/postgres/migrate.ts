import type pg from "pg";

import { migrationsOf, missingMigrations } from "../migrations.ts";

/** Any number that nothing else locks: servers that start together migrate one after the other. */
const migrationLock = 7_202_001;

/** Brings the database to this version in one transaction; throws `newer-version` and writes nothing if it is ahead. */
export async function migratePostgres(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query("BEGIN");
    await client.query("SELECT pg_advisory_xact_lock($1)", [migrationLock]);
    for (const { hash, statements } of missingMigrations(migrationsOf("postgres"), await applied(client))) {
      for (const statement of statements) await client.query(statement);
      await client.query(`INSERT INTO "migrations" ("hash") VALUES ($1)`, [hash]);
    }
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    throw error;
  } finally {
    client.release();
  }
}

async function applied(client: pg.PoolClient): Promise<readonly string[]> {
  await client.query(`CREATE TABLE IF NOT EXISTS "migrations" ("id" SERIAL PRIMARY KEY, "hash" TEXT NOT NULL)`);
  const { rows } = await client.query<{ hash: string }>(`SELECT "hash" FROM "migrations" ORDER BY "id"`);
  return rows.map((row) => row.hash);
}
