import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";

import { ConstraintBreach, type Storage, type Tx } from "../../../server/storage/index.ts";
import { ok, refuse } from "../../../shared/refusals.ts";
import { addGathering, freshSqlite, rowCounts } from "../../support/storage.ts";
import { engines } from "./engines.ts";

const put = (tx: Tx, key: string, value = "") => tx.db.insert(tx.tables.installation).values({ key, value });
const keys = (storage: Storage) =>
  storage.read(async ({ db, tables }) => {
    const rows = await db.select({ key: tables.installation.key }).from(tables.installation);
    return rows.map((row) => row.key).toSorted();
  });

describe.each(engines)("$name", ({ fresh }) => {
  test("STO-2 a unit of work that is refused or throws writes nothing", async () => {
    await using store = await fresh();
    await addGathering(store.storage);
    const before = await rowCounts(store.storage);

    const refused = await store.storage.act(async (tx) => {
      await put(tx, "a");
      await tx.db.delete(tx.tables.gatherings);
      return refuse("wrong-state");
    });
    const thrown = store.storage.act(async (tx) => {
      await put(tx, "b");
      throw new Error("a broken assumption");
    });

    expect(refused).toEqual({ ok: false, code: "wrong-state" });
    await expect(thrown).rejects.toThrow("a broken assumption");
    expect(await rowCounts(store.storage)).toEqual(before);
  });

  test("STO-3 what was acknowledged is read by the next read", async () => {
    await using store = await fresh();
    for (let i = 0; i < 20; i++) {
      const written = await store.storage.act(async (tx) => {
        await put(tx, `k${i}`);
        return ok(i);
      });
      expect(written).toEqual({ ok: true, value: i });
      expect(await keys(store.storage)).toHaveLength(i + 1);
    }
  });

  test("STO-4 one read sees one moment, whatever is written meanwhile", async () => {
    await using store = await fresh();
    await store.storage.act(async (tx) => ok(await put(tx, "a")));
    const seen = await store.storage.read(async ({ db, tables }) => {
      const before = await db.$count(tables.installation);
      await outside(() => store.storage.act(async (tx) => ok(await put(tx, "b"))));
      return [before, await db.$count(tables.installation)];
    });
    expect(seen).toEqual([1, 1]);
    expect(await keys(store.storage)).toEqual(["a", "b"]);
  });

  test("STO-5 a statement that is sent after its unit of work has ended throws and writes nothing", async () => {
    await using store = await fresh();
    const leaked = await store.storage.act(async (tx) => ok(tx));
    if (!leaked.ok) throw new Error("refused");
    await expect(put(leaked.value, "late")).rejects.toThrow("Failed query");
    await expect(leaked.value.insert(leaked.value.tables.installation, { key: "late", value: "" })).rejects.toThrow(
      "after its unit of work had ended",
    );
    expect(await keys(store.storage)).toEqual([]);
  });

  test("STO-56 rows that wait for the end of the unit stand there afterwards, however many; one that may not stand takes all back", async () => {
    await using store = await fresh();
    const named = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => `k${from + i}`);
    const later = (names: readonly string[]) =>
      store.storage.act(async (tx) => {
        for (const key of names) tx.insertLater(tx.tables.installation, { key, value: key });
        const read = await tx.db.select().from(tx.tables.installation);
        return ok(read.length);
      });

    expect(await later(named(0, 1))).toEqual(ok(0));
    expect(await later(named(1, 158))).toEqual(ok(1));
    await expect(later([...named(158, 220), "k7"])).rejects.toBeInstanceOf(ConstraintBreach);
    expect(await keys(store.storage)).toEqual(named(0, 158).toSorted());
    const values = await store.storage.read(({ db, tables }) => db.select().from(tables.installation));
    expect(values.every(({ key, value }) => key === value)).toBe(true);
  });

  test("STO-6 a failure that the work swallows fails the whole unit of work", async () => {
    await using store = await fresh();
    await store.storage.act(async (tx) => ok(await put(tx, "a")));
    const swallowed = store.storage.act(async (tx) => {
      await put(tx, "b");
      await put(tx, "a").catch(() => {});
      return ok(null);
    });
    await expect(swallowed).rejects.toBeInstanceOf(ConstraintBreach);
    expect(await keys(store.storage)).toEqual(["a"]);
  });

  test("STO-7 a unit of work within a unit of work throws instead of waiting for itself", async () => {
    await using store = await fresh();
    const { storage } = store;
    const nested = storage.act(async () => storage.act(async () => ok(null)));
    await expect(nested).rejects.toThrow("within a unit of work");
    const reading = storage.read(async () => storage.read(async () => null));
    await expect(reading).rejects.toThrow("within a unit of work");
  });

  test("STO-8 what was begun ends before the storage closes, and nothing begins afterwards", async () => {
    const store = await fresh();
    const begun = [1, 2, 3].map((i) => store.storage.act(async (tx) => ok(await put(tx, `k${i}`))));
    const closed = store[Symbol.asyncDispose]();
    expect((await Promise.all(begun)).map((result) => result.ok)).toEqual([true, true, true]);
    await closed;
    await expect(store.storage.act(async () => ok(null))).rejects.toThrow("closed");
  });

  test("STO-9 many units of work at once lose nothing", async () => {
    await using store = await fresh();
    await store.storage.act(async (tx) => ok(await put(tx, "count", "0")));
    const added = await Promise.all(Array.from({ length: 60 }, () => store.storage.act(addOne)));
    expect(added.every((result) => result.ok)).toBe(true);
    const [row] = await store.storage.read(({ db, tables }) => db.select().from(tables.installation));
    expect(row).toEqual({ key: "count", value: "60" });
  });
});

test("STO-39 the event loop has its turns while units of work follow each other", async () => {
  await using store = await freshSqlite();
  let turns = 0;
  let next = setImmediate(function count() {
    turns++;
    next = setImmediate(count);
  });
  const acts = Array.from({ length: 100 }, (_, i) => store.storage.act(async (tx) => ok(await put(tx, `k${i}`))));
  await Promise.all(acts);
  clearImmediate(next);
  expect(turns).toBeGreaterThan(90);
});

async function addOne({ db, tables }: Tx) {
  const [row] = await db.select().from(tables.installation).where(eq(tables.installation.key, "count"));
  const value = String(Number(row?.value) + 1);
  await db.update(tables.installation).set({ value }).where(eq(tables.installation.key, "count"));
  return ok(value);
}

/** Runs `work` as somebody else would, who is not within the unit that waits for it. */
function outside<T>(work: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    elsewhere.push(() => void work().then(resolve, reject));
  });
}
const elsewhere: (() => void)[] = [];
setInterval(() => elsewhere.shift()?.(), 1).unref();
