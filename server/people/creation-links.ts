import { eq, isNull } from "drizzle-orm";

import { ok, refuse, type Result } from "../../shared/refusals.ts";
import { keyedHash, type Key } from "../http/index.ts";
import type { Storage, Tx } from "../storage/index.ts";

/** A fresh one-time link for an organiser, by its token; links printed earlier and never used end. */
export async function makeCreationLink(storage: Storage, key: Key, random: Uint8Array): Promise<string> {
  const token = Buffer.from(random).toString("base64url");
  const made = await storage.act(async (tx) => {
    const { creationLinks } = tx.tables;
    await tx.db.delete(creationLinks).where(isNull(creationLinks.usedAtMs));
    await tx.insert(creationLinks, { hash: linkHash(key, token) });
    return ok(token);
  });
  if (!made.ok) throw new Error(`The organiser's link could not be kept: ${made.code}`);
  return made.value;
}

/** Whether the link still opens a gathering. Refuses `code-unknown`, or `code-revoked` when it has served. */
export async function checkCreationLink(tx: Tx, key: Key, token: string): Promise<Result<null>> {
  const { creationLinks } = tx.tables;
  const [row] = await tx.db
    .select()
    .from(creationLinks)
    .where(eq(creationLinks.hash, linkHash(key, token)));
  if (!row) return refuse("code-unknown");
  return row.usedAtMs === null ? ok(null) : refuse("code-revoked");
}

export async function useCreationLink(tx: Tx, key: Key, token: string, atMs: number): Promise<Result<null>> {
  const open = await checkCreationLink(tx, key, token);
  if (!open.ok) return open;
  const { creationLinks } = tx.tables;
  await tx.db
    .update(creationLinks)
    .set({ usedAtMs: atMs })
    .where(eq(creationLinks.hash, linkHash(key, token)));
  return ok(null);
}

const linkHash = (key: Key, token: string): string => keyedHash(key, "creation-link", token);
