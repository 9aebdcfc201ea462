import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { expect, test } from "vitest";

import { freshMigration } from "../../../scripts/migration.ts";
import { root } from "../../../scripts/steps.ts";

test.each(["sqlite", "postgres"] as const)(
  "STO-1 the %s migrations are those that the tables ask for",
  async (dialect) => {
    for (const [name, content] of Object.entries(await freshMigration(dialect))) {
      const stored = await readFile(join(root, "migrations", dialect, name), "utf8");
      expect(stored, `npm run db:generate would write migrations/${dialect}/${name} otherwise`).toBe(content);
    }
  },
);
