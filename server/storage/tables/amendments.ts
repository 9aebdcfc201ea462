import { define } from "../define.ts";
import { gatherings } from "./people.ts";
import { texts } from "./texts.ts";

/** An amendment. `place` is where it stands, as JSON, frozen from its base; `fallenBecause` the amendment whose adoption made it fall. */
export const amendments = define(
  "amendments",
  (column) => ({
    id: column.text().primaryKey(),
    gathering: column.text().notNull(),
    number: column.integer().notNull(),
    text: column.text().notNull(),
    delegation: column.text().notNull(),
    state: column
      .oneOf("submitted", "called", "adopted", "rejected", "withdrawn", "notMoved", "fallen", "satisfied")
      .notNull()
      .default("submitted"),
    revision: column.integer().notNull().default(1),
    fallenBecause: column.text(),
    ballot: column.text(),
    place: column.text().notNull(),
  }),
  (table, key) => [
    key.refers(table.gathering, gatherings),
    key.refers(table.text, texts),
    key.unique(table.gathering, table.number),
    key.index(table.text),
  ],
);

/** What each revision asks for: `changes` is the canonical change set as it was hashed. */
export const revisions = define(
  "revisions",
  (column) => ({
    amendment: column.text().notNull(),
    revision: column.integer().notNull(),
    baseVersion: column.integer().notNull(),
    baseHead: column.text().notNull(),
    changes: column.text().notNull(),
    hash: column.text().notNull(),
    rationaleWords: column.text(),
    submittedAtMs: column.integer().notNull(),
  }),
  (table, key) => [key.refers(table.amendment, amendments), key.primary(table.amendment, table.revision)],
);
