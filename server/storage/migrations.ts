import { readFileSync } from "node:fs";
import { join } from "node:path";

import { readMigrationFiles } from "drizzle-orm/migrator";

import { StorageRefused } from "./errors.ts";

export interface Migration {
  /** The same on both dialects: `0000_initial`. */
  readonly name: string;
  readonly hash: string;
  readonly statements: readonly string[];
}

/** The migrations of a dialect, oldest first, as they lie in `migrations/`. */
export function migrationsOf(dialect: "sqlite" | "postgres"): readonly Migration[] {
  const migrationsFolder = join(import.meta.dirname, "..", "..", "migrations", dialect);
  const names = namesIn(migrationsFolder);
  return readMigrationFiles({ migrationsFolder }).map(({ hash, sql }, i) => ({
    name: names[i] ?? "",
    hash,
    statements: sql,
  }));
}

/** In the order in which drizzle reads them too. */
function namesIn(folder: string): readonly string[] {
  const journal: { entries: { tag: string }[] } = JSON.parse(
    readFileSync(join(folder, "meta", "_journal.json"), "utf8"),
  );
  return journal.entries.map(({ tag }) => tag);
}

/** Which of `all` a database still needs, when it has applied those of these hashes. Throws `newer-version`. */
export function missingMigrations(all: readonly Migration[], applied: readonly string[]): readonly Migration[] {
  const known = applied.every((hash, i) => all[i]?.hash === hash);
  if (known) return all.slice(applied.length);
  throw newerVersion("This database");
}

/** Those of `all` that a database or a backup has had, by their names; the rest comes after. Throws `newer-version`. */
export function splitAfter(
  all: readonly Migration[],
  names: readonly string[],
  what: string,
): readonly [had: readonly Migration[], lacking: readonly Migration[]] {
  if (!names.every((name, i) => all[i]?.name === name)) throw newerVersion(what);
  return [all.slice(0, names.length), all.slice(names.length)];
}

const newerVersion = (what: string): StorageRefused =>
  new StorageRefused(
    "newer-version",
    `${what} was written by another, newer version of Cahier. Nothing was changed. Update Cahier, then try again.`,
  );
