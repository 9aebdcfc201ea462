import { existsSync } from "node:fs";
import { mkdtemp, open, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";

import { copyDatabase, databaseFile, keyFile } from "../storage/index.ts";
import { sealArchive } from "./archive.ts";
import { BackupRefused } from "./refused.ts";

/**
 * Writes everything of a data folder into one file under a passphrase, while a server may be using the folder: the
 * database as it stands at one moment, and the key. Whatever was acknowledged before the call is in it. Gives the
 * file's size in bytes; throws `BackupRefused`.
 */
export async function makeBackup(dataDir: string, file: string, passphrase: string): Promise<number> {
  if (!existsSync(databaseFile(dataDir)) || !existsSync(keyFile(dataDir))) {
    throw new BackupRefused(`There is nothing to back up in ${dataDir}.`);
  }
  if (existsSync(file)) throw new BackupRefused(`${file} is there already. Say another name.`);
  const archive = sealArchive(
    new Map([
      ["cahier.sqlite", await databaseNow(dataDir)],
      ["key", await readFile(keyFile(dataDir))],
    ]),
    passphrase,
  );
  await writeWhole(file, archive);
  return archive.length;
}

/** The copy lies in the data folder for a moment, which is where its words may be read anyway. */
async function databaseNow(dataDir: string): Promise<Uint8Array> {
  const folder = await mkdtemp(join(dataDir, "backup-"));
  try {
    const copy = join(folder, "cahier.sqlite");
    await copyDatabase(dataDir, copy);
    return await readFile(copy);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Under its name the file is whole, or not there. */
async function writeWhole(file: string, content: Uint8Array): Promise<void> {
  const part = `${file}.part`;
  const target = await open(part, "w", 0o600);
  try {
    await target.writeFile(content);
    await target.sync();
  } finally {
    await target.close();
  }
  await rename(part, file);
}
