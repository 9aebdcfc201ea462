import { and, asc, eq, inArray, ne } from "drizzle-orm";

import type { Grant } from "../../shared/people/index.ts";
import { ok, refuse, type Result } from "../../shared/refusals.ts";
import type { Tx } from "../storage/index.ts";
import { grantOf } from "./grants.ts";

/** A seat: a participant with the roles they hold and the code that opens it, if one is valid. */
export interface SeatFacts {
  readonly participant: string;
  readonly name: string | null;
  readonly delegation: string | null;
  readonly erased: boolean;
  readonly grants: readonly Grant[];
  readonly code: { readonly id: string; readonly used: boolean } | null;
}

/** The seats of a gathering in the order in which they were made, or that of one participant. */
export async function readSeats(tx: Tx, gathering: string, participant?: string): Promise<SeatFacts[]> {
  const { participants, grants, codes } = tx.tables;
  const asked = and(
    eq(participants.gathering, gathering),
    participant === undefined ? undefined : eq(participants.id, participant),
  );
  const people = await tx.db
    .select()
    .from(participants)
    .where(asked)
    .orderBy(asc(participants.createdAtMs), asc(participants.id));
  const ids = tx.db.select({ id: participants.id }).from(participants).where(asked);
  const held = await tx.db.select().from(grants).where(inArray(grants.participant, ids)).orderBy(asc(grants.role));
  const valid = await tx.db
    .select({ id: codes.id, participant: codes.participant, state: codes.state })
    .from(codes)
    .where(and(inArray(codes.participant, ids), ne(codes.state, "revoked")));
  const grantsOf = groupBy(held, (row) => row.participant);
  const codeOf = new Map(valid.map((row) => [row.participant, row]));
  return people.map((row) => {
    const code = codeOf.get(row.id);
    return {
      participant: row.id,
      name: row.name,
      delegation: row.delegation,
      erased: row.erased,
      grants: (grantsOf.get(row.id) ?? []).map(grantOf),
      code: code ? { id: code.id, used: code.state === "used" } : null,
    };
  });
}

/** What somebody is called who sits for a delegation: their name with its own; or, not typed or erased, by their place. */
export async function readSeatNames(tx: Tx, gathering: string): Promise<ReadonlyMap<string, string>> {
  const { participants, delegations } = tx.tables;
  const rows = await tx.db
    .select({ id: participants.id, name: participants.name, delegation: delegations.name, of: delegations.id })
    .from(participants)
    .innerJoin(delegations, eq(delegations.id, participants.delegation))
    .where(eq(participants.gathering, gathering))
    .orderBy(asc(participants.createdAtMs), asc(participants.id));
  const places = new Map<string, number>();
  return new Map(
    rows.map(({ id, name, delegation, of }) => {
      const place = (places.get(of) ?? 0) + 1;
      places.set(of, place);
      return [id, name === null ? `${delegation}, ${place}` : `${name} (${delegation})`];
    }),
  );
}

/** Who holds a mandate of a delegation. */
export interface Delegate {
  readonly participant: string;
  readonly delegation: string;
  readonly name: string | null;
  readonly checkedIn: boolean;
  readonly proxy: string | null;
}

/** The delegates of a gathering, or of one of its delegations, in the order of their places. */
export async function readDelegates(tx: Tx, gathering: string, delegation?: string): Promise<readonly Delegate[]> {
  const { participants, grants } = tx.tables;
  const rows = await tx.db
    .select({
      participant: participants.id,
      delegation: grants.delegation,
      name: participants.name,
      checkedIn: participants.checkedIn,
      proxy: participants.proxy,
    })
    .from(participants)
    .innerJoin(grants, eq(grants.participant, participants.id))
    .where(
      and(
        eq(participants.gathering, gathering),
        eq(grants.role, "delegate"),
        delegation === undefined ? undefined : eq(grants.delegation, delegation),
      ),
    )
    .orderBy(asc(participants.createdAtMs), asc(participants.id));
  return rows.flatMap((row) => (row.delegation === null ? [] : [{ ...row, delegation: row.delegation }]));
}

/** One seat; refuses `not-found` a participant of another gathering as well. */
export async function findSeatFacts(tx: Tx, gathering: string, participant: string): Promise<Result<SeatFacts>> {
  const [seat] = await readSeats(tx, gathering, participant);
  return seat ? ok(seat) : refuse("not-found");
}

export interface NewSeat {
  readonly id: string;
  readonly gathering: string;
  readonly name: string | null;
  readonly delegation: string | null;
  readonly createdAtMs: number;
  /** Of a delegate whose delegation is there. */
  readonly checkedIn?: boolean;
}

export async function addSeat(tx: Tx, seat: NewSeat): Promise<void> {
  await tx.insert(tx.tables.participants, seat);
}

function groupBy<T>(rows: readonly T[], key: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group) group.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
}
