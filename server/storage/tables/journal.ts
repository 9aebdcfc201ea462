import { define } from "../define.ts";
import { gatherings } from "./people.ts";

/** The chain of acts: `body` is the string that was hashed. Rows are added, never changed. */
export const journal = define(
  "journal",
  (column) => ({
    gathering: column.text().notNull(),
    sequence: column.integer().notNull(),
    hash: column.text().notNull(),
    body: column.text().notNull(),
  }),
  (table, key) => [key.refers(table.gathering, gatherings), key.primary(table.gathering, table.sequence)],
);

/** Words that people typed, beside the journal that holds only their salted `hash`. Erased: `text` is null. */
export const words = define(
  "words",
  (column) => ({
    id: column.text().primaryKey(),
    gathering: column.text().notNull(),
    kind: column.text().notNull(),
    salt: column.text().notNull(),
    text: column.text(),
    hash: column.text().notNull(),
  }),
  (table, key) => [key.refers(table.gathering, gatherings), key.index(table.gathering, table.hash)],
);
