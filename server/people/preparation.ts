import { and, eq, isNotNull } from "drizzle-orm";

import { isEnrolled, isPresent } from "../../shared/people/index.ts";
import type { Tx } from "../storage/index.ts";
import { readDelegations } from "./delegations.ts";

/** How far the desk has come: enrolled delegations, those present, and whether one has fewer seats than it may send people. */
export interface Preparation {
  readonly delegations: number;
  readonly present: number;
  readonly lackSeats: boolean;
}

export async function readPreparation(tx: Tx, gathering: string): Promise<Preparation> {
  const { participants } = tx.tables;
  const enrolled = (await readDelegations(tx, gathering)).filter((one) => isEnrolled(one.state));
  const seats = await tx.db
    .select({ delegation: participants.delegation })
    .from(participants)
    .where(
      and(eq(participants.gathering, gathering), eq(participants.erased, false), isNotNull(participants.delegation)),
    );
  const held = new Map<string | null, number>();
  for (const { delegation } of seats) held.set(delegation, (held.get(delegation) ?? 0) + 1);
  return {
    delegations: enrolled.length,
    present: enrolled.filter((one) => isPresent(one.state)).length,
    lackSeats: enrolled.some(({ id, delegates, observers }) => (held.get(id) ?? 0) < delegates + observers),
  };
}
