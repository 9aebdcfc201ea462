import { and, eq, isNull } from "drizzle-orm";

import { parseRole, type Grant } from "../../shared/people/index.ts";
import type { Tx } from "../storage/index.ts";

/** Adds a role; false when the participant holds it already. */
export async function addGrant(tx: Tx, participant: string, grant: Grant): Promise<boolean> {
  if (await hasGrant(tx, participant, grant)) return false;
  await tx.insert(tx.tables.grants, { participant, ...grant });
  return true;
}

/** Takes a role away; false when the participant does not hold it. */
export async function removeGrant(tx: Tx, participant: string, grant: Grant): Promise<boolean> {
  if (!(await hasGrant(tx, participant, grant))) return false;
  await tx.db.delete(tx.tables.grants).where(sameGrant(tx, participant, grant));
  return true;
}

async function hasGrant(tx: Tx, participant: string, grant: Grant): Promise<boolean> {
  const rows = await tx.db
    .select({ role: tx.tables.grants.role })
    .from(tx.tables.grants)
    .where(sameGrant(tx, participant, grant));
  return rows.length > 0;
}

function sameGrant({ tables: { grants } }: Tx, participant: string, grant: Grant) {
  return and(
    eq(grants.participant, participant),
    eq(grants.role, grant.role),
    grant.delegation === undefined ? isNull(grants.delegation) : eq(grants.delegation, grant.delegation),
    grant.text === undefined ? isNull(grants.text) : eq(grants.text, grant.text),
  );
}

export function grantOf(row: { role: string; delegation: string | null; text: string | null }): Grant {
  return {
    role: parseRole(row.role),
    ...(row.delegation === null ? {} : { delegation: row.delegation }),
    ...(row.text === null ? {} : { text: row.text }),
  };
}
