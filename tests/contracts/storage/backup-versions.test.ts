import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";

import Sqlite from "better-sqlite3";
import pg from "pg";
import { describe, expect, test } from "vitest";

import { makeBackup, restoreBackup, type BackupPlace } from "../../../server/backup/index.ts";
import { hashOfKeyFile, keyFile, openInstallation } from "../../../server/storage/index.ts";
import { migrationsOf } from "../../../server/storage/migrations.ts";
import { databaseFile } from "../../../server/storage/sqlite/files.ts";
import { backupFile, changeBackup, enginesWithBackups, nowMs, passphrase } from "../../support/backups.ts";
import { rowCounts } from "../../support/storage.ts";

const key = "3".repeat(64);
const versions = migrationsOf("sqlite").map(({ name }, i) => ({ name, count: i + 1 }));

/** The least that a gathering needed in every version. */
const rows = [
  `insert into "installation" ("key", "value") values ('keyHash', '${hashOfKeyFile(key)}'), ('epoch', 'first')`,
  `insert into "gatherings" ("id", "slug", "name", "place", "firstDay", "timeZone", "language", "template", "createdAtMs")
   values ('g1', 'commune', 'Commune', 'Commercy', '2020-01-18', 'Europe/Paris', 'fr', 'commune-des-communes', 1)`,
];

describe.each(enginesWithBackups)("$name", ({ nowhere }) => {
  test.each(versions)(
    "STO-48 what the version of $name kept is backed up and restored by this one",
    async ({ count }) => {
      await using at = await backupFile();
      await using old = await nowhere();
      await layOld(old.kept, count);
      await makeBackup(old.kept, at.file, passphrase);
      for (const { nowhere } of enginesWithBackups) {
        await using to = await nowhere();
        expect((await restoreBackup(to.kept, at.file, passphrase, nowMs)).slugs).toEqual(["commune"]);
        const storage = await to.open();
        expect((await openInstallation(storage, to.kept.dataDir)).epoch).not.toBe("first");
      }
    },
  );

  test("STO-49 a database or a backup of a newer version is refused, and nothing is written", async () => {
    await using at = await backupFile();
    await using old = await nowhere();
    await layOld(old.kept, versions.length);
    await makeBackup(old.kept, at.file, passphrase);
    await run(old.kept, [`insert into "migrations" ("hash") values ('of a version to come')`]);
    const newer = { name: "StorageRefused", reason: "newer-version" };
    await expect(makeBackup(old.kept, `${at.file}2`, passphrase)).rejects.toMatchObject(newer);
    await using to = await nowhere();
    const changed = `${at.file}-newer`;
    await changeBackup(at.file, changed, (files) => {
      const manifest = JSON.parse(Buffer.from(files.get("manifest.json") ?? []).toString());
      manifest.migrations.push("9999_of-a-version-to-come");
      files.set("manifest.json", Buffer.from(JSON.stringify(manifest)));
    });
    await expect(restoreBackup(to.kept, changed, passphrase, nowMs)).rejects.toMatchObject(newer);
    await changeBackup(at.file, changed, (files) => files.delete("manifest.json"));
    await expect(restoreBackup(to.kept, changed, passphrase, nowMs)).rejects.toThrow("another version of Cahier");
    expect(existsSync(keyFile(to.kept.dataDir))).toBe(false);
    expect(await rowCounts(await to.open())).toMatchObject({ gatherings: 0, installation: 0 });
  });
});

async function layOld(place: BackupPlace, count: number): Promise<void> {
  const dialect = "dataDir" in place.storage ? "sqlite" : "postgres";
  await mkdir(place.dataDir, { recursive: true });
  await writeFile(keyFile(place.dataDir), key);
  const id = dialect === "sqlite" ? "INTEGER" : "SERIAL";
  const migrations = migrationsOf(dialect).slice(0, count);
  await run(place, [
    `create table "migrations" ("id" ${id} primary key, "hash" text not null)`,
    ...migrations.flatMap(({ hash, statements }) => [
      ...statements,
      `insert into "migrations" ("hash") values ('${hash}')`,
    ]),
    ...rows,
  ]);
}

async function run({ storage }: BackupPlace, statements: readonly string[]): Promise<void> {
  if ("dataDir" in storage) {
    const database = new Sqlite(databaseFile(storage.dataDir));
    for (const statement of statements) database.exec(statement);
    database.close();
    return;
  }
  const client = new pg.Client(storage.databaseUrl);
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}
