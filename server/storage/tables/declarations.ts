import { define } from "../define.ts";
import { delegations } from "./people.ts";
import { texts } from "./texts.ts";

export const signatures = define(
  "signatures",
  (column) => ({
    text: column.text().notNull(),
    delegation: column.text().notNull(),
    state: column.oneOf("signed", "declined").notNull(),
    /** The id of the reservation's typed words. */
    reservationWords: column.text(),
    atMs: column.integer().notNull(),
  }),
  (table, key) => [
    key.refers(table.text, texts),
    key.refers(table.delegation, delegations),
    key.primary(table.text, table.delegation),
  ],
);
