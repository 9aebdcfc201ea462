import { and, eq, isNull } from "drizzle-orm";

import type { Tx } from "../storage/index.ts";

/**
 * A session: open; or ended, because the seat was opened on another device, its code was revoked, its holder left, or
 * what they left behind was erased. Ended rows stay, so that an old device reads why.
 */
export type SessionEnd = "moved" | "revoked" | "left" | "erased";
export type Session =
  | { readonly state: "open"; readonly gathering: string; readonly participant: string }
  | { readonly state: "ended"; readonly gathering: string; readonly because: SessionEnd };

/** The session of a stored row. */
export function sessionOf(row: {
  readonly gathering: string;
  readonly participant: string;
  readonly endedBecause: string | null;
}): Session {
  const { gathering, participant, endedBecause } = row;
  if (endedBecause === null) return { state: "open", gathering, participant };
  return { state: "ended", gathering, because: parseEnd(endedBecause) };
}

/** Opens the seat under a new session; whatever device held it before has lost it (`moved`). */
export async function openSession(
  tx: Tx,
  seat: { readonly gathering: string; readonly participant: string },
  hash: string,
  atMs: number,
): Promise<void> {
  await endSessions(tx, seat.participant, "moved", atMs);
  await tx.insert(tx.tables.sessions, { hash, ...seat, createdAtMs: atMs });
}

/** Ends the open sessions of a participant. */
export async function endSessions(tx: Tx, participant: string, because: SessionEnd, atMs: number): Promise<void> {
  const { sessions } = tx.tables;
  await tx.db
    .update(sessions)
    .set({ endedAtMs: atMs, endedBecause: because })
    .where(and(eq(sessions.participant, participant), isNull(sessions.endedBecause)));
}

function parseEnd(stored: string): SessionEnd {
  if (stored === "moved" || stored === "revoked" || stored === "left" || stored === "erased") return stored;
  throw new Error(`Not an end of a session: ${stored}`);
}
