import { define } from "../define.ts";

/** Facts of this installation: `epoch` (random, made anew at a restore). */
export const installation = define("installation", (column) => ({
  key: column.text().primaryKey(),
  value: column.text().notNull(),
}));
