import { makeCookie, sessionHash } from "../../server/http/index.ts";
import type { Storage } from "../../server/storage/index.ts";
import type { Grant } from "../../shared/people/index.ts";
import { ok } from "../../shared/refusals.ts";

export interface SeatFacts {
  readonly gathering: string;
  readonly name: string;
  /** The delegation's id and name; it is made when it does not stand yet. */
  readonly delegation?: string;
  readonly grants?: readonly Grant[];
}

/** A person with a seat and an open session, as rows: what a browser would send as its cookie. */
export async function takeSeat(storage: Storage, key: Uint8Array, facts: SeatFacts): Promise<string> {
  const { gathering, name, delegation = null, grants = [] } = facts;
  const cookie = makeCookie(key, Buffer.from(name.padEnd(18, "x")));
  const hash = sessionHash(key, cookie) ?? "";
  await storage.act(async (tx) => {
    const { delegations, participants, sessions } = tx.tables;
    if (delegation !== null) {
      const ordinal = await tx.db.$count(delegations);
      await tx.db
        .insert(delegations)
        .values({ id: delegation, gathering, name: delegation, delegates: 2, observers: 2, ordinal })
        .onConflictDoNothing();
    }
    await tx.insert(participants, { id: name, gathering, name, delegation, createdAtMs: 0 });
    for (const grant of grants) await tx.insert(tx.tables.grants, { participant: name, ...grant });
    await tx.insert(sessions, { hash, gathering, participant: name, createdAtMs: 0 });
    return ok(null);
  });
  return `cahier=${cookie}`;
}
