import { define } from "../define.ts";
import { gatherings } from "./people.ts";

/**
 * `version` and `head` are the text's last commit (number and hash; 0 and zeros before the first); `title` follows its
 * words. Tabled and voted: the versions that were frozen so. What is published is the voted version.
 */
export const texts = define(
  "texts",
  (column) => ({
    id: column.text().primaryKey(),
    gathering: column.text().notNull(),
    title: column.text().notNull(),
    language: column.text().notNull(),
    ordinal: column.integer().notNull(),
    state: column.oneOf("draft", "tabled", "adopted", "rejected", "published", "withdrawn").notNull().default("draft"),
    version: column.integer().notNull().default(0),
    head: column.text().notNull().default("0".repeat(64)),
    tabledVersion: column.integer(),
    tabledHead: column.text(),
    tabledHash: column.text(),
    votedVersion: column.integer(),
    votedHead: column.text(),
    votedHash: column.text(),
    /** The final ballot, once it has decided. */
    ballot: column.text(),
    handedOver: column.flag().notNull().default(false),
    writeCodeHmac: column.text(),
  }),
  (table, key) => [
    key.refers(table.gathering, gatherings),
    key.unique(table.gathering, table.ordinal),
    key.unique(table.writeCodeHmac),
  ],
);

/** A text's chain of commits: `body` is the string that was hashed. Rows are added, never changed. */
export const commits = define(
  "commits",
  (column) => ({
    text: column.text().notNull(),
    version: column.integer().notNull(),
    hash: column.text().notNull(),
    body: column.text().notNull(),
  }),
  (table, key) => [key.refers(table.text, texts), key.primary(table.text, table.version)],
);

/** What became of each push, dropped ones too, so that one sent again gets the same answer. */
export const pushes = define(
  "pushes",
  (column) => ({
    text: column.text().notNull(),
    client: column.text().notNull(),
    sequence: column.integer().notNull(),
    /** The version at which it was answered. */
    version: column.integer().notNull(),
    dropped: column.flag().notNull(),
    stepsHash: column.text().notNull(),
  }),
  (table, key) => [
    key.refers(table.text, texts),
    key.primary(table.text, table.client, table.sequence),
    key.index(table.text, table.version),
  ],
);

/** The document at some versions, as canonical JSON. */
export const snapshots = define(
  "snapshots",
  (column) => ({
    text: column.text().notNull(),
    version: column.integer().notNull(),
    doc: column.text().notNull(),
  }),
  (table, key) => [key.refers(table.text, texts), key.primary(table.text, table.version)],
);

/**
 * Who wrote what and when, told up to some version: one row a text. It can be told anew from the commits, and is kept so
 * that reading it is cheap.
 */
export const chronicles = define(
  "chronicles",
  (column) => ({
    text: column.text().primaryKey(),
    version: column.integer().notNull(),
    map: column.text().notNull(),
    moments: column.text().notNull(),
  }),
  (table, key) => [key.refers(table.text, texts)],
);

/**
 * What is said of some versions: a name that somebody gave (typed words, in no journal and no record), or the earlier
 * version whose words it brought back.
 */
export const milestones = define(
  "milestones",
  (column) => ({
    text: column.text().notNull(),
    version: column.integer().notNull(),
    name: column.text(),
    restores: column.integer(),
  }),
  (table, key) => [key.refers(table.text, texts), key.primary(table.text, table.version)],
);
