import { execFile } from "node:child_process";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

import { root } from "../../scripts/steps.ts";
import { openArchive, sealArchive } from "../../server/backup/archive.ts";
import type { BackupPlace } from "../../server/backup/index.ts";
import { openStorage, type Storage } from "../../server/storage/index.ts";
import { freshDatabase } from "./postgres.ts";
import { freshFolder, freshPostgres, freshSqlite, type FreshStorage } from "./storage.ts";

export const passphrase = "une école en été";
export const nowMs = 1_579_400_000_000;

/** An installation that runs, and where another would be restored: both gone when the test ends. */
export interface EngineWithBackups {
  readonly name: "SQLite" | "PostgreSQL";
  installed(this: void): Promise<Installed>;
  nowhere(this: void): Promise<Nowhere>;
}

interface Installed extends FreshStorage {
  readonly kept: BackupPlace;
}

/** A place where nothing is: no folder, an empty database. */
interface Nowhere extends AsyncDisposable {
  readonly kept: BackupPlace;
  /** Opens what was restored there; closed when the test ends. */
  open(this: void): Promise<Storage>;
  /** What the two commands are given. */
  readonly environment: Readonly<Record<string, string>>;
}

export const sqlite: EngineWithBackups = {
  name: "SQLite",
  async installed() {
    const store = await freshSqlite();
    return { ...store, kept: { storage: store.place, dataDir: store.dataDir } };
  },
  async nowhere() {
    const folder = await freshFolder();
    const dataDir = join(folder, "second", "data");
    return nowhere({ storage: { dataDir }, dataDir }, () => rm(folder, { recursive: true }));
  },
};

export const postgres: EngineWithBackups = {
  name: "PostgreSQL",
  async installed() {
    const store = await freshPostgres();
    const dataDir = await freshFolder();
    return {
      ...store,
      kept: { storage: store.place, dataDir },
      async [Symbol.asyncDispose]() {
        await store[Symbol.asyncDispose]();
        await rm(dataDir, { recursive: true });
      },
    };
  },
  async nowhere() {
    const folder = await freshFolder();
    const database = await freshDatabase();
    const kept = { storage: { databaseUrl: database.url }, dataDir: join(folder, "second", "data") };
    return nowhere(kept, async () => {
      await database.drop();
      await rm(folder, { recursive: true });
    });
  },
};

export const enginesWithBackups: readonly EngineWithBackups[] = [sqlite, postgres];

function nowhere(kept: BackupPlace, remove: () => Promise<void>): Nowhere {
  const opened: Storage[] = [];
  return {
    kept,
    environment: environmentOf(kept),
    async open() {
      const storage = await openStorage(kept.storage);
      opened.push(storage);
      return storage;
    },
    async [Symbol.asyncDispose]() {
      for (const storage of opened) await storage.close();
      await remove();
    },
  };
}

export const environmentOf = ({ storage, dataDir }: BackupPlace): Record<string, string> => ({
  DATA_DIR: dataDir,
  DATABASE_URL: "databaseUrl" in storage ? storage.databaseUrl : "",
});

/** A file's name in a folder of its own. */
export async function backupFile(): Promise<{ readonly file: string } & AsyncDisposable> {
  const folder = await freshFolder();
  return { file: join(folder, "backup"), [Symbol.asyncDispose]: () => rm(folder, { recursive: true }) };
}

/** Seals what a backup holds anew, changed: only whoever knows the passphrase can do that. */
export async function changeBackup(
  file: string,
  changed: string,
  change: (files: Map<string, Uint8Array>) => unknown,
): Promise<void> {
  const opened = openArchive(await readFile(file), passphrase);
  if (typeof opened === "string") throw new Error(opened);
  const files = new Map(opened);
  change(files);
  await writeFile(changed, sealArchive(files, passphrase));
}

/** Runs one of the two commands as people do; rejects with `code` and `stderr` when it was refused. */
export function command(name: "backup" | "restore", file: string, environment: Readonly<Record<string, string>>) {
  const env = { ...process.env, CAHIER_PASSPHRASE: passphrase, ...environment };
  return promisify(execFile)(process.execPath, [join(root, "scripts", `${name}.ts`), file], { env });
}
