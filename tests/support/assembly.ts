import { eq } from "drizzle-orm";

import { makeCookie, sessionHash } from "../../server/http/index.ts";
import { appendEntry } from "../../server/journal/index.ts";
import type { Grant } from "../../shared/people/index.ts";
import { ok } from "../../shared/refusals.ts";
import type { Tx } from "../../server/storage/index.ts";
import { openGathering, postForm, postJson, type FreshApp } from "./app.ts";

/** Somebody with a seat: the cookie that their browser carries. */
export interface Seated {
  readonly id: string;
  readonly cookie: string;
}

/**
 * A gathering with people in it, made quickly: seats and delegations are laid into the tables, these with what the journal
 * says of them; acts go through the app.
 */
export interface Assembly {
  readonly fresh: FreshApp;
  readonly gathering: string;
  readonly slug: string;
  readonly organiser: string;
  readonly chair: Seated;
  readonly teller: Seated;
  /** Posts an act as a page's script does. */
  act(who: string | undefined, action: string, body: unknown): ReturnType<typeof postJson>;
  /** Posts an act as a form does, without script. */
  form(who: string | undefined, action: string, fields: Readonly<Record<string, string>>): ReturnType<typeof postForm>;
  seat(name: string, grants: readonly Grant[], delegation?: string): Promise<Seated>;
  /** A delegation with one delegate's seat; present unless said otherwise. */
  delegation(
    name: string,
    state?: "admitted" | "present" | "absent" | "withdrawn",
  ): Promise<Seated & { delegation: string }>;
  setDelegation(delegation: string, state: "present" | "absent" | "withdrawn"): Promise<void>;
}

export async function openAssembly(fresh: FreshApp, name = "Commune des Communes"): Promise<Assembly> {
  const { storage, key, app } = fresh;
  const { slug, cookie: organiser } = await openGathering(fresh, name);
  const gathering = await storage.read(async ({ db, tables: { gatherings } }) => {
    const [row] = await db.select({ id: gatherings.id }).from(gatherings).where(eq(gatherings.slug, slug));
    return row?.id ?? "";
  });
  let made = 0;

  const minute = (tx: Tx, act: `delegation.${"admitted" | "arrived" | "left" | "withdrawn"}`, delegation: string) =>
    appendEntry(tx, gathering, { act, by: "operator", role: "operator", atMs: fresh.nowMs(), data: { delegation } });
  const minuteState = async (tx: Tx, state: string, delegation: string): Promise<void> => {
    if (state === "present") await minute(tx, "delegation.arrived", delegation);
    if (state === "absent") await minute(tx, "delegation.left", delegation);
    if (state === "withdrawn") await minute(tx, "delegation.withdrawn", delegation);
  };

  const seat: Assembly["seat"] = async (name, grants, delegation) => {
    const id = `${slug}-p${(made += 1)}`;
    const cookie = makeCookie(key, new TextEncoder().encode(`${id}-cookie-of-a-test`));
    const hash = sessionHash(key, cookie) ?? "";
    await storage.act(async (tx) => {
      const at = { createdAtMs: 1 };
      await tx.insert(tx.tables.participants, {
        id,
        gathering,
        name,
        checkedIn: true,
        ...at,
        ...(delegation === undefined ? {} : { delegation }),
      });
      for (const grant of grants) await tx.insert(tx.tables.grants, { participant: id, ...grant });
      await tx.insert(tx.tables.sessions, { hash, gathering, participant: id, ...at });
      return ok(id);
    });
    return { id, cookie: `cahier=${cookie}` };
  };

  return {
    fresh,
    gathering,
    slug,
    organiser,
    seat,
    chair: await seat("Animation", [{ role: "chair" }]),
    teller: await seat("Table", [{ role: "teller" }]),
    act: (who, action, body) => postJson(app, `/r/${slug}/actes/${action}`, body, { cookie: who }),
    form: (who, action, fields) => postForm(app, `/r/${slug}/actes/${action}`, fields, { cookie: who }),
    async delegation(name, state = "present") {
      const id = `${slug}-${name}`;
      await storage.act(async (tx) => {
        const row = { id, gathering, name, delegates: 2, observers: 2, state, ordinal: (made += 1) };
        await tx.insert(tx.tables.delegations, row);
        await minute(tx, "delegation.admitted", id);
        await minuteState(tx, state, id);
        return ok(id);
      });
      return { ...(await seat(`Mandat ${name}`, [{ role: "delegate", delegation: id }], id)), delegation: id };
    },
    async setDelegation(delegation, state) {
      await storage.act(async (tx) => {
        const { delegations } = tx.tables;
        await tx.db.update(delegations).set({ state }).where(eq(delegations.id, delegation));
        await minuteState(tx, state, delegation);
        return ok(null);
      });
    },
  };
}

/** How many rows each table holds, and where each journal stands: equal before and after what must write nothing. */
export async function everyRowCount({ storage }: FreshApp): Promise<Readonly<Record<string, number | string>>> {
  return storage.read(async ({ db, tables }) => {
    const counts: Record<string, number | string> = {};
    for (const [name, table] of Object.entries(tables)) counts[name] = (await db.select().from(table)).length;
    for (const row of await db.select().from(tables.gatherings)) counts[`head of ${row.id}`] = row.headHash;
    for (const row of await db.select().from(tables.texts)) counts[`head of ${row.id}`] = row.head;
    return counts;
  });
}
