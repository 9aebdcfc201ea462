import type Sqlite from "better-sqlite3";
import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/sqlite-proxy";

import { insertRow, insertRowLater, makeInserts, type RowsForLater } from "../insert.ts";
import type { Tx } from "../port.ts";
import { sqliteTables } from "../tables/index.ts";
import type { Run, Unit } from "../unit.ts";
import { sqliteBreach } from "./breach.ts";

const statementsKept = 500;

/** Sends statements on one connection, each text prepared once. */
export function sender(connection: Sqlite.Database): Run {
  const prepared = new Map<string, Sqlite.Statement>();
  return async (sql, values, wants) => {
    try {
      let statement = prepared.get(sql);
      if (!statement) {
        statement = connection.prepare(sql);
        if (statement.reader) statement.raw(true);
        if (prepared.size >= statementsKept) prepared.clear();
        prepared.set(sql, statement);
      }
      if (wants === "rows" || statement.reader) return statement.all(values);
      statement.run(values);
      return [];
    } catch (error) {
      throw sqliteBreach(error);
    }
  };
}

const insertOf = makeInserts(() => "?");

export function sqliteTx(unit: Unit, home: object): Tx {
  const later: RowsForLater = new Map();
  return {
    db: drizzle(async (sql, values, method) => {
      if (method === "get") throw new Error("get() is SQLite's alone: await the builder and take the first row");
      return { rows: await unit.run(sql, values, method === "run" ? "nothing" : "rows") };
    }),
    tables: sqliteTables,
    home,
    insert: (table, row) => insertRow(unit, insertOf(table), row),
    insertLater: (table, row) => insertRowLater(unit, insertOf(table), later, row),
    among: (column, texts) => sql`${column} in (select value from json_each(${JSON.stringify(texts)}))`,
  };
}
