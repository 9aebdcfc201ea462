import type { Tx } from "./port.ts";
import type { Run } from "./unit.ts";

/** What a cell holds, alike on both engines: a flag is 0 or 1. */
export type Cell = string | number | null;
export type Row = readonly Cell[];

/** A table as the migrations made it, with the columns of its primary key, or all of them when it has none. */
export interface TableShape {
  readonly name: string;
  readonly columns: readonly string[];
  readonly key: readonly string[];
}

/** All that a database holds at one moment. Whatever was acknowledged before is in it, nothing of it by half. */
export interface CopyOut {
  /** The names of the migrations that made its tables: perhaps fewer than this version has. */
  readonly migrations: readonly string[];
  /** A table comes after those that it refers to. */
  readonly tables: readonly TableShape[];
  /** The rows some at a time, in the order of their key: in which order they were written cannot be seen. */
  rows(table: TableShape): AsyncIterable<readonly Row[]>;
}

/** What a database is made of that stands nowhere yet. */
export interface CopyIn {
  readonly migrations: readonly string[];
  readonly tables: readonly FilledTable[];
  /** Comes last, on tables of this version, before anything can be seen from outside. If it throws, nothing was made. */
  finish(tx: Tx): Promise<void>;
}

export interface FilledTable {
  readonly name: string;
  readonly columns: readonly string[];
  rows(): Iterable<readonly Row[]>;
}

/** The cell of a value as a driver gives it. Anything else is in no column of ours. */
export function cellOf(value: unknown): Cell {
  if (typeof value === "boolean") return value ? 1 : 0;
  if (typeof value === "string" || typeof value === "number" || value === null) return value;
  throw new Error(`A cell holds a ${typeof value}`);
}

/** Selects a whole table in the order of its key. */
export function selectAll({ name, columns, key }: TableShape): string {
  return `select ${quotedList(columns)} from ${quoted(name)} order by ${quotedList(key)}`;
}

/** PostgreSQL takes 65,535 values with a statement, SQLite 32,766. */
const valuesPerStatement = 10_000;

/** Inserts rows, many to a statement. `place` names the nth value: `?` or `$n`. */
export async function insertRows(run: Run, place: (n: number) => string, table: FilledTable): Promise<void> {
  const perStatement = Math.floor(valuesPerStatement / table.columns.length);
  const into = `insert into ${quoted(table.name)} (${quotedList(table.columns)}) values `;
  for (const rows of table.rows()) {
    for (let at = 0; at < rows.length; at += perStatement) {
      const some = rows.slice(at, at + perStatement);
      let n = 0;
      const places = some.map((row) => `(${row.map(() => place((n += 1))).join(", ")})`);
      await run(into + places.join(", "), some.flat(), "nothing");
    }
  }
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const quotedList = (names: readonly string[]): string => names.map(quoted).join(", ");
