import { getTableColumns, getTableName } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";

import { unorderedTables } from "./tables/index.ts";
import type { Unit } from "./unit.ts";

interface InsertPlan {
  readonly sql: string;
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
    const places = columns.map((_, i) => place(i + 1)).join(", ");
    const plan: InsertPlan = {
      sql: `insert into "${getTableName(table)}" (${names}) values (${places})`,
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
  if (plan.unordered) unit.atEnd(JSON.stringify(values), () => unit.run(plan.sql, values, "nothing"));
  else await unit.run(plan.sql, values, "nothing");
}
