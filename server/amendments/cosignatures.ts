import { and, asc, eq } from "drizzle-orm";

import type { Tx } from "../storage/index.ts";
import type { AmendmentFacts } from "./store.ts";

/** Who put their name to which revision, the first who did first. */
export interface Cosignature {
  readonly delegation: string;
  readonly revision: number;
}

export async function readCosignatures(tx: Tx, amendment: string): Promise<readonly Cosignature[]> {
  const { cosignatures } = tx.tables;
  return tx.db
    .select({ delegation: cosignatures.delegation, revision: cosignatures.revision })
    .from(cosignatures)
    .where(eq(cosignatures.amendment, amendment))
    .orderBy(asc(cosignatures.signedAtMs), asc(cosignatures.delegation));
}

/** How many support each amendment of a text as it is worded now, its author aside; an amendment that is not named has none. */
export async function countSupporters(tx: Tx, text: string): Promise<ReadonlyMap<string, number>> {
  const signed = [...(await readSupporters(tx, text))];
  return new Map(signed.map(([amendment, delegations]) => [amendment, delegations.length]));
}

/** The delegations that do, the first who signed first. */
export async function readSupporters(tx: Tx, text: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const { amendments, cosignatures } = tx.tables;
  const rows = await tx.db
    .select({ amendment: amendments.id, author: amendments.delegation, delegation: cosignatures.delegation })
    .from(cosignatures)
    .innerJoin(
      amendments,
      and(eq(amendments.id, cosignatures.amendment), eq(amendments.revision, cosignatures.revision)),
    )
    .where(eq(amendments.text, text))
    .orderBy(asc(cosignatures.signedAtMs), asc(cosignatures.delegation));
  const signed = new Map<string, readonly string[]>();
  for (const { amendment, author, delegation } of rows)
    if (author !== delegation) signed.set(amendment, [...(signed.get(amendment) ?? []), delegation]);
  return signed;
}

export async function addCosignature(
  tx: Tx,
  { id, revision }: AmendmentFacts,
  delegation: string,
  signedAtMs: number,
): Promise<void> {
  await tx.insert(tx.tables.cosignatures, { amendment: id, delegation, revision, signedAtMs });
}

export async function removeCosignature(tx: Tx, { id, revision }: AmendmentFacts, delegation: string): Promise<void> {
  const { cosignatures } = tx.tables;
  await tx.db
    .delete(cosignatures)
    .where(
      and(eq(cosignatures.amendment, id), eq(cosignatures.delegation, delegation), eq(cosignatures.revision, revision)),
    );
}

/** Who had put their name to this revision has it under the next, which a sub-amendment made; they may take it back. */
export async function keepCosignatures(tx: Tx, { id, revision }: AmendmentFacts): Promise<void> {
  const { cosignatures } = tx.tables;
  const signed = await tx.db
    .select()
    .from(cosignatures)
    .where(and(eq(cosignatures.amendment, id), eq(cosignatures.revision, revision)));
  for (const one of signed) await tx.insert(cosignatures, { ...one, revision: revision + 1 });
}
