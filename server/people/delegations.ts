import { and, asc, desc, eq, ne } from "drizzle-orm";

import { isEnrolled, type DelegationState, type ListedDelegation, type Mandate } from "../../shared/people/index.ts";
import { ok, refuse, type Result } from "../../shared/refusals.ts";
import type { Tx } from "../storage/index.ts";

export interface Delegation extends ListedDelegation {
  readonly id: string;
  readonly state: DelegationState;
  /** How it votes in the hall; of hands and papers, the zone or the box. */
  readonly votesBy: "phone" | "hands" | "paper";
  readonly zone: number;
  /** It said that it would not come. */
  readonly excused: boolean;
  /** The delegation that carries its vote when it is not there. */
  readonly proxy: string | null;
}

/** All delegations of a gathering in the order in which they were admitted, the withdrawn ones too. */
export async function readDelegations(tx: Tx, gathering: string): Promise<Delegation[]> {
  const { delegations } = tx.tables;
  return tx.db
    .select(columns(tx))
    .from(delegations)
    .where(eq(delegations.gathering, gathering))
    .orderBy(asc(delegations.ordinal));
}

/** What the delegations of a gathering are called, the withdrawn ones too: all, or those with one of these ids; by id. */
export async function readDelegationNames(
  tx: Tx,
  gathering: string,
  ids?: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { delegations } = tx.tables;
  const rows = await tx.db
    .select({ id: delegations.id, name: delegations.name })
    .from(delegations)
    .where(and(eq(delegations.gathering, gathering), ids && tx.among(delegations.id, ids)));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Refuses `not-found` an id of another gathering as well. */
export async function findDelegation(tx: Tx, gathering: string, id: string): Promise<Result<Delegation>> {
  const { delegations } = tx.tables;
  const [row] = await tx.db
    .select(columns(tx))
    .from(delegations)
    .where(and(eq(delegations.id, id), eq(delegations.gathering, gathering)));
  return row ? ok(row) : refuse("not-found");
}

/** The names that no further delegation may take. */
export async function takenNames(tx: Tx, gathering: string): Promise<string[]> {
  const all = await readDelegations(tx, gathering);
  return all.filter((one) => isEnrolled(one.state)).map((one) => one.name);
}

export async function lastOrdinal(tx: Tx, gathering: string): Promise<number> {
  const { delegations } = tx.tables;
  const [last] = await tx.db
    .select({ ordinal: delegations.ordinal })
    .from(delegations)
    .where(eq(delegations.gathering, gathering))
    .orderBy(desc(delegations.ordinal))
    .limit(1);
  return last?.ordinal ?? 0;
}

export async function changeDelegation(
  tx: Tx,
  id: string,
  change: { readonly state?: DelegationState; readonly name?: string } & Partial<
    Pick<Delegation, "votesBy" | "zone" | "excused" | "proxy">
  > & { readonly mandate?: Mandate["kind"] | null; readonly mandateNote?: string | null },
): Promise<void> {
  const { delegations } = tx.tables;
  await tx.db.update(delegations).set(change).where(eq(delegations.id, id));
}

/** How many others than `giver` have given their proxy to this holder. */
export async function countProxies(
  tx: Tx,
  table: Tx["tables"]["delegations"] | Tx["tables"]["participants"],
  holder: string,
  giver: string,
): Promise<number> {
  return tx.db.$count(table, and(eq(table.proxy, holder), ne(table.id, giver)));
}

/** What a delegation may decide, as the desk wrote it down. */
export async function readMandate(tx: Tx, delegation: string): Promise<Mandate | null> {
  const { delegations } = tx.tables;
  const [row] = await tx.db
    .select({ kind: delegations.mandate, note: delegations.mandateNote })
    .from(delegations)
    .where(eq(delegations.id, delegation));
  return row?.kind ? { kind: row.kind, note: row.note } : null;
}

const columns = ({ tables: { delegations } }: Tx) => ({
  id: delegations.id,
  name: delegations.name,
  votesBy: delegations.votesBy,
  zone: delegations.zone,
  excused: delegations.excused,
  proxy: delegations.proxy,
  delegates: delegations.delegates,
  observers: delegations.observers,
  state: delegations.state,
});
