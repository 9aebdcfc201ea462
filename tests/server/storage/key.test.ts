import { randomBytes } from "node:crypto";
import { rm, stat, writeFile } from "node:fs/promises";

import { expect, test } from "vitest";

import { keyFile, openInstallation } from "../../../server/storage/index.ts";
import { freshSqlite } from "../../support/storage.ts";

test("STO-33 the key is made once, 32 random bytes that only their owner may read, and the epoch with it", async () => {
  await using store = await freshSqlite();
  const first = await openInstallation(store.storage, store.dataDir);
  expect(first.key).toHaveLength(32);
  expect((await stat(keyFile(store.dataDir))).mode & 0o777).toBe(0o600);
  expect(await openInstallation(store.storage, store.dataDir)).toEqual(first);
  await using other = await freshSqlite();
  const second = await openInstallation(other.storage, other.dataDir);
  expect(Buffer.from(second.key).equals(first.key)).toBe(false);
  expect(second.epoch).not.toBe(first.epoch);
});

test("STO-34 a database whose key is missing, another or damaged is refused, and no key is made for it", async () => {
  await using store = await freshSqlite();
  const { key, epoch } = await openInstallation(store.storage, store.dataDir);
  const otherKey = { name: "StorageRefused", reason: "other-key" };
  await rm(keyFile(store.dataDir));
  await expect(openInstallation(store.storage, store.dataDir)).rejects.toMatchObject(otherKey);
  await expect(openInstallation(store.storage, store.dataDir)).rejects.toMatchObject(otherKey);
  for (const content of [randomBytes(32).toString("hex"), "nothing", ""]) {
    await writeFile(keyFile(store.dataDir), content);
    await expect(openInstallation(store.storage, store.dataDir)).rejects.toMatchObject(otherKey);
  }
  await writeFile(keyFile(store.dataDir), Buffer.from(key).toString("hex"));
  expect(await openInstallation(store.storage, store.dataDir)).toEqual({ key, epoch });
});
