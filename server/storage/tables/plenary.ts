import { sql } from "drizzle-orm";

import { define } from "../define.ts";
import { gatherings } from "./people.ts";

/**
 * The agenda's items. `day` counts from 1, the gathering's first; minutes are after midnight in its time zone, null when
 * not said. The fields, as they were last hashed for the journal, are the typed words
 * `fieldsWords`. One item at most is current.
 */
export const agenda = define(
  "agenda",
  (column) => ({
    id: column.text().primaryKey(),
    gathering: column.text().notNull(),
    position: column.integer().notNull(),
    day: column.integer().notNull(),
    startMinutes: column.integer(),
    endMinutes: column.integer(),
    title: column.text().notNull(),
    kind: column.text().notNull(),
    note: column.text(),
    text: column.text(),
    fieldsWords: column.text().notNull(),
    state: column.oneOf("planned", "current", "done", "reserved", "removed").notNull().default("planned"),
  }),
  (table, key) => [
    key.refers(table.gathering, gatherings),
    key.index(table.gathering),
    key.uniqueWhere(sql`"state" = 'current'`, table.gathering),
  ],
);
