import type pg from "pg";

import { migrationsOf, missingMigrations, type Migration } from "../migrations.ts";
import { transaction } from "./transaction.ts";

/** Any number that nothing else locks: servers that start together migrate one after the other. */
const migrationLock = 7_202_001;

/** Brings the database to this version in one transaction; throws `newer-version` and writes nothing if it is ahead. */
export const migratePostgres = (pool: pg.Pool): Promise<void> =>
  transaction(pool, "BEGIN", async (client) => {
    await lockMigrations(client);
    await applyMigrations(client, missingMigrations(migrationsOf("postgres"), await appliedMigrations(client)));
  });

/** Until the transaction of the caller ends, nobody else makes or changes the tables. */
export async function lockMigrations(client: pg.ClientBase): Promise<void> {
  await client.query("SELECT pg_advisory_xact_lock($1)", [migrationLock]);
}

/** Within a transaction of the caller. */
export async function applyMigrations(client: pg.ClientBase, migrations: readonly Migration[]): Promise<void> {
  await client.query(`CREATE TABLE IF NOT EXISTS "migrations" ("id" SERIAL PRIMARY KEY, "hash" TEXT NOT NULL)`);
  for (const { hash, statements } of migrations) {
    for (const statement of statements) await client.query(statement);
    await client.query(`INSERT INTO "migrations" ("hash") VALUES ($1)`, [hash]);
  }
}

/** The hashes of the migrations that made the tables, oldest first; none in a database without tables. */
export async function appliedMigrations(client: pg.ClientBase): Promise<readonly string[]> {
  const known = await client.query<{ known: boolean }>(`SELECT to_regclass('migrations') IS NOT NULL AS "known"`);
  if (known.rows[0]?.known !== true) return [];
  const { rows } = await client.query<{ hash: string }>(`SELECT "hash" FROM "migrations" ORDER BY "id"`);
  return rows.map((row) => row.hash);
}
