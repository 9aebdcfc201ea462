import { asc, eq, max } from "drizzle-orm";

import { stationsOf, stationState, type Box, type Roll, type TellerCount } from "../../shared/ballots/index.ts";
import type { Tx } from "../storage/index.ts";
import { readVotes } from "./vote-store.ts";

/** Every count that tellers entered, in the order in which they were written. */
export async function readCounts(tx: Tx, ballot: string): Promise<readonly TellerCount[]> {
  const { counts } = tx.tables;
  const rows = await tx.db.select().from(counts).where(eq(counts.ballot, ballot)).orderBy(asc(counts.ordinal));
  return rows.map(({ ordinal, channel, zone, enteredBy, atMs, inFavour, against, abstention, notTakingPart }) => ({
    order: ordinal,
    channel,
    zone,
    by: enteredBy,
    atMs,
    tally: { for: inFavour, against, abstention, notTakingPart },
  }));
}

export async function nextCountOrder(tx: Tx, ballot: string): Promise<number> {
  const { counts } = tx.tables;
  const [row] = await tx.db
    .select({ last: max(counts.ordinal) })
    .from(counts)
    .where(eq(counts.ballot, ballot));
  return (row?.last ?? 0) + 1;
}

export async function addCount(tx: Tx, ballot: string, count: TellerCount): Promise<void> {
  const { order, channel, zone, by, atMs, tally } = count;
  const { for: inFavour, against, abstention, notTakingPart } = tally;
  const said = { inFavour, against, abstention, notTakingPart };
  await tx.insert(tx.tables.counts, { ballot, ordinal: order, channel, zone, ...said, enteredBy: by, atMs });
}

/** Every vote of a public ballot, and what two tellers counted alike at its stations so far. */
export async function readBox(tx: Tx, { id, roll }: { readonly id: string; readonly roll: Roll }): Promise<Box> {
  const stations = stationsOf(roll);
  const entered = stations.length === 0 ? [] : await readCounts(tx, id);
  const counts = stations.flatMap((station) => {
    const state = stationState(station, entered);
    return state.state === "agreed" ? [state.count] : [];
  });
  return { votes: await readVotes(tx, id), counts };
}
