import { spawn } from "node:child_process";
import { once } from "node:events";
import { rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";

import Sqlite from "better-sqlite3";
import { expect, onTestFinished, test } from "vitest";

import { openStorage } from "../../../server/storage/index.ts";
import { freshFolder, freshSqlite, rowCounts } from "../../support/storage.ts";

test("STO-23 a second server on one data folder is refused, in this process and from another", async () => {
  await using store = await freshSqlite();
  const inUse = { name: "StorageRefused", reason: "folder-in-use" };
  await expect(openStorage({ dataDir: store.dataDir })).rejects.toMatchObject(inUse);
  const other = await freshFolder();
  onTestFinished(() => rm(other, { recursive: true }));
  const server = await serveUntil(other, 1);
  await expect(openStorage({ dataDir: other })).rejects.toMatchObject(inUse);
  await server.kill();
});

test("STO-24 after SIGKILL the folder opens again and every acknowledged row is there", async () => {
  const dataDir = await freshFolder();
  onTestFinished(() => rm(dataDir, { recursive: true }));
  for (let round = 0; round < 3; round++) {
    const server = await serveUntil(dataDir, 20 + 7 * round);
    const acknowledged = await server.kill();
    const storage = await openStorage({ dataDir });
    const { installation } = await rowCounts(storage);
    expect(installation).toBeGreaterThanOrEqual(acknowledged);
    await storage.act(async ({ db, tables }) => ({ ok: true, value: await db.delete(tables.installation) }));
    await storage.close();
  }
});

test("STO-25 the writer answers that it keeps a write-ahead log, waits for the disk and checks references", async () => {
  await using store = await freshSqlite();
  expect(await store.storage.describe()).toMatch(
    /^SQLite 3\.\d+\.\d+, journal_mode=wal, synchronous=2, foreign_keys=1$/,
  );
});

test("STO-26 a database of a newer version is refused and stays as it was", async () => {
  await using store = await freshSqlite();
  await store.storage.close();
  const database = new Sqlite(join(store.dataDir, "cahier.sqlite"));
  database.exec(`INSERT INTO "migrations" ("hash") VALUES ('of a version to come')`);
  const before = database.serialize();
  database.close();

  const opened = openStorage({ dataDir: store.dataDir });
  await expect(opened).rejects.toMatchObject({ name: "StorageRefused", reason: "newer-version" });
  const after = new Sqlite(join(store.dataDir, "cahier.sqlite"));
  expect(after.serialize().equals(before)).toBe(true);
  after.close();
});

test("STO-27 a data folder that cannot be written is said in words", async () => {
  const folder = await freshFolder();
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, "file"), "");
  const opened = openStorage({ dataDir: join(folder, "file", "data") });
  await expect(opened).rejects.toMatchObject({ name: "StorageRefused", reason: "folder-not-writable" });
});

test("STO-41 only their owner may read the database and what stands beside it", async () => {
  await using store = await freshSqlite();
  for (const name of ["cahier.sqlite", "cahier.sqlite-wal"]) {
    const { mode } = await stat(join(store.dataDir, name));
    expect([name, mode & 0o777]).toEqual([name, 0o600]);
  }
});

/** Runs a server until it has acknowledged that many rows; `kill` gives how many it had at its end. */
async function serveUntil(dataDir: string, rows: number): Promise<{ kill(): Promise<number> }> {
  const server = spawn(process.execPath, [join(import.meta.dirname, "killable-server.ts"), dataDir], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let acknowledged = 0;
  const lines = createInterface({ input: server.stdout });
  await new Promise<void>((resolve, reject) => {
    server.once("exit", () => reject(new Error("The server ended by itself")));
    lines.on("line", (line) => {
      acknowledged = Number(line) || acknowledged;
      if (acknowledged >= rows) resolve();
    });
  });
  return {
    async kill() {
      const ended = Promise.all([once(server, "exit"), once(lines, "close")]);
      server.kill("SIGKILL");
      await ended;
      return acknowledged;
    },
  };
}
