import { eq } from "drizzle-orm";

import type { RollDelegation } from "../../shared/ballots/index.ts";
import type { Tx } from "../storage/index.ts";

/** A delegation as check-in knows it now, with its name for pages. */
export interface Registered extends RollDelegation {
  readonly name: string;
}

/** The register from which a roll is frozen: all delegations, withdrawn ones too. */
export async function readRegister(tx: Tx, gathering: string): Promise<readonly Registered[]> {
  const { delegations } = tx.tables;
  const rows = await tx.db
    .select({
      delegation: delegations.id,
      name: delegations.name,
      state: delegations.state,
      by: delegations.votesBy,
      zone: delegations.zone,
      excused: delegations.excused,
    })
    .from(delegations)
    .where(eq(delegations.gathering, gathering));
  return rows.map(({ delegation, name, state, by, zone, excused }) => ({
    delegation,
    name,
    enrolled: state !== "withdrawn",
    present: state === "present",
    excused,
    votes: by === "phone" ? null : { channel: by, zone },
  }));
}
