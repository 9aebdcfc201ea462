import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";

import { describe, expect, test } from "vitest";

import { appendEntry, readEntries, readHead, type NewEntry } from "../../../server/journal/index.ts";
import type { Storage } from "../../../server/storage/index.ts";
import { firstBrokenEntry, type SealedEntry } from "../../../shared/journal/index.ts";
import { ok } from "../../../shared/refusals.ts";
import { addGathering, freshPostgres, freshSqlite } from "../../support/storage.ts";
import { engines } from "./engines.ts";

const arrived = (delegation: string, atMs: number): NewEntry<"delegation.arrived"> => {
  return { act: "delegation.arrived", by: "p1", role: "secretary", atMs, data: { delegation } };
};

const append = (storage: Storage, gathering: string, entry: NewEntry) =>
  storage.act(async (tx) => ok(await appendEntry(tx, gathering, entry)));

describe.each(engines)("$name", ({ fresh }) => {
  test("JRN-5 entries appended at once make one chain, each of them in it once", async () => {
    await using store = await fresh();
    const gathering = await addGathering(store.storage);
    const names = Array.from({ length: 40 }, (_, i) => `d${i}`);
    const results = await Promise.all(names.map((name) => append(store.storage, gathering, arrived(name, 1000))));
    const entries = await store.storage.read((tx) => readEntries(tx, gathering, 0, 1000));
    expect(results.every((result) => result.ok)).toBe(true);
    expect(firstBrokenEntry(entries)).toBeNull();
    expect(entries.map(delegationOf).toSorted()).toEqual(names.toSorted());
  });

  test("JRN-6 an entry of a unit of work that is refused is not in the chain", async () => {
    await using store = await fresh();
    const gathering = await addGathering(store.storage);
    await append(store.storage, gathering, arrived("a", 1000));
    const before = await store.storage.read((tx) => readHead(tx, gathering));
    await store.storage.act(async (tx) => {
      await appendEntry(tx, gathering, arrived("b", 1000));
      return { ok: false, code: "wrong-state" };
    });
    expect(await store.storage.read((tx) => readHead(tx, gathering))).toEqual(before);
    expect(await store.storage.read((tx) => readEntries(tx, gathering, 0, 10))).toHaveLength(1);
  });
});

test("JRN-7 the same acts give heads equal byte for byte on both engines", async () => {
  await using lite = await freshSqlite();
  await using postgres = await freshPostgres();
  const acts: readonly NewEntry[] = [
    {
      act: "gathering.created",
      by: "operator",
      role: "operator",
      atMs: 1_579_334_400_000,
      data: { template: "commune-des-communes" },
    },
    {
      act: "gathering.set",
      by: "p1",
      role: "organiser",
      atMs: 1_579_334_400_001,
      data: { key: "name", before: "é", after: 'e\u0301 👩🏽‍🌾\\"' },
    },
    { ...arrived("kerloch", 1_579_334_400_000), behalf: "kerloch" },
    arrived("orvelles", 1_579_334_400_900),
  ];
  const records = [];
  for (const { storage } of [lite, postgres]) {
    const gathering = await addGathering(storage);
    for (const act of acts) await append(storage, gathering, act);
    const entries = await storage.read((tx) => readEntries(tx, gathering, 0, 100));
    records.push({ entries, head: await storage.read((tx) => readHead(tx, gathering)) });
  }
  expect(records[0]?.entries).toHaveLength(5);
  expect(records[0]).toEqual(records[1]);
});

test("STO-17 two server processes that write to one gathering lose nothing and break no chain", async () => {
  await using store = await freshPostgres();
  const gathering = await addGathering(store.storage);
  const ownCount = 40;
  const otherCount = 40;
  const url = "databaseUrl" in store.place ? store.place.databaseUrl : "";
  const script = join(import.meta.dirname, "another-server.ts");
  const other = promisify(execFile)(process.execPath, [script, url, gathering, String(otherCount)]);
  const own = [];
  for (let i = 0; i < ownCount; i++) own.push(await append(store.storage, gathering, arrived(`own${i}`, 1000)));
  const others: unknown = JSON.parse((await other).stdout);

  const entries = await store.storage.read((tx) => readEntries(tx, gathering, 0, 1000));
  expect(firstBrokenEntry(entries)).toBeNull();
  const answered = own.map((result) => (result.ok ? result.value : result));
  expect(Array.isArray(others) ? others : []).toHaveLength(otherCount);
  const kept = entries.filter((entry) => !entry.body.includes('"clock.steppedBack"'));
  expect(kept).toEqual(expect.arrayContaining(answered));
  expect(kept).toEqual(expect.arrayContaining(Array.isArray(others) ? others : []));
  expect(kept).toHaveLength(ownCount + otherCount);
});

function delegationOf(entry: SealedEntry): string {
  const body: { data?: { delegation?: string } } = JSON.parse(entry.body);
  return body.data?.delegation ?? "";
}
