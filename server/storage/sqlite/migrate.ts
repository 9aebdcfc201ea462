import type Sqlite from "better-sqlite3";

import { migrationsOf, missingMigrations, type Migration } from "../migrations.ts";

/**
 * Brings the database to this version in one transaction; throws `newer-version` and writes nothing if it is ahead.
 * References are checked at its end instead of at each statement: a table is changed by laying it anew (sqlite.org,
 * "Making Other Kinds Of Table Schema Changes"), and inside a transaction SQLite ignores that they be switched off.
 */
export function migrateSqlite(writer: Sqlite.Database): void {
  const referencesWere = Number(writer.pragma("foreign_keys", { simple: true }));
  writer.pragma("foreign_keys = OFF");
  writer.exec("BEGIN IMMEDIATE");
  try {
    applyMigrations(writer, missingMigrations(migrationsOf("sqlite"), appliedMigrations(writer)));
    checkReferences(writer);
    writer.exec("COMMIT");
  } finally {
    if (writer.inTransaction) writer.exec("ROLLBACK");
    writer.pragma(`foreign_keys = ${referencesWere}`);
  }
}

/** Throws when a row refers to one that is not there. */
export function checkReferences(database: Sqlite.Database): void {
  const broken = database.pragma("foreign_key_check");
  if (Array.isArray(broken) && broken.length > 0) throw new Error("There are references that lead nowhere");
}

/** Within a transaction of the caller, with references switched off before it. */
export function applyMigrations(writer: Sqlite.Database, migrations: readonly Migration[]): void {
  writer.exec(`CREATE TABLE IF NOT EXISTS "migrations" ("id" INTEGER PRIMARY KEY, "hash" TEXT NOT NULL)`);
  for (const { hash, statements } of migrations) {
    for (const statement of statements) writer.exec(statement);
    writer.prepare(`INSERT INTO "migrations" ("hash") VALUES (?)`).run(hash);
  }
}

/** The hashes of the migrations that made the tables, oldest first; none in a database without tables. */
export function appliedMigrations(database: Sqlite.Database): readonly string[] {
  const known = database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'migrations'").get();
  if (known === undefined) return [];
  return database.prepare(`SELECT "hash" FROM "migrations" ORDER BY "id"`).pluck().all().map(String);
}
