import Sqlite from "better-sqlite3";

import type { TableShape } from "../copy.ts";
import { migrationsOf, splitAfter } from "../migrations.ts";

/**
 * The tables after these migrations, on either engine: both dialects are made from one list of tables, so an empty
 * database in memory can be asked. A table comes after those that it refers to.
 */
export function tablesAfter(migrations: readonly string[]): readonly TableShape[] {
  const [had] = splitAfter(migrationsOf("sqlite"), migrations, "This database");
  const empty = new Sqlite(":memory:");
  try {
    for (const { statements } of had) for (const statement of statements) empty.exec(statement);
    const shapes = new Map<string, TableShape>();
    const visit = (name: string): void => {
      if (shapes.has(name)) return;
      for (const parent of parentsOf(empty, name)) if (parent !== name) visit(parent);
      shapes.set(name, shapeOf(empty, name));
    };
    for (const name of namesOf(empty)) visit(name);
    return [...shapes.values()];
  } finally {
    empty.close();
  }
}

const namesOf = (database: Sqlite.Database): readonly string[] =>
  database
    .prepare("select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' order by name")
    .pluck()
    .all()
    .map(String);

function shapeOf(database: Sqlite.Database, name: string): TableShape {
  const columns = database
    .prepare<[string], { name: string; pk: number }>("select name, pk from pragma_table_info(?)")
    .all(name);
  const key = columns.filter(({ pk }) => pk > 0).toSorted((a, b) => a.pk - b.pk);
  const namesOnly = (list: typeof columns): readonly string[] => list.map((column) => column.name);
  return { name, columns: namesOnly(columns), key: namesOnly(key.length > 0 ? key : columns) };
}

const parentsOf = (database: Sqlite.Database, name: string): readonly string[] =>
  database.prepare('select distinct "table" from pragma_foreign_key_list(?)').pluck().all(name).map(String);
