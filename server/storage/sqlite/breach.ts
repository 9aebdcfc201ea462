import { getTableColumns, getTableName, is } from "drizzle-orm";
import { getTableConfig, SQLiteColumn } from "drizzle-orm/sqlite-core";
import Sqlite from "better-sqlite3";

import { ConstraintBreach } from "../errors.ts";
import { sqliteTables } from "../tables/index.ts";

/** SQLite's constraint errors as `ConstraintBreach`; any other error as it is. */
export function sqliteBreach(error: unknown): unknown {
  if (!(error instanceof Sqlite.SqliteError)) return error;
  switch (error.code) {
    case "SQLITE_CONSTRAINT_UNIQUE":
    case "SQLITE_CONSTRAINT_PRIMARYKEY":
      return new ConstraintBreach("unique", keysByColumns.get(error.message.replace(/^.*?: /, "")) ?? null, error);
    case "SQLITE_CONSTRAINT_FOREIGNKEY":
      return new ConstraintBreach("foreign", null, error);
    case "SQLITE_CONSTRAINT_NOTNULL":
      return new ConstraintBreach("missing", error.message.replace(/^.*?: /, ""), error);
    case "SQLITE_CONSTRAINT_CHECK":
      return new ConstraintBreach("check", null, error);
    default:
      return error;
  }
}

/** SQLite names the columns of a breached key (`ballots.gathering, ballots.item`), not the key. */
const keysByColumns = new Map(
  Object.values(sqliteTables).flatMap((table) => {
    const name = getTableName(table);
    const columnsOf = (columns: readonly { readonly name: string }[]): string =>
      columns.map((column) => `${name}.${column.name}`).join(", ");
    const { indexes, primaryKeys } = getTableConfig(table);
    return [
      ...indexes
        .filter((index) => index.config.unique)
        .map((index): [string, string] => [
          columnsOf(index.config.columns.filter((column) => is(column, SQLiteColumn))),
          index.config.name,
        ]),
      ...primaryKeys.map((key): [string, string] => [columnsOf(key.columns), key.getName()]),
      ...Object.values(getTableColumns(table))
        .filter((column) => column.primary)
        .map((column): [string, string] => [columnsOf([column]), `${name}_pkey`]),
    ];
  }),
);
