import type Sqlite from "better-sqlite3";

import { migrationsOf, missingMigrations } from "../migrations.ts";

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
    for (const { hash, statements } of missingMigrations(migrationsOf("sqlite"), applied(writer))) {
      for (const statement of statements) writer.exec(statement);
      writer.prepare(`INSERT INTO "migrations" ("hash") VALUES (?)`).run(hash);
    }
    const broken = writer.pragma("foreign_key_check");
    if (Array.isArray(broken) && broken.length > 0) throw new Error("A migration left references that lead nowhere");
    writer.exec("COMMIT");
  } finally {
    if (writer.inTransaction) writer.exec("ROLLBACK");
    writer.pragma(`foreign_keys = ${referencesWere}`);
  }
}

function applied(writer: Sqlite.Database): readonly string[] {
  writer.exec(`CREATE TABLE IF NOT EXISTS "migrations" ("id" INTEGER PRIMARY KEY, "hash" TEXT NOT NULL)`);
  return writer
    .prepare(`SELECT "hash" FROM "migrations" ORDER BY "id"`)
    .pluck()
    .all()
    .map((hash) => String(hash));
}
