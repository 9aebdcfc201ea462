import { eq } from "drizzle-orm";

import type { Actor } from "../../shared/people/index.ts";
import type { Me } from "../../shared/views/index.ts";
import { sessionHash, type ActGathering, type Entrance, type Key, type Seat } from "../http/index.ts";
import type { Tx } from "../storage/index.ts";
import { findGathering } from "./gatherings.ts";
import { readGrants } from "./grants.ts";
import { findSession, type SessionEnd } from "./sessions.ts";

/** Gatherings by slug and seats by cookie, for the shell. */
export const entranceOf = (key: Key): Entrance => ({
  gathering: findGathering,
  seat: (tx, gathering, cookie) => findSeat(tx, gathering, sessionHash(key, cookie)),
});

/** A cookie of another gathering, or one that this installation never made, opens nothing here. */
async function findSeat(tx: Tx, gathering: ActGathering, hash: string | null): Promise<Seat> {
  const session = hash === null ? null : await findSession(tx, hash);
  if (session === null || session.gathering !== gathering.id) return publicSeat(gathering, null);
  if (session.state === "ended") return publicSeat(gathering, lostBy[session.because]);
  const { participant } = session;
  const grants = await readGrants(tx, participant);
  const actor: Actor = { gathering: gathering.id, participant, grants };
  return { actor, me: await readMe(tx, actor), lost: null };
}

const lostBy: Readonly<Record<SessionEnd, Seat["lost"]>> = {
  moved: "seat-moved",
  revoked: "code-revoked",
  left: null,
  erased: null,
};

const publicSeat = (gathering: ActGathering, lost: Seat["lost"]): Seat => ({
  actor: { gathering: gathering.id, participant: null, grants: [] },
  me: null,
  lost,
});

async function readMe(tx: Tx, actor: Actor): Promise<Me | null> {
  if (actor.participant === null) return null;
  const { participants, delegations } = tx.tables;
  const [row] = await tx.db
    .select({ name: participants.name, delegation: delegations.id, delegationName: delegations.name })
    .from(participants)
    .leftJoin(delegations, eq(participants.delegation, delegations.id))
    .where(eq(participants.id, actor.participant));
  if (!row) throw new Error(`A session without its participant ${actor.participant}`);
  const { delegation, delegationName } = row;
  return {
    participant: actor.participant,
    name: row.name ?? "",
    delegation: delegation === null || delegationName === null ? null : { id: delegation, name: delegationName },
    roles: [...new Set(actor.grants.map((grant) => grant.role))],
  };
}
