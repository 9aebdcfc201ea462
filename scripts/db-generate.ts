/**
 * `npm run db:generate -- name`: writes the next migration of both dialects from what the tables ask for. What was merged
 * is never written again: databases out there have run it, and know it by its hash.
 */
import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { migrationsFolder, nextMigration, type Dialect, type NextMigration } from "./migration.ts";

const [name] = process.argv.slice(2);
if (name === undefined || !/^[a-z][a-z-]*$/u.test(name)) {
  console.error("Say what the migration is about, in small letters: npm run db:generate -- secret-ballots");
  process.exit(2);
}

const sqlite = await nextMigration("sqlite");
const postgres = await nextMigration("postgres");
if (sqlite.statements.length + postgres.statements.length === 0) {
  console.log("The tables ask for nothing new");
} else {
  // Both, even if one has nothing to do: a backup of the one dialect is restored into the other by these names.
  console.log(`migrations/sqlite/${await write("sqlite", name, sqlite)} written`);
  console.log(`migrations/postgres/${await write("postgres", name, postgres)} written`);
}

async function write(dialect: Dialect, name: string, { index, statements, snapshot }: NextMigration): Promise<string> {
  const folder = migrationsFolder(dialect);
  const number = String(index).padStart(4, "0");
  const tag = `${number}_${name}`;
  const sql = statements.length === 0 ? "-- Nothing to do.\n" : `${statements.join("\n--> statement-breakpoint\n")}\n`;
  const journal = JSON.parse(await readFile(join(folder, "meta", "_journal.json"), "utf8"));
  journal.entries.push({
    idx: index,
    version: snapshot.version,
    when: index,
    tag,
    breakpoints: true,
    hash: createHash("sha256").update(sql).digest("hex"),
  });
  await writeFile(join(folder, `${tag}.sql`), sql);
  await writeFile(join(folder, "meta", `${number}_snapshot.json`), asFile({ ...snapshot, id: tag }));
  await writeFile(join(folder, "meta", "_journal.json"), asFile(journal));
  return `${tag}.sql`;
}

function asFile(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
