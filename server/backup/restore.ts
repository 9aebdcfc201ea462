import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { asc } from "drizzle-orm";

import { ok } from "../../shared/refusals.ts";
import { appendEntry, readHead } from "../journal/index.ts";
import {
  databaseFile,
  keyFile,
  lockFolder,
  newEpoch,
  openInstallation,
  openStorage,
  setFact,
  type Storage,
} from "../storage/index.ts";
import { openArchive, type ArchiveFiles } from "./archive.ts";
import { BackupRefused } from "./refused.ts";

export interface Restored {
  /** The addresses (`/r/:slug`) of the gatherings that stand again. */
  readonly slugs: readonly string[];
  readonly epoch: string;
}

/**
 * Opens a backup into an empty data folder: the same codes open the same seats. Versions may have gone back, so a new
 * epoch is made (every open page loads anew) and minuted in each gathering. Throws `BackupRefused`, and leaves the
 * folder as it was, when the passphrase is wrong, the file is damaged or the folder holds anything.
 */
export async function restoreBackup(
  dataDir: string,
  file: string,
  passphrase: string,
  nowMs: number,
): Promise<Restored> {
  await refuseUsedFolder(dataDir);
  const files = await readArchive(file, passphrase);
  const lock = lockFolder(dataDir);
  const aside = join(dataDir, "restoring");
  try {
    await unpackInto(aside, files);
    const restored = await beginAnew(aside, nowMs);
    // The database last: a folder without it is no installation.
    await rename(keyFile(aside), keyFile(dataDir));
    await rename(databaseFile(aside), databaseFile(dataDir));
    return restored;
  } catch (error) {
    await rm(keyFile(dataDir), { force: true });
    throw error;
  } finally {
    await rm(aside, { recursive: true, force: true });
    lock.release();
  }
}

async function refuseUsedFolder(dataDir: string): Promise<void> {
  if (!existsSync(dataDir)) return;
  const inside = await readdir(dataDir);
  // What a server that could not start, or a restore that was refused, leaves behind.
  if (inside.every((name) => name === "lock" || name === "lock-journal")) return;
  throw new BackupRefused(`The folder ${dataDir} is not empty. Nothing was changed. Say another DATA_DIR.`);
}

async function readArchive(file: string, passphrase: string): Promise<ArchiveFiles> {
  if (!existsSync(file)) throw new BackupRefused(`There is no file ${file}.`);
  const opened = openArchive(await readFile(file), passphrase);
  if (opened === "not-a-backup") throw new BackupRefused(`${file} is not a backup of Cahier. Nothing was changed.`);
  if (opened === "wrong-passphrase-or-damaged") {
    throw new BackupRefused(`The passphrase is wrong, or ${file} is damaged. Nothing was changed.`);
  }
  return opened;
}

async function unpackInto(folder: string, files: ArchiveFiles): Promise<void> {
  await mkdir(folder, { mode: 0o700 });
  for (const target of [databaseFile(folder), keyFile(folder)]) {
    const content = files.get(target.slice(folder.length + 1));
    if (!content) throw new BackupRefused("The backup lacks its database or its key. Nothing was changed.");
    await writeFile(target, content, { mode: 0o600, flag: "wx", flush: true });
  }
}

async function beginAnew(folder: string, nowMs: number): Promise<Restored> {
  const storage = await openStorage({ dataDir: folder });
  try {
    await openInstallation(storage, folder);
    const epoch = newEpoch();
    await setFact(storage, "epoch", epoch);
    return { epoch, slugs: await minuteRestore(storage, epoch, nowMs) };
  } finally {
    await storage.close();
  }
}

async function minuteRestore(storage: Storage, epoch: string, atMs: number): Promise<readonly string[]> {
  const minuted = await storage.act(async (tx) => {
    const { gatherings } = tx.tables;
    const found = await tx.db
      .select({ id: gatherings.id, slug: gatherings.slug })
      .from(gatherings)
      .orderBy(asc(gatherings.createdAtMs), asc(gatherings.id));
    for (const { id } of found) {
      const { hash } = await readHead(tx, id);
      const fact = {
        act: "record.restored",
        by: "operator",
        role: "operator",
        atMs,
        data: { epoch, head: hash },
      } as const;
      await appendEntry(tx, id, fact);
    }
    return ok(found.map((gathering) => gathering.slug));
  });
  if (!minuted.ok) throw new Error(`The restore could not be minuted: ${minuted.code}`);
  return minuted.value;
}
