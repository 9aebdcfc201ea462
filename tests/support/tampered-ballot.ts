import { eq } from "drizzle-orm";

import type { Tx } from "../../server/storage/index.ts";

/** What somebody may do to a ballot who has the database in their hands. */
type Tampering = (tx: Tx, ballot: string) => Promise<unknown>;

/** Changes its row. */
export const set =
  (change: Partial<Tx["tables"]["ballots"]["$inferSelect"]>): Tampering =>
  ({ db, tables: { ballots } }, ballot) =>
    db.update(ballots).set(change).where(eq(ballots.id, ballot));

/** Its row, its roll and its votes are gone. */
export const deleteBallot: Tampering = async ({ db, tables: { ballots, roll, votes } }, ballot) => {
  await db.delete(votes).where(eq(votes.ballot, ballot));
  await db.delete(roll).where(eq(roll.ballot, ballot));
  await db.delete(ballots).where(eq(ballots.id, ballot));
};
