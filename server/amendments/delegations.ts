import { and, eq, ne } from "drizzle-orm";

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
