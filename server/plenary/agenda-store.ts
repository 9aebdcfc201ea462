import { and, eq, max, ne } from "drizzle-orm";

import { inAgendaOrder, isItemKind, type AgendaFields, type AgendaItem } from "../../shared/plenary/index.ts";
import type { Tables, Tx } from "../storage/index.ts";

/** The gathering's agenda in its order, without what was removed from it. */
export async function readAgenda(tx: Tx, gathering: string): Promise<readonly AgendaItem[]> {
  const { agenda } = tx.tables;
  const rows = await tx.db
    .select()
    .from(agenda)
    .where(and(eq(agenda.gathering, gathering), ne(agenda.state, "removed")));
  return inAgendaOrder(rows.flatMap(parseItem));
}

/** What can be written of an item: what people type, and the text it is about. */
export type ItemFields = AgendaFields & Pick<AgendaItem, "text">;

/** Adds an item after those there are; `fieldsWords` is the id of its typed words. */
export async function addItem(
  tx: Tx,
  gathering: string,
  item: ItemFields & { readonly id: string },
  fieldsWords: string,
): Promise<void> {
  const { agenda } = tx.tables;
  const [row] = await tx.db
    .select({ last: max(agenda.position) })
    .from(agenda)
    .where(eq(agenda.gathering, gathering));
  await tx.insert(agenda, { ...item, gathering, fieldsWords, position: (row?.last ?? 0) + 1 });
}

export async function changeItem(tx: Tx, id: string, fields: ItemFields, fieldsWords: string): Promise<void> {
  const { agenda } = tx.tables;
  await tx.db
    .update(agenda)
    .set({ ...fields, fieldsWords })
    .where(eq(agenda.id, id));
}

export async function setItemState(tx: Tx, id: string, state: AgendaItem["state"] | "removed"): Promise<void> {
  const { agenda } = tx.tables;
  await tx.db.update(agenda).set({ state }).where(eq(agenda.id, id));
}

function parseItem(row: Tables["agenda"]["$inferSelect"]): readonly AgendaItem[] {
  const { id, position, day, startMinutes, endMinutes, title, kind, note, text, state } = row;
  if (state === "removed") return [];
  if (!isItemKind(kind)) throw new Error(`An agenda item of no kind: ${kind}`);
  return [{ id, position, day, startMinutes, endMinutes, title, kind, note, text, state }];
}
