import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/pg-proxy";
import pg from "pg";

import { insertRow, insertRowLater, makeInserts, type RowsForLater } from "../insert.ts";
import type { Database, Tx } from "../port.ts";
import { postgresTables } from "../tables/index.ts";
import type { Run, Unit } from "../unit.ts";
import { postgresBreach } from "./breach.ts";

const statementsNamed = 500;
const names = new Map<string, string>();

/** Integers of 64 bits come as numbers: all that is stored in them is a safe integer. */
export const wireTypes: pg.CustomTypesConfig = {
  getTypeParser: (type, format) =>
    type === pg.types.builtins.INT8 ? Number : (pg.types.getTypeParser(type, format) as (value: string) => unknown),
};

/** Sends statements on one connection; those seen before are prepared there once, under a name of their own. */
export function sender(client: pg.ClientBase): Run {
  return async (sql, values, wants) => {
    const name = nameOf(sql);
    const query = { text: sql, values: [...values], ...(name === null ? {} : { name }) };
    try {
      if (wants === "rows") return (await client.query<unknown[]>({ ...query, rowMode: "array" })).rows;
      return (await client.query(query)).rows;
    } catch (error) {
      throw postgresBreach(error);
    }
  };
}

const insertOf = makeInserts((n) => `$${n}`);

export function postgresTx(unit: Unit, home: object): Tx {
  const later: RowsForLater = new Map();
  const db: unknown = drizzle(async (sql, values, method) => ({
    rows: await unit.run(sql, values, method === "all" ? "rows" : "objects"),
  }));
  return {
    // Typed as SQLite's builder: see `define.ts`.
    db: db as Database,
    tables: postgresTables,
    home,
    insert: (table, row) => insertRow(unit, insertOf(table), row),
    insertLater: (table, row) => insertRowLater(unit, insertOf(table), later, row),
    among: (column, texts) =>
      sql`${column} = any(array(select jsonb_array_elements_text(${JSON.stringify(texts)}::jsonb)))`,
  };
}

/** Lists of every length make ever new statements: beyond a number they go without a name. */
function nameOf(sql: string): string | null {
  const known = names.get(sql);
  if (known !== undefined || names.size >= statementsNamed) return known ?? null;
  const name = `cahier_${names.size}`;
  names.set(sql, name);
  return name;
}
