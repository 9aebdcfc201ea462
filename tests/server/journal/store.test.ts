import { describe, expect, test } from "vitest";

import { appendEntry, readEntries, readHead } from "../../../server/journal/index.ts";
import { firstBrokenEntry } from "../../../shared/journal/index.ts";
import { ok } from "../../../shared/refusals.ts";
import { addGathering, freshSqlite } from "../../support/storage.ts";

const admitted = (delegation: string, atMs: number) =>
  ({ act: "delegation.admitted", by: "p1", role: "organiser", atMs, data: { delegation } }) as const;

describe("journal", () => {
  test("JRN-1 each entry names the hash of the one before, without a gap, and the head is the last", async () => {
    await using store = await freshSqlite();
    const gathering = await addGathering(store.storage);
    for (const [i, delegation] of ["kerloch", "orvelles", "tanneries"].entries()) {
      await store.storage.act(async (tx) => ok(await appendEntry(tx, gathering, admitted(delegation, 1000 + i))));
    }
    const { entries, head } = await store.storage.read(async (tx) => ({
      entries: await readEntries(tx, gathering, 0, 100),
      head: await readHead(tx, gathering),
    }));
    expect(firstBrokenEntry(entries)).toBeNull();
    expect(entries.map((entry) => entry.sequence)).toEqual([1, 2, 3]);
    expect(head).toEqual({ sequence: 3, hash: entries[2]?.hash });
  });

  test("JRN-2 a clock that steps back is minuted before the entry, one that stands still is not", async () => {
    await using store = await freshSqlite();
    const gathering = await addGathering(store.storage);
    for (const atMs of [5000, 5000, 4999]) {
      await store.storage.act(async (tx) => ok(await appendEntry(tx, gathering, admitted("kerloch", atMs))));
    }
    const entries = await store.storage.read((tx) => readEntries(tx, gathering, 2, 100));
    expect(firstBrokenEntry(entries, { sequence: 2, hash: previousOf(entries[0]?.body) })).toBeNull();
    expect(entries.map((entry): unknown => JSON.parse(entry.body))).toMatchObject([
      { act: "clock.steppedBack", by: "operator", atMs: 4999, data: { byMs: 1 } },
      { act: "delegation.admitted", atMs: 4999 },
    ]);
  });

  test("JRN-3 reading on from a number gives what came after it, at most as many as asked", async () => {
    await using store = await freshSqlite();
    const gathering = await addGathering(store.storage);
    for (let i = 0; i < 5; i++) {
      await store.storage.act(async (tx) => ok(await appendEntry(tx, gathering, admitted("kerloch", i))));
    }
    const read = (after: number, limit: number) =>
      store.storage.read(async (tx) => (await readEntries(tx, gathering, after, limit)).map((entry) => entry.sequence));
    expect(await read(0, 2)).toEqual([1, 2]);
    expect(await read(4, 100)).toEqual([5]);
    expect(await read(5, 100)).toEqual([]);
  });

  test("JRN-4 two gatherings have two chains", async () => {
    await using store = await freshSqlite();
    await addGathering(store.storage, "g1");
    await addGathering(store.storage, "g2");
    for (const gathering of ["g1", "g2", "g1"]) {
      await store.storage.act(async (tx) => ok(await appendEntry(tx, gathering, admitted("kerloch", 1))));
    }
    expect(await store.storage.read((tx) => readHead(tx, "g2"))).toMatchObject({ sequence: 1 });
    expect(await store.storage.read((tx) => readHead(tx, "g1"))).toMatchObject({ sequence: 2 });
  });
});

function previousOf(body = "{}"): string {
  const entry: { previous?: string } = JSON.parse(body);
  return entry.previous ?? "";
}
