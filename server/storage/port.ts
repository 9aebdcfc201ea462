import type { SQL } from "drizzle-orm";
import type { BaseSQLiteDatabase, SQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";

import type { Result } from "../../shared/refusals.ts";
import type { Bus } from "./bus.ts";
import type { Tables } from "./tables/index.ts";

/**
 * A database of either engine. Typed as drizzle's SQLite builder for both: stores use only what both dialects
 * share (select, insert, update, delete, onConflictDoNothing, returning) and await every statement.
 */
export type Database = BaseSQLiteDatabase<"async", unknown>;

/** What a store function is given: the database inside one unit of work or one consistent read, and its dialect's tables. */
export interface Tx {
  readonly db: Database;
  readonly tables: Tables;
  /** The same in all units of work and reads of one storage: what a process remembers of that database hangs on it. */
  readonly home: object;
  /**
   * Inserts one row by a statement that is made once and kept: the way for commits, votes and entries. A row of an
   * unordered table (`define.ts`) is written at the end of the unit, and not read before.
   */
  insert<T extends SQLiteTable>(table: T, row: T["$inferInsert"]): Promise<void>;
  /**
   * Inserts one row at the end of the unit, with the others of its table by as few statements as can be: for votes, which
   * come by the hundred. It is not read before.
   */
  insertLater<T extends SQLiteTable>(table: T, row: T["$inferInsert"]): void;
  /**
   * Whether the column is one of these texts, which go as one value: a statement for five hundred is written and prepared
   * as fast as one for a single text, and stays the same.
   */
  among(column: SQLiteColumn, texts: readonly string[]): SQL;
}

/**
 * Where everything is kept. Both ways in give a `tx` that dies with them: a statement sent after the end throws.
 * Text with U+0000 or an unpaired surrogate is refused (`malformed`) on both engines. A breach of a key that means
 * something to people is refused by its name (`constraintRefusals`), any other is thrown as `ConstraintBreach`.
 */
export interface Storage {
  readonly engine: "sqlite" | "postgres";
  /** Wakes other processes and listeners of this one; a hint that carries ids only. */
  readonly bus: Bus;
  /** The engine in its own words: `select version()`, or SQLite's version and its journal mode. */
  describe(): Promise<string>;
  /** A consistent read. */
  read<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /**
   * One unit of work: all of it is on disk when this resolves to an accepted result, nothing of it when it is
   * refused or throws. `work` awaits store calls only and may run more than once (PostgreSQL, 40001 and 40P01).
   * Refuses with `try-again` when too many wait or when PostgreSQL never let it through.
   */
  act<T>(work: (tx: Tx) => Promise<Result<T>>): Promise<Result<T>>;
  /**
   * Leaves no trace on the disk of rows that were deleted before, and none of the order in which those of the unordered
   * tables were written. Throws when somebody is in the way, a backup for example: then it is to be called again.
   */
  scrub(): Promise<void>;
  /** Lets what was begun end, then lets go of the files and connections. */
  close(): Promise<void>;
}
