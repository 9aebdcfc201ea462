import pg from "pg";
import { expect, test } from "vitest";

import { freshDatabase } from "../support/postgres.ts";

test("TOOL-5 each suite has a PostgreSQL database of its own, on a real server", async () => {
  const [one, other] = await Promise.all([freshDatabase(), freshDatabase()]);
  const client = new pg.Client(one.url);
  await client.connect();
  const { rows } = await client.query<{ name: string; encoding: string }>(
    "select current_database() as name, getdatabaseencoding() as encoding",
  );
  expect(rows[0]?.encoding).toBe("UTF8");
  expect(one.url.endsWith(`/${rows[0]?.name}`)).toBe(true);
  expect(other.url).not.toBe(one.url);
  await client.end();
  await Promise.all([one.drop(), other.drop()]);
});
