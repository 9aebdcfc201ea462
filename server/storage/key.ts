import { createHmac, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { eq } from "drizzle-orm";

import { ok } from "../../shared/refusals.ts";
import { StorageRefused } from "./errors.ts";
import type { Storage, Tx } from "./port.ts";

const keyBytes = 32;

/** What this installation has outside its gatherings: the key (in the data folder alone) and the epoch of its database. */
export interface Installation {
  readonly key: Uint8Array;
  /** Random, made anew at a restore: a client that knows another epoch loads everything again. */
  readonly epoch: string;
}

export const keyFile = (dataDir: string): string => join(dataDir, "key");

/**
 * Reads the key and the epoch, or makes them at the first start. The database knows by a hash which key its codes and
 * sessions were made with: with that key missing or another one in its place no code would open a seat any more, so
 * that throws `StorageRefused` (`other-key`) and writes nothing.
 */
export async function openInstallation(storage: Storage, dataDir: string): Promise<Installation> {
  const made = await storage.read((tx) => readFact(tx, "keyHash"));
  if (made !== null && !existsSync(keyFile(dataDir))) {
    throw new StorageRefused("other-key", `The file ${keyFile(dataDir)} is missing: without it no code opens a seat.`);
  }
  const key = readOrMakeKey(dataDir);
  if ((await readOrKeepFact(storage, "keyHash", hashOfKey(key))) !== hashOfKey(key)) {
    throw new StorageRefused(
      "other-key",
      `The file ${keyFile(dataDir)} is not the key that this database was made with.`,
    );
  }
  return { key, epoch: await readOrKeepFact(storage, "epoch", newEpoch()) };
}

export const newEpoch = (): string => randomBytes(8).toString("hex");

/** Reads the key file (64 hexadecimal digits) or makes it; only its owner may read it. */
function readOrMakeKey(dataDir: string): Uint8Array {
  const file = keyFile(dataDir);
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(file, `${randomBytes(keyBytes).toString("hex")}\n`, { mode: 0o600, flag: "wx", flush: true });
  }
  const key = keyIn(readFileSync(file, "utf8"));
  if (key === null) throw new StorageRefused("other-key", `The file ${file} does not hold a key.`);
  return key;
}

function keyIn(content: string): Uint8Array | null {
  const key = Buffer.from(content.trim(), "hex");
  return key.length === keyBytes ? key : null;
}

/** The fact `keyHash` of the database that a key file belongs to, by the file's content; null when it holds no key. */
export function hashOfKeyFile(content: string): string | null {
  const key = keyIn(content);
  return key && hashOfKey(key);
}

/** Sets a fact of the installation, whatever it was before. */
export async function setFact({ db, tables: { installation } }: Tx, key: string, value: string): Promise<void> {
  await db.insert(installation).values({ key, value }).onConflictDoUpdate({ target: installation.key, set: { value } });
}

const hashOfKey = (key: Uint8Array): string => createHmac("sha256", key).update("cahier installation").digest("hex");

/** A fact of the installation (`epoch`, `keyHash`); null when it is not known yet. */
export async function readFact({ db, tables: { installation } }: Tx, key: string): Promise<string | null> {
  const [row] = await db.select().from(installation).where(eq(installation.key, key));
  return row?.value ?? null;
}

async function readOrKeepFact(storage: Storage, key: string, value: string): Promise<string> {
  const kept = await storage.act(async ({ db, tables: { installation } }) => {
    const [row] = await db.select().from(installation).where(eq(installation.key, key));
    if (!row) await db.insert(installation).values({ key, value });
    return ok(row?.value ?? value);
  });
  if (!kept.ok) throw new Error(`The database did not keep ${key}: ${kept.code}`);
  return kept.value;
}
