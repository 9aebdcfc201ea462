import { expect, test } from "vitest";

import { command } from "../support/backups.ts";
import { freshDatabase } from "../support/postgres.ts";
import { dataFolder, serve } from "../support/served.ts";

test("STO-52 servers go on with what is restored under them, and end with words when it has another key", async () => {
  const [own, other, files] = [dataFolder(), dataFolder(), dataFolder()];
  const [database, elsewhere] = [await freshDatabase(), await freshDatabase()];
  const environment = { DATA_DIR: own.path, DATABASE_URL: database.url };
  const servers = [await serve({ env: environment }), await serve({ env: environment })];
  const ended = await serve({ env: { DATA_DIR: other.path, DATABASE_URL: elsewhere.url } });
  await command("backup", `${files.path}/own`, environment);
  await command("backup", `${files.path}/other`, { DATA_DIR: other.path, DATABASE_URL: elsewhere.url });
  ended.process.kill("SIGTERM");
  await ended.ended;

  await database.remake();
  await command("restore", `${files.path}/own`, environment);
  for (const served of servers) expect((await fetch(`${served.url}/`)).status).toBe(200);

  await database.remake();
  const refused = await command("restore", `${files.path}/other`, environment).catch(
    (error: { stderr: string }) => error,
  );
  expect(refused.stderr).toContain("key of another database");
  await command("restore", `${files.path}/other`, { ...environment, DATA_DIR: `${files.path}/data` });
  for (const served of servers) {
    const { status, output } = await served.ended;
    expect(status).toBe(1);
    expect(output).toMatch(/not the key that this database was made with[\s\S]*Put back the file key/);
  }
  await Promise.all([database.drop(), elsewhere.drop()]);
  for (const folder of [own, other, files]) folder.remove();
});
