import { join } from "node:path";

import Sqlite from "better-sqlite3";
import pg from "pg";

import type { StoragePlace } from "../../../server/storage/index.ts";

type Cell = string | number | null;

/** A table as whoever holds the disk reads it: its columns, and beside them where each row lies and who wrote it. */
export interface FoundTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** Every table of a database, with `(place)` in the file and, where the engine has them, `(rowid)`, `(xmin)`, `(cmin)`. */
export const findTables = (place: StoragePlace): Promise<readonly FoundTable[]> =>
  "dataDir" in place ? inSqlite(join(place.dataDir, "cahier.sqlite")) : inPostgres(place.databaseUrl);

async function inSqlite(file: string): Promise<readonly FoundTable[]> {
  const database = new Sqlite(file, { readonly: true });
  try {
    const tables = database
      .prepare<[], { name: string; wr: number }>("select name, wr from pragma_table_list where type = 'table'")
      .all();
    return tables.map(({ name, wr }) => {
      const scan = database.prepare<[], unknown[]>(`select ${wr === 1 ? "" : "rowid, "}* from "${name}"`).raw();
      const columns = scan.columns().map((column) => column.name);
      const named = wr === 1 ? columns : ["(rowid)", ...columns.slice(1)];
      return placed(name, named, scan.all());
    });
  } finally {
    database.close();
  }
}

async function inPostgres(url: string): Promise<readonly FoundTable[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    const listed = await client.query<{ name: string }>(
      "select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace",
    );
    const tables: FoundTable[] = [];
    for (const { name } of listed.rows) {
      const text = `select xmin::text::bigint as "(xmin)", cmin::text::bigint as "(cmin)", * from "${name}" order by ctid`;
      const { fields, rows } = await client.query<unknown[]>({ text, rowMode: "array" });
      const columns = fields.map((field) => field.name);
      tables.push(placed(name, columns, rows));
    }
    return tables;
  } finally {
    await client.end();
  }
}

const placed = (name: string, columns: readonly string[], rows: readonly (readonly unknown[])[]): FoundTable => ({
  name,
  columns: ["(place)", ...columns],
  rows: rows.map((row, at) => [at, ...row.map(cellOf)]),
});

/** PostgreSQL's driver gives 64-bit integers as digits. */
function cellOf(value: unknown): Cell {
  if (typeof value === "number" || value === null) return value;
  if (typeof value === "string") return /^\d{1,15}$/u.test(value) ? Number(value) : value;
  return JSON.stringify(value);
}
