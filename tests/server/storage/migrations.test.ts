import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

import { describe, expect, test } from "vitest";

import { migrationsFolder, nextMigration } from "../../../scripts/migration.ts";
import { migrationsOf } from "../../../server/storage/migrations.ts";

describe.each(["sqlite", "postgres"] as const)("the %s migrations", (dialect) => {
  test("STO-1 the tables ask for nothing that the migrations do not make", async () => {
    const next = await nextMigration(dialect);
    expect(next.statements, "run npm run db:generate -- name").toEqual([]);
  });

  test("STO-42 each is as it was when it was merged, and none is missing", async () => {
    const folder = migrationsFolder(dialect);
    const journal: { entries: { tag: string; hash: string }[] } = JSON.parse(
      await readFile(join(folder, "meta", "_journal.json"), "utf8"),
    );
    for (const { tag, hash } of journal.entries) {
      const sql = await readFile(join(folder, `${tag}.sql`));
      expect(createHash("sha256").update(sql).digest("hex"), `${dialect}/${tag}.sql was edited`).toBe(hash);
    }
    const files = (await readdir(folder)).filter((name) => name.endsWith(".sql")).toSorted();
    expect(files).toEqual(journal.entries.map(({ tag }) => `${tag}.sql`));
  });
});

test("STO-50 both dialects have the same migrations, by their names: a backup of one goes on from there in the other", () => {
  const names = (["sqlite", "postgres"] as const).map((dialect) => migrationsOf(dialect).map(({ name }) => name));
  expect(names[0]).toEqual(names[1]);
  expect(names[0]?.[0]).toBe("0000_initial");
});
