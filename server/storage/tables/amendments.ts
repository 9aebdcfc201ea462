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
    /** Of a sub-amendment: which of its parent's, whose number it bears; 0 of an amendment. */
    sub: column.integer().notNull().default(0),
    parent: column.text(),
    text: column.text().notNull(),
    delegation: column.text().notNull(),
    state: column
      .oneOf("submitted", "called", "adopted", "rejected", "withdrawn", "notMoved", "inadmissible")
      .notNull()
      .default("submitted"),
    standing: column.oneOf("live", "satisfied", "fallen").notNull().default("live"),
    standingBy: column.text(),
    reduced: column.flag().notNull().default(false),
    altered: column.flag().notNull().default(false),
    revision: column.integer().notNull().default(1),
    calledAtMs: column.integer(),
    ballot: column.text(),
    /** The id of the words that say why the chair refused it. */
    reasonWords: column.text(),
    /** The version of the text that its adoption made. */
    adoptedVersion: column.integer(),
    outline: column.text().notNull(),
  }),
  (table, key) => [
    key.refers(table.gathering, gatherings),
    key.refers(table.text, texts),
    key.unique(table.gathering, table.number, table.sub),
    key.index(table.text),
  ],
);

/**
 * What each revision asks for: `changes` is the canonical change set as it was hashed. `origin` says how it came about; one
 * that a sub-amendment made names it in `made`.
 */
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
    /** What falls of it does not take the rest along, once the chair has divided it. */
    divisible: column.flag().notNull().default(false),
    origin: column.oneOf("submitted", "revised", "divided", "subAmended").notNull().default("submitted"),
    made: column.text(),
    /** Of a sub-amendment: the revision of its parent that it is written on. */
    onRevision: column.integer(),
    submittedAtMs: column.integer().notNull(),
  }),
  (table, key) => [key.refers(table.amendment, amendments), key.primary(table.amendment, table.revision)],
);

/** Delegations that put their name to one revision of an amendment beside its author. */
export const cosignatures = define(
  "cosignatures",
  (column) => ({
    amendment: column.text().notNull(),
    delegation: column.text().notNull(),
    revision: column.integer().notNull(),
    signedAtMs: column.integer().notNull(),
  }),
  (table, key) => [
    key.refers(table.amendment, amendments),
    key.primary(table.amendment, table.delegation, table.revision),
  ],
);

/** What a delegation, or the text's drafting group (an empty delegation), thinks of a revision; the last one said. */
export const opinions = define(
  "opinions",
  (column) => ({
    amendment: column.text().notNull(),
    delegation: column.text().notNull(),
    revision: column.integer().notNull(),
    opinion: column.oneOf("favourable", "unfavourable", "wisdom", "withdrawalAsked", "satisfied").notNull(),
    reasonWords: column.text(),
    saidAtMs: column.integer().notNull(),
  }),
  (table, key) => [key.refers(table.amendment, amendments), key.primary(table.amendment, table.delegation)],
);

/** What people say under an amendment: by delegation, or by the text's drafting group (an empty delegation). */
export const comments = define(
  "comments",
  (column) => ({
    id: column.text().primaryKey(),
    amendment: column.text().notNull(),
    delegation: column.text().notNull(),
    participant: column.text().notNull(),
    words: column.text().notNull(),
    saidAtMs: column.integer().notNull(),
  }),
  (table, key) => [key.refers(table.amendment, amendments), key.index(table.amendment)],
);

/** Of a text: until when amendments may be submitted, and the chair's own running order (a JSON list of their ids). */
export const amending = define(
  "amending",
  (column) => ({
    text: column.text().primaryKey(),
    untilMs: column.integer(),
    runningOrder: column.text(),
  }),
  (table, key) => [key.refers(table.text, texts)],
);
