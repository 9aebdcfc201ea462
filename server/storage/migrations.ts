import { join } from "node:path";

import { readMigrationFiles } from "drizzle-orm/migrator";

import { StorageRefused } from "./errors.ts";

export interface Migration {
  readonly hash: string;
  readonly statements: readonly string[];
}

/** The migrations of a dialect, oldest first, as they lie in `migrations/`. */
export function migrationsOf(dialect: "sqlite" | "postgres"): readonly Migration[] {
  const migrationsFolder = join(import.meta.dirname, "..", "..", "migrations", dialect);
  return readMigrationFiles({ migrationsFolder }).map(({ hash, sql }) => ({ hash, statements: sql }));
}

/** Which of `all` a database still needs, when it has applied those of these hashes. Throws `newer-version`. */
export function missingMigrations(all: readonly Migration[], applied: readonly string[]): readonly Migration[] {
  const known = applied.every((hash, i) => all[i]?.hash === hash);
  if (known) return all.slice(applied.length);
  throw new StorageRefused(
    "newer-version",
    "This database was written by another, newer version of Cahier. Nothing was changed. Update Cahier, then start again.",
  );
}
