import { and, asc, eq } from "drizzle-orm";

import type { Registered, Unit } from "../../shared/ballots/index.ts";
import { readSeatNames } from "../people/index.ts";
import type { Tx } from "../storage/index.ts";

/** A voter as check-in knows them now, with their name for pages. */
export interface NamedVoter extends Registered {
  readonly name: string;
}

/** The delegations' register: all of them, withdrawn ones too. */
export async function readRegister(tx: Tx, gathering: string): Promise<readonly NamedVoter[]> {
  const { delegations } = tx.tables;
  const rows = await tx.db
    .select({
      delegation: delegations.id,
      name: delegations.name,
      delegates: delegations.delegates,
      state: delegations.state,
      by: delegations.votesBy,
      zone: delegations.zone,
      excused: delegations.excused,
      proxy: delegations.proxy,
    })
    .from(delegations)
    .where(eq(delegations.gathering, gathering));
  return rows.map(({ delegation, name, delegates, state, by, zone, excused, proxy }) => ({
    voter: delegation,
    delegation,
    name,
    delegates,
    enrolled: state !== "withdrawn",
    present: state === "present",
    excused,
    votes: by === "phone" ? null : { channel: by, zone },
    proxy,
  }));
}

/** The register from which a roll is frozen: of delegations, or of the delegates of all of them, whoever is there. */
export async function readVoters(tx: Tx, gathering: string, unit: Unit): Promise<readonly NamedVoter[]> {
  const register = await readRegister(tx, gathering);
  return unit === "delegation" ? register : readDelegates(tx, gathering, register);
}

/**
 * What a voter of a ballot is called: a delegation; or somebody who sits for one, by their name or their place, whether or
 * not they still hold its mandate.
 */
export async function readVoterNames(tx: Tx, gathering: string, unit: Unit): Promise<(voter: string) => string> {
  const names =
    unit === "delegation"
      ? new Map((await readRegister(tx, gathering)).map(({ voter, name }) => [voter, name]))
      : await readSeatNames(tx, gathering);
  return (voter) => names.get(voter) ?? "";
}

async function readDelegates(
  tx: Tx,
  gathering: string,
  register: readonly NamedVoter[],
): Promise<readonly NamedVoter[]> {
  const { participants, grants } = tx.tables;
  const rows = await tx.db
    .select({
      voter: participants.id,
      delegation: grants.delegation,
      checkedIn: participants.checkedIn,
      proxy: participants.proxy,
    })
    .from(participants)
    .innerJoin(grants, eq(grants.participant, participants.id))
    .where(and(eq(participants.gathering, gathering), eq(grants.role, "delegate")))
    .orderBy(asc(participants.createdAtMs), asc(participants.id));
  const delegations = new Map(register.map((one) => [one.delegation, one]));
  const names = await readSeatNames(tx, gathering);
  return rows.flatMap(({ voter, delegation: of, checkedIn, proxy }) => {
    const delegation = of === null ? undefined : delegations.get(of);
    if (delegation === undefined) return [];
    return [{ ...delegation, voter, name: names.get(voter) ?? "", present: delegation.present && checkedIn, proxy }];
  });
}
