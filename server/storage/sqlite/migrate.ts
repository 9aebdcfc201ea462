import type Sqlite from "better-sqlite3";

import { migrationsOf, missingMigrations } from "../migrations.ts";

/** Brings the database to this version in one transaction; throws `newer-version` and writes nothing if it is ahead. */
export function migrateSqlite(writer: Sqlite.Database): void {
  writer.exec("BEGIN IMMEDIATE");
  try {
    for (const { hash, statements } of missingMigrations(migrationsOf("sqlite"), applied(writer))) {
      for (const statement of statements) writer.exec(statement);
      writer.prepare(`INSERT INTO "migrations" ("hash") VALUES (?)`).run(hash);
    }
    writer.exec("COMMIT");
  } finally {
    if (writer.inTransaction) writer.exec("ROLLBACK");
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
