import { getTableColumns, getTableName } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";

import { unorderedTables } from "./tables/index.ts";
import type { Unit } from "./unit.ts";

interface InsertPlan {
  /** The statement for so many rows. */
  sql(rows: number): string;
  readonly unordered: boolean;
  valuesOf(row: Readonly<Record<string, unknown>>): unknown[];
}

/**
 * The insert of one row, written once for each table: drizzle's builder writes the statement anew each time, which
 * costs ten times as much as running it. `place` names the nth value: `?` or `$n`.
 */
export function makeInserts(place: (n: number) => string): (table: SQLiteTable) => InsertPlan {
  const plans = new Map<SQLiteTable, InsertPlan>();
  return (table) => {
    const known = plans.get(table);
    if (known) return known;
    const columns = Object.entries(getTableColumns(table));
    const names = columns.map(([, column]) => `"${column.name}"`).join(", ");
    const statements = new Map<number, string>();
    const plan: InsertPlan = {
      sql: (rows) => {
        const made = statements.get(rows);
        if (made !== undefined) return made;
        const places = Array.from({ length: rows }, (_, row) =>
          columns.map((_, i) => place(row * columns.length + i + 1)),
        );
        const values = places.map((row) => `(${row.join(", ")})`).join(", ");
        const statement = `insert into "${getTableName(table)}" (${names}) values ${values}`;
        statements.set(rows, statement);
        return statement;
      },
      unordered: unorderedTables.includes(getTableName(table)),
      valuesOf: (row) =>
        columns.map(([key, column]) => {
          const value = row[key] ?? column.default ?? null;
          return value === null ? null : column.mapToDriverValue(value);
        }),
    };
    plans.set(table, plan);
    return plan;
  };
}

/** Runs the plan for one row; of a table that keeps no order, at the end of the unit, among its others. */
export async function insertRow(unit: Unit, plan: InsertPlan, row: Readonly<Record<string, unknown>>): Promise<void> {
  const values = plan.valuesOf(row);
  if (plan.unordered) unit.atEnd(JSON.stringify(values), () => unit.run(plan.sql(1), values, "nothing"));
  else await unit.run(plan.sql(1), values, "nothing");
}

/** Of one unit of work: the values of the rows that wait for its end. */
export type RowsForLater = Map<InsertPlan, unknown[][]>;

/** Rows in one statement: few sizes, so that each statement stays prepared. */
const rowsTogether = [50, 5, 1] as const;

/** Keeps the row until the end of the unit, when those of its table are written together, in their order. */
export function insertRowLater(
  unit: Unit,
  plan: InsertPlan,
  waiting: RowsForLater,
  row: Readonly<Record<string, unknown>>,
): void {
  const rows = waiting.get(plan);
  if (rows) {
    rows.push(plan.valuesOf(row));
    return;
  }
  const first = [plan.valuesOf(row)];
  waiting.set(plan, first);
  unit.atEnd("", () => insertRows(unit, plan, first));
}

async function insertRows(unit: Unit, plan: InsertPlan, rows: readonly unknown[][]): Promise<void> {
  let from = 0;
  for (const size of rowsTogether) {
    for (; rows.length - from >= size; from += size) {
      await unit.run(plan.sql(size), rows.slice(from, from + size).flat(), "nothing");
    }
  }
}
