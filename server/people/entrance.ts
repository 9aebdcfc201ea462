import { asc, eq } from "drizzle-orm";

import type { Grant } from "../../shared/people/index.ts";
import { sessionHash, type ActGathering, type Entrance, type Key, type Seat } from "../http/index.ts";
import type { Tx } from "../storage/index.ts";
import { findGathering } from "./gatherings.ts";
import { grantOf } from "./grants.ts";
import { sessionOf, type SessionEnd } from "./sessions.ts";

/** Gatherings by slug and seats by cookie, for the shell. */
export const entranceOf = (key: Key): Entrance => ({
  gathering: findGathering,
  seat: async (tx, gathering, cookie) =>
    (await findSeats(tx, gathering, [sessionHash(key, cookie)]))[0] ?? publicSeat(gathering, null),
  seats: (tx, gathering, cookies) =>
    findSeats(
      tx,
      gathering,
      cookies.map((cookie) => sessionHash(key, cookie)),
    ),
});

/**
 * The seats of several sessions, by their hashes; read at once, because votes come by the hundred. A cookie of another
 * gathering, or one that this installation never made, opens nothing here.
 */
async function findSeats(
  tx: Tx,
  gathering: ActGathering,
  hashes: readonly (string | null)[],
): Promise<readonly Seat[]> {
  const known = new Set(hashes.filter((hash) => hash !== null));
  const rows = known.size === 0 ? [] : await readRows(tx, [...known]);
  const rowsOf = new Map<string, (typeof rows)[number][]>();
  for (const row of rows) rowsOf.set(row.hash, [...(rowsOf.get(row.hash) ?? []), row]);
  return hashes.map((hash) => seatOf(gathering, hash === null ? [] : (rowsOf.get(hash) ?? [])));
}

/** A row for each role of each session's holder; one without a role when there is none. */
async function readRows(tx: Tx, hashes: readonly string[]) {
  const { sessions, participants, delegations, grants } = tx.tables;
  return tx.db
    .select({
      hash: sessions.hash,
      gathering: sessions.gathering,
      participant: sessions.participant,
      endedBecause: sessions.endedBecause,
      name: participants.name,
      delegation: delegations.id,
      delegationName: delegations.name,
      role: grants.role,
      grantDelegation: grants.delegation,
      grantText: grants.text,
    })
    .from(sessions)
    .innerJoin(participants, eq(participants.id, sessions.participant))
    .leftJoin(delegations, eq(delegations.id, participants.delegation))
    .leftJoin(grants, eq(grants.participant, sessions.participant))
    .where(tx.among(sessions.hash, hashes))
    .orderBy(asc(grants.role));
}

function seatOf(gathering: ActGathering, rows: Awaited<ReturnType<typeof readRows>>): Seat {
  const [row] = rows;
  const session = row && sessionOf(row);
  if (!session || session.gathering !== gathering.id) return publicSeat(gathering, null);
  if (session.state === "ended") return publicSeat(gathering, lostBy[session.because]);
  const { participant } = session;
  const grants = rows.flatMap(({ role, grantDelegation, grantText }): Grant[] =>
    role === null ? [] : [grantOf({ role, delegation: grantDelegation, text: grantText })],
  );
  const { name, delegation, delegationName } = row;
  return {
    actor: { gathering: gathering.id, participant, grants },
    me: {
      participant,
      name: name ?? "",
      delegation: delegation === null || delegationName === null ? null : { id: delegation, name: delegationName },
      roles: [...new Set(grants.map((grant) => grant.role))],
    },
    lost: null,
  };
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
