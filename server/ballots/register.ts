import { eq } from "drizzle-orm";

import type { Registered, Unit } from "../../shared/ballots/index.ts";
import { readDelegates, readSeatNames } from "../people/index.ts";
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
  return unit === "delegation" ? register : readMandated(tx, gathering, register);
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

async function readMandated(
  tx: Tx,
  gathering: string,
  register: readonly NamedVoter[],
): Promise<readonly NamedVoter[]> {
  const delegations = new Map(register.map((one) => [one.delegation, one]));
  const names = await readSeatNames(tx, gathering);
  return (await readDelegates(tx, gathering)).flatMap(({ participant, delegation: of, checkedIn, proxy }) => {
    const delegation = delegations.get(of);
    if (delegation === undefined) return [];
    const name = names.get(participant) ?? "";
    return [{ ...delegation, voter: participant, name, present: delegation.present && checkedIn, proxy }];
  });
}
