import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";

import { asc } from "drizzle-orm";

import { appendEntry, readHead } from "../journal/index.ts";
import { copyIn, hashOfKeyFile, keyFile, newEpoch, readFact, setFact, type Tx } from "../storage/index.ts";
import { openArchive, type ArchiveFiles } from "./archive.ts";
import { tableFrom } from "./load.ts";
import { manifestFile, parseManifest, type Manifest } from "./manifest.ts";
import { nameOf, type BackupPlace } from "./place.ts";
import { BackupRefused } from "./refused.ts";

export interface Restored {
  /** The addresses (`/r/:slug`) of the gatherings that stand again. */
  readonly slugs: readonly string[];
  readonly epoch: string;
}

/**
 * Opens a backup into an empty place, whichever engine it was made of: the same codes open the same seats. Versions may
 * have gone back, so a new epoch is made (every open page loads anew) and minuted in each gathering. Throws
 * `BackupRefused` or `StorageRefused`, and leaves everything as it was, when the passphrase is wrong, the file is
 * damaged or the place holds anything.
 */
export async function restoreBackup(
  place: BackupPlace,
  file: string,
  passphrase: string,
  nowMs: number,
): Promise<Restored> {
  await refuseUsedFolder(place);
  const files = await readArchive(file, passphrase);
  const { manifest, key } = readParts(files, file);
  await refuseOtherKey(place, key);
  const epoch = newEpoch();
  let slugs: readonly string[] = [];
  let keyMade = false;
  try {
    const made = await copyIn(place.storage, {
      migrations: manifest.migrations,
      tables: manifest.tables.map((table) => tableFrom(files, table)),
      async finish(tx) {
        if ((await readFact(tx, "keyHash")) !== hashOfKeyFile(key)) throw new Error("The key is another database's");
        await setFact(tx, "epoch", epoch);
        slugs = await minuteRestore(tx, epoch, nowMs);
        // Before the database is to be seen: a database whose key is lost opens no seat, a key alone harms nobody.
        keyMade = await placeKey(place.dataDir, key);
      },
    });
    if (made === "not-empty") {
      throw new BackupRefused(`Something is in ${nameOf(place)} already. Nothing was changed. ${anEmptyOne(place)}`);
    }
    return { epoch, slugs };
  } catch (error) {
    if (keyMade) await rm(keyFile(place.dataDir), { force: true });
    throw error;
  }
}

/** A key alone is looked at later: it may be the one of the backup. */
async function refuseUsedFolder({ storage, dataDir }: BackupPlace): Promise<void> {
  if (!("dataDir" in storage) || !existsSync(dataDir)) return;
  const inside = await readdir(dataDir);
  // What a server that could not start, or a restore that was refused or cut off, leaves behind.
  if (inside.every((name) => ["lock", "lock-journal", "restoring", "key"].includes(name))) return;
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

function readParts(files: ArchiveFiles, file: string): { readonly manifest: Manifest; readonly key: string } {
  const stated = files.get(manifestFile);
  const manifest = stated && parseManifest(stated);
  const key = files.get("key");
  if (manifest && key) return { manifest, key: Buffer.from(key).toString("utf8") };
  throw new BackupRefused(`${file} was made by another version of Cahier: restore it with that one.`);
}

/** The servers of one database share one key, so that it may lie there already; any other key is somebody else's. */
async function refuseOtherKey({ dataDir }: BackupPlace, key: string): Promise<void> {
  const there = await keyThere(dataDir);
  if (there === null || hashOfKeyFile(there) === hashOfKeyFile(key)) return;
  throw new BackupRefused(
    `${keyFile(dataDir)} is the key of another database. Nothing was changed. Say another DATA_DIR.`,
  );
}

async function keyThere(dataDir: string): Promise<string | null> {
  if (!existsSync(keyFile(dataDir))) return null;
  return readFile(keyFile(dataDir), "utf8");
}

/** Whether it was written: it may have lain there already. */
async function placeKey(dataDir: string, key: string): Promise<boolean> {
  if (existsSync(keyFile(dataDir))) return false;
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  await writeFile(keyFile(dataDir), key, { mode: 0o600, flag: "wx", flush: true });
  return true;
}

async function minuteRestore(tx: Tx, epoch: string, atMs: number): Promise<readonly string[]> {
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
  return found.map((gathering) => gathering.slug);
}

const anEmptyOne = ({ storage }: BackupPlace): string =>
  "dataDir" in storage ? "Say another DATA_DIR." : "Make an empty one (createdb NAME) and name it in DATABASE_URL.";
