import { eq } from "drizzle-orm";

import { ok, refuse, type Result } from "../../shared/refusals.ts";
import type { ActGathering } from "../http/index.ts";
import type { Tx } from "../storage/index.ts";
import type { OwnWords } from "./own-words.ts";
import { findSeatFacts } from "./seats.ts";

/** All that is kept of one person in this gathering. Codes and sessions are secrets, not facts about them. */
export async function exportPerson(
  tx: Tx,
  gathering: ActGathering,
  participant: string,
  ownWords: OwnWords,
): Promise<Result<unknown>> {
  const seat = await findSeatFacts(tx, gathering.id, participant);
  if (!seat.ok) return seat;
  const { participants, sessions } = tx.tables;
  const [row] = await tx.db.select().from(participants).where(eq(participants.id, participant));
  if (!row) return refuse("not-found");
  const opened = await tx.db
    .select({ createdAtMs: sessions.createdAtMs, endedAtMs: sessions.endedAtMs, endedBecause: sessions.endedBecause })
    .from(sessions)
    .where(eq(sessions.participant, participant));
  return ok({
    gathering: { slug: gathering.slug, name: gathering.name },
    participant,
    name: row.name,
    contact: row.contact,
    delegation: row.delegation,
    createdAtMs: row.createdAtMs,
    roles: seat.value.grants,
    sessions: opened,
    said: await ownWords.read(tx, gathering.id, participant),
  });
}
