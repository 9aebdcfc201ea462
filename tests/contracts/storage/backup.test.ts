import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

import { expect, test } from "vitest";

import { makeBackup, restoreBackup } from "../../../server/backup/index.ts";
import { appendEntry, readEntries } from "../../../server/journal/index.ts";
import { openInstallation, openStorage, type Storage } from "../../../server/storage/index.ts";
import { root } from "../../../scripts/steps.ts";
import { firstBrokenEntry } from "../../../shared/journal/index.ts";
import { ok } from "../../../shared/refusals.ts";
import { addGathering, freshFolder, freshSqlite, rowCounts } from "../../support/storage.ts";

const passphrase = "une école en été";
const nowMs = 1_579_400_000_000;

test("STO-35 a backup taken while others write holds all that was acknowledged before it, whole", async () => {
  await using work = await folderOf();
  await using store = await freshSqlite();
  const { key } = await openInstallation(store.storage, store.dataDir);
  const gathering = await addGathering(store.storage);
  for (let n = 0; n < 50; n++) await arrive(store.storage, gathering, n);

  const writing = new AbortController();
  const writer = (async () => {
    for (let n = 50; !writing.signal.aborted; n++) await arrive(store.storage, gathering, n);
  })();
  const file = join(work.folder, "backup");
  await command("backup", file, { DATA_DIR: store.dataDir });
  writing.abort();
  await writer;
  expect(await readdir(store.dataDir)).not.toContainEqual(expect.stringMatching(/^backup-/));

  const dataDir = join(work.folder, "second", "data");
  await restoreBackup(dataDir, file, passphrase, nowMs);
  const restored = await openStorage({ dataDir });
  const entries = await restored.read((tx) => readEntries(tx, gathering, 0, 100_000));
  expect(firstBrokenEntry(entries)).toBeNull();
  expect(entries.length).toBeGreaterThanOrEqual(50);
  expect((await openInstallation(restored, dataDir)).key).toEqual(key);
  await restored.close();
});

test("STO-36 a restore makes a new epoch and minutes it in each gathering, and nothing else differs", async () => {
  await using work = await folderOf();
  await using store = await freshSqlite();
  const before = await openInstallation(store.storage, store.dataDir);
  for (const id of ["g1", "g2"]) await addGathering(store.storage, id);
  await arrive(store.storage, "g2", 1);
  const counts = await rowCounts(store.storage);
  const file = join(work.folder, "backup");
  await makeBackup(store.dataDir, file, passphrase);

  const dataDir = join(work.folder, "data");
  await mkdir(dataDir);
  const { epoch, slugs } = await restoreBackup(dataDir, file, passphrase, nowMs);
  const storage = await openStorage({ dataDir });
  const last = await storage.read(async (tx) => [await readEntries(tx, "g1", 0, 9), await readEntries(tx, "g2", 0, 9)]);
  expect(await openInstallation(storage, dataDir)).toEqual({ key: before.key, epoch });
  expect(epoch).not.toBe(before.epoch);
  expect(slugs).toEqual(["g1", "g2"]);
  expect(await rowCounts(storage)).toEqual({ ...counts, journal: (counts["journal"] ?? 0) + 2 });
  expect(last.map((entries): unknown => JSON.parse(entries.at(-1)?.body ?? ""))).toMatchObject([
    { act: "record.restored", by: "operator", sequence: 1, atMs: nowMs, data: { epoch, head: "0".repeat(64) } },
    { act: "record.restored", sequence: 2, data: { epoch, head: last[1]?.[0]?.hash } },
  ]);
  await storage.close();
  expect((await readdir(dataDir)).toSorted()).toEqual(["cahier.sqlite", "key", "lock"]);
});

test("STO-37 a wrong passphrase, a damaged file or a folder in use is refused and writes nothing", async () => {
  await using work = await folderOf();
  await using store = await freshSqlite();
  await openInstallation(store.storage, store.dataDir);
  const file = join(work.folder, "backup");
  await makeBackup(store.dataDir, file, passphrase);
  const dataDir = join(work.folder, "data");

  const refused = await command("restore", file, { DATA_DIR: dataDir, CAHIER_PASSPHRASE: "une autre" }).catch(
    (error: { code: number; stderr: string }) => error,
  );
  expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining("The passphrase is wrong") });
  const damaged = join(work.folder, "damaged");
  await writeFile(damaged, (await readFile(file)).subarray(0, -1));
  await expect(restoreBackup(dataDir, damaged, passphrase, nowMs)).rejects.toThrow("damaged");
  await expect(restoreBackup(dataDir, join(root, "package.json"), passphrase, nowMs)).rejects.toThrow("not a backup");
  expect(existsSync(dataDir)).toBe(false);

  await mkdir(dataDir);
  await writeFile(join(dataDir, "notes.txt"), "kept");
  await expect(restoreBackup(dataDir, file, passphrase, nowMs)).rejects.toThrow("not empty");
  expect(await readdir(dataDir)).toEqual(["notes.txt"]);
  await expect(restoreBackup(store.dataDir, file, passphrase, nowMs)).rejects.toThrow("not empty");
});

test("STO-38 a backup overwrites no file, needs a passphrase and something to back up, and says so for PostgreSQL", async () => {
  await using work = await folderOf();
  await using store = await freshSqlite();
  await openInstallation(store.storage, store.dataDir);
  const file = join(work.folder, "backup");
  await writeFile(file, "kept");
  await expect(makeBackup(store.dataDir, file, passphrase)).rejects.toThrow("there already");
  expect(await readFile(file, "utf8")).toBe("kept");
  await expect(makeBackup(join(work.folder, "empty"), `${file}2`, passphrase)).rejects.toThrow("nothing to back up");

  for (const [environment, words] of [
    [{ DATA_DIR: store.dataDir, CAHIER_PASSPHRASE: " " }, "needs a passphrase"],
    [{ DATABASE_URL: "postgres://localhost/cahier" }, "no backup of its own yet"],
  ] as const) {
    const said = await command("backup", `${file}3`, environment).catch((error: { stderr: string }) => error);
    expect(said).toMatchObject({ code: 1, stderr: expect.stringContaining(words) });
  }
  expect(await readdir(work.folder)).toEqual(["backup"]);
});

async function arrive(storage: Storage, gathering: string, n: number): Promise<void> {
  await storage.act(async (tx) => {
    const entry = {
      act: "delegation.arrived",
      by: "p1",
      role: "teller",
      atMs: n,
      data: { delegation: `d${n}` },
    } as const;
    return ok(await appendEntry(tx, gathering, entry));
  });
}

function command(name: "backup" | "restore", file: string, environment: Readonly<Record<string, string>>) {
  const env = { ...process.env, CAHIER_PASSPHRASE: passphrase, ...environment };
  return promisify(execFile)(process.execPath, [join(root, "scripts", `${name}.ts`), file], { env });
}

async function folderOf() {
  const folder = await freshFolder();
  return { folder, [Symbol.asyncDispose]: () => rm(folder, { recursive: true }) };
}
