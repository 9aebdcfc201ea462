import { existsSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";

import type Sqlite from "better-sqlite3";

import { cellOf, insertRows, selectAll, type CopyIn, type CopyOut, type Row, type TableShape } from "../copy.ts";
import { migrationsOf, missingMigrations, splitAfter } from "../migrations.ts";
import { Unit } from "../unit.ts";
import { sender, sqliteTx } from "./connection.ts";
import { databaseFile, lockFolder, openReader, openWriter } from "./files.ts";
import { applyMigrations, appliedMigrations, checkReferences } from "./migrate.ts";
import { tablesAfter } from "./shape.ts";

const rowsAtOnce = 200;

/** Where a database is made before it stands under its name. A crash leaves it behind; the next copy removes it. */
const asideFolder = (dataDir: string): string => join(dataDir, "restoring");

/** Reads all of a data folder's database at one moment, beside a server that may be writing. Null: there is none. */
export async function copyOutOfSqlite<T>(dataDir: string, take: (copy: CopyOut) => Promise<T>): Promise<T | null> {
  if (!existsSync(databaseFile(dataDir))) return null;
  const reader = openReader(dataDir);
  try {
    reader.exec("BEGIN");
    const applied = appliedMigrations(reader);
    if (applied.length === 0) return null;
    const all = migrationsOf("sqlite");
    const lacking = missingMigrations(all, applied).length;
    const migrations = all.slice(0, all.length - lacking).map(({ name }) => name);
    return await take({ migrations, tables: tablesAfter(migrations), rows: (table) => rowsOf(reader, table) });
  } finally {
    reader.close();
  }
}

async function* rowsOf(reader: Sqlite.Database, table: TableShape): AsyncIterable<readonly Row[]> {
  let rows: Row[] = [];
  for (const row of reader.prepare<[], unknown[]>(selectAll(table)).raw().iterate()) {
    rows.push(row.map(cellOf));
    if (rows.length < rowsAtOnce) continue;
    yield rows;
    rows = [];
  }
  yield rows;
}

/**
 * Makes the database of a data folder, which no server uses: all of it or none. `not-empty`, and nothing was changed,
 * when there is one already. Throws `StorageRefused` when the folder is in use or the copy is of a newer version.
 */
export async function copyIntoSqlite(dataDir: string, copy: CopyIn): Promise<"made" | "not-empty"> {
  const lock = lockFolder(dataDir);
  const aside = asideFolder(dataDir);
  try {
    if (existsSync(databaseFile(dataDir))) return "not-empty";
    await rm(aside, { recursive: true, force: true });
    await mkdir(aside, { mode: 0o700 });
    await fill(aside, copy);
    await rename(databaseFile(aside), databaseFile(dataDir));
    return "made";
  } finally {
    await rm(aside, { recursive: true, force: true });
    lock.release();
  }
}

async function fill(folder: string, copy: CopyIn): Promise<void> {
  const [had, lacking] = splitAfter(migrationsOf("sqlite"), copy.migrations, "The backup");
  const writer = openWriter(folder);
  const unit = new Unit(sender(writer));
  try {
    writer.pragma("foreign_keys = OFF");
    writer.exec("BEGIN IMMEDIATE");
    await unit.live(async () => {
      applyMigrations(writer, had);
      for (const table of copy.tables) await insertRows(unit.run, () => "?", table);
      applyMigrations(writer, lacking);
      await copy.finish(sqliteTx(unit, unit));
    });
    checkReferences(writer);
    writer.exec("COMMIT");
  } finally {
    writer.close();
  }
}
