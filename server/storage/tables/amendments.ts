import { define } from "../define.ts";
import { gatherings } from "./people.ts";
import { texts } from "./texts.ts";

/**
 * An amendment. `state` is what the assembly did with it; `standing`, `reduced` and `altered` what became of its words in
 * the text as it stands, a cache of what carrying it there gives, and `standingBy` the amendment whose adoption made it so.
 * `outline` is where it stands and what it does in a few words, as JSON, frozen from its base.
 */
export const amendments = define(
  "amendments",
  (column) => ({
    id: column.text().primaryKey(),
    gathering: column.text().notNull(),
    number: column.integer().notNull(),
    text: column.text().notNull(),
    delegation: column.text().notNull(),
    state: column
      .oneOf("submitted", "called", "adopted", "rejected", "withdrawn", "notMoved")
      .notNull()
      .default("submitted"),
    standing: column.oneOf("live", "satisfied", "fallen").notNull().default("live"),
    standingBy: column.text(),
    reduced: column.flag().notNull().default(false),
    altered: column.flag().notNull().default(false),
    revision: column.integer().notNull().default(1),
    calledAtMs: column.integer(),
    ballot: column.text(),
    /** The version of the text that its adoption made. */
    adoptedVersion: column.integer(),
    outline: column.text().notNull(),
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
