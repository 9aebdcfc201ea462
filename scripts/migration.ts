import {
  generateDrizzleJson,
  generateMigration,
  generateSQLiteDrizzleJson,
  generateSQLiteMigration,
} from "drizzle-kit/api";

import { postgresTables, sqliteTables } from "../server/storage/tables/index.ts";

export type Dialect = "sqlite" | "postgres";

const tag = "0000_initial";

/** The files of a dialect's one migration, by name within its folder, as drizzle-kit makes them from the tables. The same tables give the same bytes. */
export async function freshMigration(dialect: Dialect): Promise<Readonly<Record<string, string>>> {
  const { statements, snapshot } = dialect === "sqlite" ? await sqliteMigration() : await postgresMigration();
  const entry = { idx: 0, version: snapshot.version, when: 0, tag, breakpoints: true };
  return {
    [`${tag}.sql`]: `${statements.join("\n--> statement-breakpoint\n")}\n`,
    "meta/_journal.json": asFile({ version: snapshot.version, dialect: snapshot.dialect, entries: [entry] }),
    "meta/0000_snapshot.json": asFile({ ...snapshot, id: tag }),
  };
}

async function sqliteMigration() {
  const snapshot = await generateSQLiteDrizzleJson({ ...sqliteTables });
  return { snapshot, statements: await generateSQLiteMigration(await generateSQLiteDrizzleJson({}), snapshot) };
}

async function postgresMigration() {
  const snapshot = generateDrizzleJson({ ...postgresTables });
  return { snapshot, statements: await generateMigration(generateDrizzleJson({}), snapshot) };
}

const asFile = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
