import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { eq } from "drizzle-orm";

import { ok } from "../shared/refusals.ts";
import type { Key } from "./http/index.ts";
import type { Storage } from "./storage/index.ts";

const keyBytes = 32;

/** The installation's key stands in the data folder, never in the database; a backup carries it under the passphrase. */
export const keyFile = (dataDir: string): string => join(dataDir, "key");

/** Reads the key, or makes it at the first start. Only the owner may read the file. */
export function readOrMakeKey(dataDir: string): Key {
  const file = keyFile(dataDir);
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(file, `${randomBytes(keyBytes).toString("hex")}\n`, { mode: 0o600, flag: "wx" });
  }
  const key = Buffer.from(readFileSync(file, "utf8").trim(), "hex");
  if (key.length !== keyBytes) throw new Error(`The file ${file} does not hold a key.`);
  return key;
}

/** The epoch under which this installation's sequences and versions count; made once, and anew by a restore. */
export async function readOrMakeEpoch(storage: Storage): Promise<string> {
  const fresh = randomBytes(8).toString("hex");
  const epoch = await storage.act(async (tx) => {
    const { installation } = tx.tables;
    const [known] = await tx.db.select().from(installation).where(eq(installation.key, "epoch"));
    if (known) return ok(known.value);
    await tx.insert(installation, { key: "epoch", value: fresh });
    return ok(fresh);
  });
  if (!epoch.ok) throw new Error(`The epoch could not be kept: ${epoch.code}`);
  return epoch.value;
}
