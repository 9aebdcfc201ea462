import { and, asc, eq, ne } from "drizzle-orm";

import type { Tx } from "../storage/index.ts";

/** Is it admitted and not withdrawn? */
export async function isEnrolled(tx: Tx, gathering: string, id: string): Promise<boolean> {
  const { delegations } = tx.tables;
  const enrolled = and(
    eq(delegations.gathering, gathering),
    eq(delegations.id, id),
    ne(delegations.state, "withdrawn"),
  );
  return (await tx.db.$count(delegations, enrolled)) > 0;
}

/** The ids of those that are admitted and not withdrawn, by name. */
export async function readEnrolledNames(tx: Tx, gathering: string): Promise<ReadonlyMap<string, string>> {
  return new Map((await readEnrolled(tx, gathering)).map(({ id, name }) => [name, id]));
}

/** Those that are, by name: the secretary submits for one of them. */
export async function readEnrolled(tx: Tx, gathering: string): Promise<readonly { id: string; name: string }[]> {
  const { delegations } = tx.tables;
  return tx.db
    .select({ id: delegations.id, name: delegations.name })
    .from(delegations)
    .where(and(eq(delegations.gathering, gathering), ne(delegations.state, "withdrawn")))
    .orderBy(asc(delegations.name), asc(delegations.id));
}
