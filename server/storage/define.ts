import type { BuildColumns, SQL } from "drizzle-orm";
import * as pg from "drizzle-orm/pg-core";
import * as lite from "drizzle-orm/sqlite-core";

/**
 * Column builders with the same names for both dialects; a column is named by its key.
 * `text` sorts by bytes on both engines, `integer` holds safe integers (64 bits), `flag` is a boolean,
 * `oneOf` a text of a closed list (the database does not check the list: stores write only its members).
 */
const sqliteColumns = {
  text: () => lite.text(),
  oneOf: <U extends string, T extends Readonly<[U, ...U[]]>>(...values: T) => lite.text({ enum: values }),
  integer: () => lite.integer({ mode: "number" }),
  flag: () => lite.integer({ mode: "boolean" }),
};
type ColumnKit = typeof sqliteColumns;

const byteOrderedText = pg.customType<{ data: string }>({ dataType: () => 'text COLLATE "C"' });
const postgresColumns = {
  text: () => byteOrderedText(),
  oneOf: () => byteOrderedText(),
  integer: () => pg.bigint({ mode: "number" }),
  flag: () => pg.boolean(),
};

type Column = lite.AnySQLiteColumn;
type Columns = readonly [Column, ...Column[]];

/** Keys, named after their table and columns on both engines, so that a breach can be named too. */
export interface KeyKit {
  primary(...columns: Columns): lite.SQLiteTableExtraConfigValue;
  unique(...columns: Columns): lite.SQLiteTableExtraConfigValue;
  uniqueWhere(condition: SQL, ...columns: Columns): lite.SQLiteTableExtraConfigValue;
  index(...columns: Columns): lite.SQLiteTableExtraConfigValue;
  /** The column holds the `id` of a row of the other table. */
  refers(column: Column, other: Defined<lite.SQLiteTable & { readonly id: Column }>): lite.SQLiteTableExtraConfigValue;
}

/** One table in both dialects. PostgreSQL's is typed as SQLite's: stores use only what both share. */
export interface Defined<T> {
  readonly sqlite: T;
  readonly postgres: T;
}

interface Kept {
  /**
   * The order in which rows were written is not kept: `tx.insert` writes those of one unit of work at its end, in the
   * order of their cells; SQLite keeps no rowid, and `storage.scrub` lays the table anew.
   */
  readonly unordered: boolean;
}

/** The table `name`, from one list of columns and one list of keys, in both dialects. */
export function define<N extends string, C extends Record<string, lite.SQLiteColumnBuilderBase>>(
  name: N,
  columns: (column: ColumnKit) => C,
  keys: (table: BuildColumns<N, C, "sqlite">, key: KeyKit) => lite.SQLiteTableExtraConfigValue[] = () => [],
  { unordered }: Kept = { unordered: false },
) {
  const sqlite = lite.sqliteTable(name, columns(sqliteColumns), (table) => keys(table, sqliteKeys(name)));
  // The one place where PostgreSQL's builders pass for SQLite's: same names, same calls, same values in and out.
  const postgres: unknown = pg.pgTable(
    name,
    columns(postgresColumns as unknown as ColumnKit) as unknown as Record<string, pg.PgColumnBuilderBase>,
    (table) =>
      keys(
        table as unknown as BuildColumns<N, C, "sqlite">,
        postgresKeys(name) as unknown as KeyKit,
      ) as unknown as pg.PgTableExtraConfigValue[],
  );
  return { sqlite, postgres: postgres as typeof sqlite, unordered };
}

const keyName = (table: string, columns: readonly { readonly name: string }[], suffix = ""): string =>
  [table, ...columns.map((column) => column.name)].join("_") + suffix;

const sqliteKeys = (table: string): KeyKit => ({
  primary: (...columns) => lite.primaryKey({ name: keyName(table, columns, "_pk"), columns: [...columns] }),
  unique: (...columns) => lite.uniqueIndex(keyName(table, columns)).on(...columns),
  uniqueWhere: (condition, ...columns) =>
    lite
      .uniqueIndex(keyName(table, columns))
      .on(...columns)
      .where(condition),
  index: (...columns) => lite.index(keyName(table, columns, "_index")).on(...columns),
  refers: (column, other) =>
    lite.foreignKey({ name: keyName(table, [column], "_fk"), columns: [column], foreignColumns: [other.sqlite.id] }),
});

type PgColumns = [pg.AnyPgColumn, ...pg.AnyPgColumn[]];
const postgresKeys = (table: string) => ({
  primary: (...columns: PgColumns) => pg.primaryKey({ name: keyName(table, columns, "_pk"), columns }),
  unique: (...columns: PgColumns) => pg.uniqueIndex(keyName(table, columns)).on(...columns),
  uniqueWhere: (condition: SQL, ...columns: PgColumns) =>
    pg
      .uniqueIndex(keyName(table, columns))
      .on(...columns)
      .where(condition),
  index: (...columns: PgColumns) => pg.index(keyName(table, columns, "_index")).on(...columns),
  refers: (column: pg.AnyPgColumn, other: Defined<{ readonly id: pg.AnyPgColumn }>) =>
    pg.foreignKey({ name: keyName(table, [column], "_fk"), columns: [column], foreignColumns: [other.postgres.id] }),
});
