import type { BaseSQLiteDatabase } from "drizzle-orm/sqlite-core";

import type { Result } from "../../shared/refusals.ts";
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
}

export interface Storage {
  readonly engine: "sqlite" | "postgres";
  /** The engine in its own words: `select version()`, or SQLite's version and its journal mode. */
  describe(): Promise<string>;
  /** A consistent read. */
  read<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /**
   * One unit of work: all of it is on disk when this resolves to an accepted result, nothing of it when it is
   * refused or throws. `work` awaits store calls only and may run more than once (PostgreSQL, 40001 and 40P01).
   */
  act<T>(work: (tx: Tx) => Promise<Result<T>>): Promise<Result<T>>;
  close(): Promise<void>;
}
