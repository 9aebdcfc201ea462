import { createHmac, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { eq } from "drizzle-orm";

import { ok } from "../../shared/refusals.ts";
import { StorageRefused } from "./errors.ts";
import type { Storage } from "./port.ts";

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
  const made = await readFact(storage, "keyHash");
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
  const key = Buffer.from(readFileSync(file, "utf8").trim(), "hex");
  if (key.length !== keyBytes) throw new StorageRefused("other-key", `The file ${file} does not hold a key.`);
  return key;
}

/** Sets a fact of the installation, whatever it was before. */
export async function setFact(storage: Storage, key: string, value: string): Promise<void> {
  await storage.act(async ({ db, tables: { installation } }) => {
    await db
      .insert(installation)
      .values({ key, value })
      .onConflictDoUpdate({ target: installation.key, set: { value } });
    return ok(null);
  });
}

const hashOfKey = (key: Uint8Array): string => createHmac("sha256", key).update("cahier installation").digest("hex");

function readFact(storage: Storage, key: string): Promise<string | null> {
  return storage.read(async ({ db, tables: { installation } }) => {
    const [row] = await db.select().from(installation).where(eq(installation.key, key));
    return row?.value ?? null;
  });
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
