import { existsSync } from "node:fs";
import { open, readFile, rename } from "node:fs/promises";

import { copyOut, hashOfKeyFile, keyFile, type CopyOut } from "../storage/index.ts";
import { sealArchive } from "./archive.ts";
import { dump } from "./dump.ts";
import { nameOf, type BackupPlace } from "./place.ts";
import { BackupRefused } from "./refused.ts";

/**
 * Writes everything of an installation into one file under a passphrase, while servers may be using it: the database as
 * it stands at one moment, and the key. Whatever was acknowledged before the call is in it. Gives the file's size in
 * bytes; throws `BackupRefused` or `StorageRefused`.
 */
export async function makeBackup(place: BackupPlace, file: string, passphrase: string): Promise<number> {
  if (existsSync(file)) throw new BackupRefused(`${file} is there already. Say another name.`);
  const files = await copyOut(place.storage, async (copy) => {
    const keyHash = await keyHashIn(copy);
    return keyHash && new Map([...(await dump(copy)), ["key", await readKey(place.dataDir, keyHash)]]);
  });
  if (!files) throw new BackupRefused(`There is nothing to back up in ${nameOf(place)}.`);
  const archive = sealArchive(files, passphrase);
  await writeWhole(file, archive);
  return archive.length;
}

/** Null in a database that no server has ever used. */
async function keyHashIn(copy: CopyOut): Promise<string | null> {
  const installation = copy.tables.find(({ name }) => name === "installation");
  if (!installation) return null;
  for await (const rows of copy.rows(installation)) {
    const row = rows.find((cells) => cells[installation.columns.indexOf("key")] === "keyHash");
    if (row) return String(row[installation.columns.indexOf("value")]);
  }
  return null;
}

/** A backup with another key would open no seat: better said now than on the day it is needed. */
async function readKey(dataDir: string, keyHash: string): Promise<Uint8Array> {
  const file = keyFile(dataDir);
  if (!existsSync(file)) {
    throw new BackupRefused(`The file ${file} is missing: say the DATA_DIR of the server, where its key lies.`);
  }
  const key = await readFile(file, "utf8");
  if (hashOfKeyFile(key) === keyHash) return Buffer.from(key, "utf8");
  throw new BackupRefused(`${file} is not the key of this database: say the DATA_DIR of the server, where it lies.`);
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
