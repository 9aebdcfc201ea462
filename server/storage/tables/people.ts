import { define } from "../define.ts";

/**
 * A gathering. `headSequence`, `headHash` and `lastAtMs` say where its journal stands (server/journal alone writes
 * them); `firstDay` is YYYY-MM-DD in `timeZone`; `amendmentCount` and `ballotCount` are the last numbers given.
 */
export const gatherings = define(
  "gatherings",
  (column) => ({
    id: column.text().primaryKey(),
    slug: column.text().notNull(),
    name: column.text().notNull(),
    place: column.text().notNull(),
    firstDay: column.text().notNull(),
    timeZone: column.text().notNull(),
    language: column.text().notNull(),
    template: column.text().notNull(),
    draftPublic: column.flag().notNull().default(false),
    state: column.oneOf("open", "closed").notNull().default("open"),
    amendmentCount: column.integer().notNull().default(0),
    /** How many co-signatures an amendment needs before it can be called. */
    supporters: column.integer().notNull().default(0),
    ballotCount: column.integer().notNull().default(0),
    headSequence: column.integer().notNull().default(0),
    headHash: column.text().notNull().default("0".repeat(64)),
    lastAtMs: column.integer().notNull().default(0),
    /** What the chair asks the hall's screen to show. */
    screen: column.oneOf("auto", "text", "ballot", "result", "join").notNull().default("auto"),
    createdAtMs: column.integer().notNull(),
  }),
  (table, key) => [key.unique(table.slug)],
);

/** The organiser's one-time links, by the hash of their token. */
export const creationLinks = define("creationLinks", (column) => ({
  hash: column.text().primaryKey(),
  usedAtMs: column.integer(),
}));

/** `delegates` and `observers` are how many it may send; `ordinal` its place in lists. */
export const delegations = define(
  "delegations",
  (column) => ({
    id: column.text().primaryKey(),
    gathering: column.text().notNull(),
    name: column.text().notNull(),
    delegates: column.integer().notNull(),
    observers: column.integer().notNull(),
    state: column.oneOf("admitted", "present", "absent", "withdrawn").notNull().default("admitted"),
    /** How it votes in the hall, and of hands or papers where they are counted. */
    votesBy: column.oneOf("phone", "hands", "paper").notNull().default("phone"),
    zone: column.integer().notNull().default(1),
    /** It said that it would not come: the roll says so, instead of absent. */
    excused: column.flag().notNull().default(false),
    /** The delegation that carries its vote when it is not there, in ballots that allow it. */
    proxy: column.text(),
    /** What it may decide, as the desk wrote it down; its own delegates read it when they vote. */
    mandate: column.oneOf("free", "consultative", "points", "refer"),
    mandateNote: column.text(),
    ordinal: column.integer().notNull(),
  }),
  (table, key) => [key.refers(table.gathering, gatherings), key.unique(table.gathering, table.ordinal)],
);

/** A person with a seat; after an erasure the row stays without name and contact. */
export const participants = define(
  "participants",
  (column) => ({
    id: column.text().primaryKey(),
    gathering: column.text().notNull(),
    name: column.text(),
    delegation: column.text(),
    contact: column.text(),
    checkedIn: column.flag().notNull().default(false),
    /** The delegate who carries their vote when they are not there, in ballots by delegate that allow it. */
    proxy: column.text(),
    createdAtMs: column.integer().notNull(),
    erased: column.flag().notNull().default(false),
  }),
  (table, key) => [
    key.refers(table.gathering, gatherings),
    key.refers(table.delegation, delegations),
    key.index(table.gathering),
    key.index(table.delegation),
  ],
);

/** The roles a participant holds. */
export const grants = define(
  "grants",
  (column) => ({
    participant: column.text().notNull(),
    role: column.text().notNull(),
    delegation: column.text(),
    text: column.text(),
  }),
  (table, key) => [key.refers(table.participant, participants), key.index(table.participant)],
);

/** Invitation codes, by HMAC under the key file; the code itself is nowhere. */
export const codes = define(
  "codes",
  (column) => ({
    id: column.text().primaryKey(),
    gathering: column.text().notNull(),
    participant: column.text().notNull(),
    hmac: column.text().notNull(),
    state: column.oneOf("issued", "used", "revoked").notNull().default("issued"),
    issuedAtMs: column.integer().notNull(),
  }),
  (table, key) => [
    key.refers(table.gathering, gatherings),
    key.refers(table.participant, participants),
    key.unique(table.hmac),
    key.index(table.gathering),
    key.index(table.participant),
  ],
);

/** Sessions, by the hash of their cookie's token. */
export const sessions = define(
  "sessions",
  (column) => ({
    hash: column.text().primaryKey(),
    gathering: column.text().notNull(),
    participant: column.text().notNull(),
    createdAtMs: column.integer().notNull(),
    endedAtMs: column.integer(),
    endedBecause: column.text(),
  }),
  (table, key) => [
    key.refers(table.gathering, gatherings),
    key.refers(table.participant, participants),
    key.index(table.participant),
  ],
);
