/** `npm run db:generate`: writes the migrations of both dialects anew from the tables. Until the first release there is one each. */
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { freshMigration, type Dialect } from "./migration.ts";
import { root } from "./steps.ts";

for (const dialect of ["sqlite", "postgres"] satisfies Dialect[]) {
  const folder = join(root, "migrations", dialect);
  await rm(folder, { recursive: true, force: true });
  await mkdir(join(folder, "meta"), { recursive: true });
  for (const [name, content] of Object.entries(await freshMigration(dialect))) {
    await writeFile(join(folder, name), content);
  }
  console.log(`migrations/${dialect} written`);
}
