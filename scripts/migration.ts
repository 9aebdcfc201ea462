import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

import {
  generateDrizzleJson,
  generateMigration,
  generateSQLiteDrizzleJson,
  generateSQLiteMigration,
} from "drizzle-kit/api";

import { postgresTables, sqliteTables, unorderedTables } from "../server/storage/tables/index.ts";
import { root } from "./steps.ts";

export type Dialect = "sqlite" | "postgres";

export const migrationsFolder = (dialect: Dialect): string => join(root, "migrations", dialect);

/** What drizzle-kit would write after the migrations that lie there; no statements when the tables ask for nothing more. */
export interface NextMigration {
  readonly index: number;
  readonly statements: readonly string[];
  readonly snapshot: { readonly version: string; readonly dialect: string };
}

export async function nextMigration(dialect: Dialect): Promise<NextMigration> {
  const names = (await readdir(join(migrationsFolder(dialect), "meta"))).filter((name) =>
    name.endsWith("_snapshot.json"),
  );
  const last = names.toSorted().at(-1);
  // What drizzle-kit itself wrote is read back as it was.
  const before = last && JSON.parse(await readFile(join(migrationsFolder(dialect), "meta", last), "utf8"));
  const { snapshot, statements } = await (dialect === "sqlite" ? fromSqlite(before) : fromPostgres(before));
  return { index: names.length, statements, snapshot };
}

async function fromSqlite(before: unknown) {
  const snapshot = await generateSQLiteDrizzleJson({ ...sqliteTables });
  const previous = before ?? (await generateSQLiteDrizzleJson({}));
  return { snapshot, statements: (await generateSQLiteMigration(previous, snapshot)).map(withoutRowid) };
}

/** drizzle-kit knows no `WITHOUT ROWID`. A table that is laid anew is called `__new_…` at first. */
function withoutRowid(statement: string): string {
  const [, name = ""] = /^CREATE TABLE `(?:__new_)?(\w+)`/u.exec(statement) ?? [];
  return unorderedTables.includes(name) ? statement.replace(/\);\s*$/u, ") WITHOUT ROWID;") : statement;
}

async function fromPostgres(before: unknown) {
  const snapshot = generateDrizzleJson({ ...postgresTables });
  const previous = before ?? generateDrizzleJson({});
  return { snapshot, statements: await generateMigration(previous, snapshot) };
}
