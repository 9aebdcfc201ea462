import pg from "pg";

import { ConstraintBreach } from "../errors.ts";

/** PostgreSQL's constraint errors as `ConstraintBreach`; any other error as it is. */
export function postgresBreach(error: unknown): unknown {
  if (!(error instanceof pg.DatabaseError)) return error;
  switch (error.code) {
    case "23505":
      return new ConstraintBreach("unique", error.constraint ?? null, error);
    case "23503":
      return new ConstraintBreach("foreign", null, error);
    case "23502":
      return new ConstraintBreach("missing", `${error.table}.${error.column}`, error);
    case "23514":
      return new ConstraintBreach("check", null, error);
    default:
      return error;
  }
}

/** Serialization failure or deadlock: others stood in the way, the same work may pass next time. */
export const wasInTheWay = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && (error.code === "40001" || error.code === "40P01");

/**
 * A breached unique key may be the same, of two works that both looked before they inserted: run again, the second
 * sees the row. The key and values of such a breach, or null; the same twice is a breach in earnest.
 */
export const breachedRow = (error: unknown): string | null =>
  error instanceof ConstraintBreach && error.kind === "unique" && error.cause instanceof pg.DatabaseError
    ? `${error.key} ${error.cause.detail}`
    : null;
