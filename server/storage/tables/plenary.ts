import { define } from "../define.ts";
import { gatherings } from "./people.ts";

/** The agenda's items; `startsAt` and `endsAt` are HH:MM of `day` (YYYY-MM-DD) in the gathering's time zone. */
export const agenda = define(
  "agenda",
  (column) => ({
    id: column.text().primaryKey(),
    gathering: column.text().notNull(),
    position: column.integer().notNull(),
    day: column.text().notNull(),
    startsAt: column.text().notNull(),
    endsAt: column.text().notNull(),
    title: column.text().notNull(),
    kind: column.text().notNull(),
    notes: column.text().notNull().default(""),
    state: column.oneOf("planned", "current", "done", "reserved", "removed").notNull().default("planned"),
    text: column.text(),
  }),
  (table, key) => [key.refers(table.gathering, gatherings), key.index(table.gathering, table.position)],
);
