import { sql } from "drizzle-orm";

import { consentSteps, methodOutcomes } from "../../../shared/ballots/index.ts";

import { define } from "../define.ts";
import { gatherings } from "./people.ts";

/**
 * A ballot. `subject` is an opaque string, hashed as stored; `item` the agenda item it is held under; `number`, `head`
 * (the journal's, just before) and `hash` are given at opening; `tally` is JSON; `questionWords`, `optionsWords`,
 * `reasonWords` and `unencryptedWords` are ids of typed words; `cancelledAtMs` says when it was cancelled or annulled,
 * and `reasonWords` why. One ballot at most is open under one item: the database refuses a second.
 */
export const ballots = define(
  "ballots",
  (column) => ({
    id: column.text().primaryKey(),
    gathering: column.text().notNull(),
    item: column.text().notNull(),
    state: column
      .oneOf("prepared", "open", "closed", "declared", "cancelled", "annulled")
      .notNull()
      .default("prepared"),
    subjectKind: column.text().notNull(),
    subject: column.text().notNull(),
    subjectHash: column.text().notNull(),
    questionWords: column.text().notNull(),
    method: column.text().notNull().default("yes-no"),
    /** How many options, where the method has any; their words; how many of them are to be elected, in STV. */
    optionCount: column.integer(),
    optionsWords: column.text(),
    seats: column.integer(),
    rule: column.text().notNull(),
    unit: column.oneOf("delegation", "delegate", "person").notNull().default("delegation"),
    /** One vote each, or as many as the delegation has places; whether they may be carried by others, or said apart. */
    weights: column.oneOf("one", "delegates").notNull().default("one"),
    proxies: column.flag().notNull().default(false),
    split: column.flag().notNull().default(false),
    secrecy: column.oneOf("public", "secret").notNull().default("public"),
    replaces: column.text(),
    number: column.integer(),
    head: column.text(),
    hash: column.text(),
    openedAtMs: column.integer(),
    /** Lines of the roll that are present. */
    present: column.integer(),
    /** Of a secret ballot: the number of votes under which it is not counted. */
    leastVotes: column.integer(),
    /** In which words the chair confirmed a secret ballot over plain HTTP. */
    unencryptedWords: column.text(),
    lastCall: column.flag().notNull().default(false),
    /** Of a round of consent, once the chair has gone on from its first step. */
    step: column.oneOf(...consentSteps),
    closedAtMs: column.integer(),
    tally: column.text(),
    marksHash: column.text(),
    votesHash: column.text(),
    /** Of a secret ballot, once closed: its list of votes as it was hashed. */
    choices: column.text(),
    /** The choices were deleted, and their traces on the disk not yet. */
    unscrubbed: column.flag().notNull().default(false),
    outcome: column.oneOf(...methodOutcomes),
    declaredAtMs: column.integer(),
    cancelledAtMs: column.integer(),
    reasonWords: column.text(),
  }),
  (table, key) => [
    key.refers(table.gathering, gatherings),
    key.unique(table.gathering, table.number),
    key.uniqueWhere(sql`"state" = 'open'`, table.gathering, table.item),
  ],
);

/** A ballot's roll, frozen at opening: `entry` is the line as it was hashed. */
export const roll = define(
  "roll",
  (column) => ({
    ballot: column.text().notNull(),
    voter: column.text().notNull(),
    entry: column.text().notNull(),
  }),
  (table, key) => [key.refers(table.ballot, ballots), key.primary(table.ballot, table.voter)],
);

/** Votes in the order they were written, 1, 2, 3…; a voter's last counts. `castBy` is a participant's id. */
export const votes = define(
  "votes",
  (column) => ({
    ballot: column.text().notNull(),
    ordinal: column.integer().notNull(),
    voter: column.text().notNull(),
    requestKey: column.text().notNull(),
    /** What it says, in its one written form. */
    choice: column.text().notNull(),
    /** Of its reason, which stands among the typed words; null when it has none. */
    reasonHash: column.text(),
    /** A teller entered it for a voter without a phone. */
    entered: column.flag().notNull(),
    castBy: column.text().notNull(),
    atMs: column.integer().notNull(),
    receipt: column.text().notNull(),
  }),
  (table, key) => [
    key.refers(table.ballot, ballots),
    key.primary(table.ballot, table.ordinal),
    key.unique(table.ballot, table.requestKey),
    key.index(table.ballot, table.voter),
  ],
);

/** Who has voted in a secret ballot: one line a voter, once and for all. The request key stays here. */
export const marks = define(
  "marks",
  (column) => ({
    ballot: column.text().notNull(),
    voter: column.text().notNull(),
    requestKey: column.text().notNull(),
    /** A teller put it in for a voter without a phone. */
    entered: column.flag().notNull(),
    castBy: column.text().notNull(),
    atMs: column.integer().notNull(),
    receipt: column.text().notNull(),
  }),
  (table, key) => [
    key.refers(table.ballot, ballots),
    key.primary(table.ballot, table.voter),
    key.unique(table.ballot, table.requestKey),
  ],
);

/**
 * What was said in the secret ballots that are open, under random keys that stand nowhere else. Closing or cancelling a
 * ballot deletes its rows.
 */
export const choices = define(
  "choices",
  (column) => ({
    ballot: column.text().notNull(),
    key: column.text().notNull(),
    choice: column.text().notNull(),
  }),
  (table, key) => [key.refers(table.ballot, ballots), key.primary(table.ballot, table.key)],
  { unordered: true },
);

/**
 * What tellers counted at the stations of public ballots, without names: the hands of a zone, the papers of a box. A later
 * count of the same teller takes the place of the earlier one; both stay.
 */
export const counts = define(
  "counts",
  (column) => ({
    ballot: column.text().notNull(),
    ordinal: column.integer().notNull(),
    channel: column.oneOf("hands", "paper").notNull(),
    zone: column.integer().notNull(),
    inFavour: column.integer().notNull(),
    against: column.integer().notNull(),
    abstention: column.integer().notNull(),
    notTakingPart: column.integer().notNull(),
    enteredBy: column.text().notNull(),
    atMs: column.integer().notNull(),
  }),
  (table, key) => [key.refers(table.ballot, ballots), key.primary(table.ballot, table.ordinal)],
);
