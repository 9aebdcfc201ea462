import { asc, eq } from "drizzle-orm";

import type { Signature } from "../../shared/declarations/index.ts";
import type { Tx } from "../storage/index.ts";

/** A delegation's word on a declaration. `reservationWords` is the id of its typed words. */
export interface KeptSignature {
  readonly delegation: string;
  readonly state: "signed" | "declined";
  readonly reservationWords: string | null;
}

/** What delegations said of a text, in the order in which they said it. */
export async function readSignatures(tx: Tx, text: string): Promise<readonly KeptSignature[]> {
  const { signatures } = tx.tables;
  return tx.db
    .select({
      delegation: signatures.delegation,
      state: signatures.state,
      reservationWords: signatures.reservationWords,
    })
    .from(signatures)
    .where(eq(signatures.text, text))
    .orderBy(asc(signatures.atMs), asc(signatures.delegation));
}

/** Puts the delegation's word in the place of what it said before. */
export async function writeSignature(
  tx: Tx,
  text: string,
  delegation: string,
  signature: Exclude<Signature, { state: "none" }>,
  { reservationWords, atMs }: { readonly reservationWords: string | null; readonly atMs: number },
): Promise<void> {
  const { signatures } = tx.tables;
  const row = { text, delegation, state: signature.state, reservationWords, atMs };
  await tx.db
    .insert(signatures)
    .values(row)
    .onConflictDoUpdate({ target: [signatures.text, signatures.delegation], set: row });
}
