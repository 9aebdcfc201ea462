import { sql } from "drizzle-orm";

import { define } from "../define.ts";
import { gatherings } from "./people.ts";

/**
 * A ballot. `subject` is an opaque string, hashed as stored; `body` what was hashed at opening; `item` the agenda item
 * it is held under. One ballot at most is open under one item: the database refuses a second.
 */
export const ballots = define(
  "ballots",
  (column) => ({
    id: column.text().primaryKey(),
    gathering: column.text().notNull(),
    number: column.integer().notNull(),
    item: column.text(),
    subjectKind: column.text().notNull(),
    subject: column.text().notNull(),
    /** The id of the question's typed words. */
    questionWords: column.text(),
    state: column
      .oneOf("prepared", "open", "closed", "declared", "cancelled", "annulled")
      .notNull()
      .default("prepared"),
    method: column.text().notNull(),
    rule: column.text().notNull(),
    unit: column.text().notNull(),
    secrecy: column.text().notNull(),
    options: column.text().notNull(),
    enrolled: column.integer(),
    present: column.integer(),
    body: column.text(),
    hash: column.text(),
    openedAtMs: column.integer(),
    closedAtMs: column.integer(),
    tally: column.text(),
    outcome: column.text(),
    reasonWords: column.text(),
    replaces: column.text(),
  }),
  (table, key) => [
    key.refers(table.gathering, gatherings),
    key.unique(table.gathering, table.number),
    key.uniqueWhere(sql`"state" = 'open'`, table.gathering, table.item),
  ],
);

/** A ballot's frozen roll: `entry` is the line as it was hashed. */
export const roll = define(
  "roll",
  (column) => ({
    ballot: column.text().notNull(),
    delegation: column.text().notNull(),
    entry: column.text().notNull(),
    status: column.oneOf("present", "absent", "excused").notNull(),
    weight: column.integer().notNull(),
    channel: column.text().notNull(),
  }),
  (table, key) => [key.refers(table.ballot, ballots), key.primary(table.ballot, table.delegation)],
);

/** Votes in the order they were written, 1, 2, 3…; a delegation's last counts. `castBy` is a participant's id. */
export const votes = define(
  "votes",
  (column) => ({
    ballot: column.text().notNull(),
    ordinal: column.integer().notNull(),
    delegation: column.text().notNull(),
    requestKey: column.text().notNull(),
    choice: column.text().notNull(),
    channel: column.text().notNull(),
    castBy: column.text().notNull(),
    atMs: column.integer().notNull(),
    receipt: column.text().notNull(),
  }),
  (table, key) => [
    key.refers(table.ballot, ballots),
    key.primary(table.ballot, table.ordinal),
    key.unique(table.ballot, table.requestKey),
    key.index(table.ballot, table.delegation),
  ],
);
