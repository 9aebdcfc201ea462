import { existsSync } from "node:fs";
import { copyFile, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";

import pg from "pg";
import { describe, expect, test } from "vitest";

import { root } from "../../../scripts/steps.ts";
import { makeBackup, restoreBackup, type BackupPlace } from "../../../server/backup/index.ts";
import { keyFile, openInstallation } from "../../../server/storage/index.ts";
import {
  backupFile,
  changeBackup,
  command,
  enginesWithBackups,
  environmentOf,
  nowMs,
  passphrase,
  postgres,
  sqlite,
} from "../../support/backups.ts";
import { addGathering } from "../../support/storage.ts";

describe.each(enginesWithBackups)("$name", ({ name, installed, nowhere }) => {
  test("STO-37 a wrong passphrase, a damaged file or a place in use is refused and writes nothing", async () => {
    await using at = await backupFile();
    await using from = await installed();
    await using to = await nowhere();
    await openInstallation(from.storage, from.kept.dataDir);
    await makeBackup(from.kept, at.file, passphrase);
    const restore = (place: BackupPlace, file = at.file) => restoreBackup(place, file, passphrase, nowMs);

    const refused = await command("restore", at.file, { ...to.environment, CAHIER_PASSPHRASE: "une autre" }).catch(
      (error: { code: number; stderr: string }) => error,
    );
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining("The passphrase is wrong") });
    const damaged = `${at.file}-damaged`;
    await writeFile(damaged, (await readFile(at.file)).subarray(0, -1));
    await expect(restore(to.kept, damaged)).rejects.toThrow("damaged");
    await expect(restore(to.kept, join(root, "package.json"))).rejects.toThrow("not a backup");
    expect(await whatIsIn(to.kept)).toEqual([]);
    await expect(restore(from.kept)).rejects.toThrow(name === "SQLite" ? "not empty" : "is in the database");
  });

  test("STO-45 a restore that breaks off in the middle leaves nothing, and can be made again", async () => {
    await using at = await backupFile();
    await using from = await installed();
    await using to = await nowhere();
    await openInstallation(from.storage, from.kept.dataDir);
    await addGathering(from.storage);
    await makeBackup(from.kept, at.file, passphrase);
    const broken = `${at.file}-broken`;
    // The gathering's row is laid before this one is read.
    await changeBackup(at.file, broken, (files) => files.set("installation.1.jsonl.gz", gzipSync('["keyHash"]\n')));
    await expect(restoreBackup(to.kept, broken, passphrase, nowMs)).rejects.toThrow("Not a row");
    expect(await whatIsIn(to.kept)).toEqual([]);
    const cut = `${at.file}-cut`;
    await changeBackup(at.file, cut, (files) => files.delete("installation.1.jsonl.gz"));
    await expect(restoreBackup(to.kept, cut, passphrase, nowMs)).rejects.toThrow("missing");
    expect(await whatIsIn(to.kept)).toEqual([]);
    // What a restore that was killed may leave of itself.
    await mkdir(join(to.kept.dataDir, "restoring"), { recursive: true });
    await copyFile(keyFile(from.kept.dataDir), keyFile(to.kept.dataDir));
    await restoreBackup(to.kept, at.file, passphrase, nowMs);
  });

  test("STO-46 a key of another database is neither backed up nor restored over; its own may lie there already", async () => {
    await using at = await backupFile();
    await using from = await installed();
    await using to = await nowhere();
    const { key } = await openInstallation(from.storage, from.kept.dataDir);
    await makeBackup(from.kept, at.file, passphrase);

    await mkdir(to.kept.dataDir, { recursive: true });
    const other = "7".repeat(64);
    await writeFile(keyFile(to.kept.dataDir), other);
    const misplaced = { ...from.kept, dataDir: to.kept.dataDir };
    await expect(makeBackup(misplaced, `${at.file}2`, passphrase)).rejects.toThrow("not the key of this database");
    const missing = { ...from.kept, dataDir: join(to.kept.dataDir, "none") };
    await expect(makeBackup(missing, `${at.file}2`, passphrase)).rejects.toThrow("is missing");
    await expect(restoreBackup(to.kept, at.file, passphrase, nowMs)).rejects.toThrow("key of another database");
    expect(await readFile(keyFile(to.kept.dataDir), "utf8")).toBe(other);
    expect(await readdir(to.kept.dataDir)).toEqual(["key"]);

    await writeFile(keyFile(to.kept.dataDir), Buffer.from(key).toString("hex"));
    await restoreBackup(to.kept, at.file, passphrase, nowMs);
    expect((await openInstallation(await to.open(), to.kept.dataDir)).key).toEqual(key);
  });

  test("STO-38 a backup overwrites no file, and needs a passphrase and something to back up", async () => {
    await using at = await backupFile();
    await using from = await installed();
    await using to = await nowhere();
    await expect(makeBackup(to.kept, at.file, passphrase)).rejects.toThrow("nothing to back up");
    const environment = { ...environmentOf(from.kept), CAHIER_PASSPHRASE: " " };
    const said = await command("backup", at.file, environment).catch((error: { stderr: string }) => error);
    expect(said).toMatchObject({ code: 1, stderr: expect.stringContaining("needs a passphrase") });
    await openInstallation(from.storage, from.kept.dataDir);
    await writeFile(at.file, "kept");
    await expect(makeBackup(from.kept, at.file, passphrase)).rejects.toThrow("there already");
    expect(await readFile(at.file, "utf8")).toBe("kept");
    expect(await readdir(dirname(at.file))).toEqual(["backup"]);
  });
});

test("STO-37 a folder that holds anything is no place for a restore", async () => {
  await using at = await backupFile();
  await using from = await sqlite.installed();
  await using to = await sqlite.nowhere();
  await openInstallation(from.storage, from.kept.dataDir);
  await makeBackup(from.kept, at.file, passphrase);
  await mkdir(to.kept.dataDir, { recursive: true });
  await writeFile(join(to.kept.dataDir, "notes.txt"), "kept");
  await expect(restoreBackup(to.kept, at.file, passphrase, nowMs)).rejects.toThrow("not empty");
  expect(await readdir(to.kept.dataDir)).toEqual(["notes.txt"]);
});

test("STO-37 a database with a table of anybody's is no place for a restore, and the table stays", async () => {
  await using at = await backupFile();
  await using from = await sqlite.installed();
  await using to = await postgres.nowhere();
  await openInstallation(from.storage, from.kept.dataDir);
  await makeBackup(from.kept, at.file, passphrase);
  await query(to.kept, "create table notes (line text)");
  await expect(restoreBackup(to.kept, at.file, passphrase, nowMs)).rejects.toThrow("createdb");
  expect(await query(to.kept, tablesThere)).toEqual([{ name: "notes" }]);
  expect(existsSync(to.kept.dataDir)).toBe(false);
});

test.each([
  ["out of reach", "postgres://nobody:secret-word@127.0.0.1:9/none", "out of reach"],
  ["no address at all", "postgres://nobody:secret-word@[/none", "out of reach"],
])(
  "STO-47 both commands say in words that the database is out of reach, without its password: %s",
  async (_, url, words) => {
    await using at = await backupFile();
    await using from = await sqlite.installed();
    await using to = await sqlite.nowhere();
    await openInstallation(from.storage, from.kept.dataDir);
    await makeBackup(from.kept, at.file, passphrase);
    const environment = { DATABASE_URL: url, DATA_DIR: to.kept.dataDir };
    for (const asked of [
      () => command("backup", `${at.file}2`, environment),
      () => command("restore", at.file, environment),
    ]) {
      const said: { code?: number; stdout: string; stderr: string } = await asked().catch((error) => error);
      expect(said).toMatchObject({ code: 1, stderr: expect.stringContaining(words) });
      expect(said.stdout + said.stderr).not.toContain("secret-word");
      expect(said.stderr).not.toMatch(/^\s+at /mu);
    }
    expect(existsSync(to.kept.dataDir)).toBe(false);
  },
);

const tablesThere = "select relname as name from pg_class where relnamespace = 'public'::regnamespace";

/** The files beside a folder's lock, and the tables. */
async function whatIsIn(place: BackupPlace): Promise<readonly unknown[]> {
  const files = existsSync(place.dataDir) ? await readdir(place.dataDir) : [];
  const tables = "databaseUrl" in place.storage ? await query(place, tablesThere) : [];
  return [...files.filter((one) => one !== "lock" && one !== "lock-journal"), ...tables];
}

async function query({ storage }: BackupPlace, statement: string): Promise<unknown[]> {
  const client = new pg.Client("databaseUrl" in storage ? storage.databaseUrl : "");
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
}
