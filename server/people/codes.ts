import { and, eq, ne } from "drizzle-orm";

import { codeCharacters, makeCode } from "../../shared/people/index.ts";
import { keyed, keyedHash, type Key } from "../http/index.ts";
import type { Tx } from "../storage/index.ts";

/**
 * A code is derived from the installation's key and its row's id, and found again by its HMAC: neither the database nor a
 * copy of it holds a code, yet whoever may issue codes can print a lost sheet again (docs/adr/0004).
 */
export const codeOf = (key: Key, id: string): string => makeCode(keyed(key, "code", id).subarray(0, codeCharacters));

/** Where a code leads: open, or revoked since. */
export interface FoundCode {
  readonly id: string;
  readonly gathering: string;
  readonly participant: string;
  readonly state: "issued" | "used" | "revoked";
}

export async function findCode(tx: Tx, key: Key, code: string): Promise<FoundCode | null> {
  const { codes } = tx.tables;
  const [row] = await tx.db
    .select({ id: codes.id, gathering: codes.gathering, participant: codes.participant, state: codes.state })
    .from(codes)
    .where(eq(codes.hmac, keyedHash(key, "code-row", code)));
  return row ?? null;
}

export async function markUsed(tx: Tx, id: string): Promise<void> {
  const { codes } = tx.tables;
  await tx.db
    .update(codes)
    .set({ state: "used" })
    .where(and(eq(codes.id, id), eq(codes.state, "issued")));
}

/** Issues a code for a seat; an earlier one of the same seat is replaced. True when there was one. */
export async function issueCode(
  tx: Tx,
  key: Key,
  code: { readonly id: string; readonly gathering: string; readonly participant: string; readonly issuedAtMs: number },
): Promise<boolean> {
  const replaced = await revokeCodes(tx, code.participant);
  await tx.insert(tx.tables.codes, { ...code, hmac: keyedHash(key, "code-row", codeOf(key, code.id)) });
  return replaced;
}

/** Revokes the codes of a seat; false when none was open. */
export async function revokeCodes(tx: Tx, participant: string): Promise<boolean> {
  const { codes } = tx.tables;
  const revoked = await tx.db
    .update(codes)
    .set({ state: "revoked" })
    .where(and(eq(codes.participant, participant), ne(codes.state, "revoked")))
    .returning({ id: codes.id });
  return revoked.length > 0;
}
