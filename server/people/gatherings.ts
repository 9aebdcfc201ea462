import { asc, eq } from "drizzle-orm";

import type { ActGathering } from "../http/index.ts";
import type { Tx } from "../storage/index.ts";

export async function findGathering(tx: Tx, slug: string): Promise<ActGathering | null> {
  const { gatherings } = tx.tables;
  const [row] = await tx.db.select(gatheringColumns(tx)).from(gatherings).where(eq(gatherings.slug, slug));
  return row ?? null;
}

/** All gatherings of the installation, the newest first day last. */
export async function listGatherings(tx: Tx): Promise<ActGathering[]> {
  const { gatherings } = tx.tables;
  return tx.db.select(gatheringColumns(tx)).from(gatherings).orderBy(asc(gatherings.firstDay), asc(gatherings.slug));
}

function gatheringColumns({ tables: { gatherings } }: Tx) {
  return {
    id: gatherings.id,
    slug: gatherings.slug,
    name: gatherings.name,
    place: gatherings.place,
    firstDay: gatherings.firstDay,
    timeZone: gatherings.timeZone,
    language: gatherings.language,
    state: gatherings.state,
    publicDrafts: gatherings.draftPublic,
    supporters: gatherings.supporters,
  };
}
