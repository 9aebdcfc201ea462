import { closeSync, mkdirSync, openSync } from "node:fs";
import { join } from "node:path";

import Sqlite from "better-sqlite3";

import { StorageRefused } from "../errors.ts";

export const databaseFile = (dataDir: string): string => join(dataDir, "cahier.sqlite");

/** The writer's connection: nothing acknowledged is lost, even when the machine loses its power. */
export function openWriter(dataDir: string): Sqlite.Database {
  // Made readable by its owner alone: it holds names and contacts. SQLite's own files beside it follow it.
  closeSync(openSync(databaseFile(dataDir), "a", 0o600));
  const writer = new Sqlite(databaseFile(dataDir));
  writer.pragma("journal_mode = WAL");
  writer.pragma("synchronous = FULL");
  writer.pragma("foreign_keys = ON");
  writer.pragma("secure_delete = ON");
  const settings = readSettings(writer);
  if (settings === "journal_mode=wal, synchronous=2, foreign_keys=1") return writer;
  writer.close();
  throw new StorageRefused(
    "unsafe-settings",
    `SQLite cannot keep what it is given safely here: it answers ${settings}.`,
  );
}

/** What SQLite answers when it is asked how it keeps things. */
export function readSettings(connection: Sqlite.Database): string {
  return ["journal_mode", "synchronous", "foreign_keys"]
    .map((name) => `${name}=${String(connection.pragma(name, { simple: true }))}`)
    .join(", ");
}

export function openReader(dataDir: string): Sqlite.Database {
  return new Sqlite(databaseFile(dataDir), { readonly: true, fileMustExist: true });
}

/** Holds the data folder; `release` lets it go. */
export interface FolderLock {
  release(this: void): void;
}

/**
 * Takes the data folder for this server alone. The lock is the operating system's, on the file `lock`: it ends with the
 * process however that ends, so that a file left behind by a crash stops nobody. Throws `folder-in-use`.
 */
export function lockFolder(dataDir: string): FolderLock {
  const lock = openLock(dataDir);
  try {
    lock.pragma("locking_mode = EXCLUSIVE");
    lock.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    lock.close();
    throw new StorageRefused("folder-in-use", `Another Cahier already uses the folder ${dataDir}.`, error);
  }
  return {
    release: () => {
      lock.close();
    },
  };
}

function openLock(dataDir: string): Sqlite.Database {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    return new Sqlite(join(dataDir, "lock"), { timeout: 0 });
  } catch (error) {
    throw new StorageRefused("folder-not-writable", `The folder ${dataDir} cannot be written.`, error);
  }
}
