import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

import Sqlite from "better-sqlite3";
import pg from "pg";
import { describe, expect, test } from "vitest";

import { ok } from "../../../shared/refusals.ts";
import { freshApp, getPage } from "../../support/app.ts";
import { openAssembly, type Assembly } from "../../support/assembly.ts";
import { startFirstItem } from "../../support/open-ballot.ts";
import { castAll, conclude, openSecretBallot, type Delegate } from "../../support/secret-ballot.ts";
import { addGathering, freshPostgres, freshSqlite, type FreshStorage } from "../../support/storage.ts";
import { engines } from "../storage/engines.ts";

const keysOf = ({ storage }: FreshStorage): Promise<readonly string[]> =>
  storage.read(async ({ db, tables: { choices } }) => (await db.select().from(choices)).map(({ key }) => key));

async function delegates(assembly: Assembly, count: number): Promise<readonly Delegate[]> {
  const all: Delegate[] = [];
  for (let i = 0; i < count; i++) all.push(await assembly.delegation(`Commune ${i}`));
  await startFirstItem(assembly);
  return all;
}

const tracesLeft = async ({ fresh, slug }: Assembly, number: number): Promise<unknown> => {
  const path = encodeURIComponent(`/scrutins/${number}`);
  const { ballot } = (await getPage(fresh.app, `/r/${slug}/etat.json?page=${path}`)).json();
  return ballot.result.facts.tracesLeft;
};

describe.each(engines)("secret ballots on $name", ({ name, fresh }) => {
  test("BAL-95 closing one empties its urn and leaves that of another, which is counted later", async () => {
    await using store = await fresh();
    await using hall = await freshApp({}, store);
    const [here, there] = [await openAssembly(hall), await openAssembly(hall, "Une autre rencontre")];
    const [ours, theirs] = [await delegates(here, 30), await delegates(there, 30)];
    const [first, second] = [await openSecretBallot(here), await openSecretBallot(there)];
    await castAll(
      first,
      ours.map((who, i) => [who, i % 3 === 0 ? "against" : "for"] as const),
    );
    await castAll(
      second,
      theirs.map((who, i) => [who, i % 2 === 0 ? "against" : "for"] as const),
    );
    await conclude(first);
    expect(await keysOf(store)).toHaveLength(30);
    await conclude(second);
    expect(await keysOf(store)).toEqual([]);
    const rows = await store.storage.read(({ db, tables: { ballots } }) => db.select().from(ballots));
    expect(rows.map(({ tally, unscrubbed }) => [tally, unscrubbed])).toEqual([
      ['{"abstention":0,"against":10,"for":20,"notTakingPart":0}', false],
      ['{"abstention":0,"against":15,"for":15,"notTakingPart":0}', false],
    ]);
  });

  test("BAL-95 what cannot be scrubbed now is said, and done when the server starts again", async () => {
    await using store = await fresh();
    await using hall = await freshApp({}, store);
    const assembly = await openAssembly(hall);
    const all = await delegates(assembly, 4);
    const opened = await openSecretBallot(assembly);
    await castAll(
      opened,
      all.map((who) => [who, "for"] as const),
    );
    const inTheWay = await readingFromOutside(store);
    await conclude(opened);
    expect(await tracesLeft(assembly, opened.number)).toBe(true);
    await inTheWay();
    await using again = await freshApp({}, store);
    await again.app.ready();
    expect(await tracesLeft(assembly, opened.number)).toBe(false);
  });

  test("STO-53 rows of a table without order are written in the order of their keys, whatever the order of the work", async () => {
    await using store = await fresh();
    await addGathering(store.storage);
    await store.storage.act(async (tx) => {
      const ballot = { gathering: "g1", item: "i1", subjectKind: "question", subject: "{}", subjectHash: "h" };
      await tx.insert(tx.tables.ballots, { id: "b1", ...ballot, questionWords: "w1", rule: "simple" });
      for (const key of ["cc", "aa", "bb"])
        await tx.insert(tx.tables.choices, { ballot: "b1", key, choice: `c${key}` });
      return ok(null);
    });
    const physical = name === "SQLite" ? await sqliteOrder(store) : await postgresOrder(store);
    expect(physical).toEqual(["aa", "bb", "cc"]);
  });
});

test("STO-53 STO-54 on SQLite choices have no rowid, and no byte of a deleted one is left in the folder", async () => {
  await using store = await freshSqlite();
  await using hall = await freshApp({}, store);
  const assembly = await openAssembly(hall);
  const all = await delegates(assembly, 40);
  const opened = await openSecretBallot(assembly);
  await castAll(
    opened,
    all.map((who) => [who, "for"] as const),
  );
  expect(() => readSqlite(store, "select rowid from choices")).toThrow(/no such column/);
  const keys = await keysOf(store);
  const bytes = async () => {
    const names = await readdir(store.dataDir);
    return Buffer.concat(await Promise.all(names.map((name) => readFile(join(store.dataDir, name)))));
  };
  const before = await bytes();
  expect(keys.filter((key) => before.includes(key))).toHaveLength(40);
  await conclude(opened);
  const after = await bytes();
  expect(keys.filter((key) => after.includes(key))).toEqual([]);
});

test("STO-54 on PostgreSQL the choices that are left bear one transaction, and lie in the order of their keys", async () => {
  await using store = await freshPostgres();
  await using hall = await freshApp({}, store);
  const [here, there] = [await openAssembly(hall), await openAssembly(hall, "Une autre rencontre")];
  const [ours, theirs] = [await delegates(here, 4), await delegates(there, 20)];
  const [first, second] = [await openSecretBallot(here), await openSecretBallot(there)];
  await castAll(
    second,
    theirs.map((who) => [who, "for"] as const),
    1,
  );
  await castAll(
    first,
    ours.map((who) => [who, "for"] as const),
    1,
  );
  const transactions = () => askPostgres(store, `select count(distinct xmin::text)::int as said from choices`);
  expect(await transactions()).toEqual([24]);
  await conclude(first);
  expect(await transactions()).toEqual([1]);
  const order = await postgresOrder(store);
  expect(order).toHaveLength(20);
  expect(order).toEqual([...order].toSorted((a, b) => (String(a) < String(b) ? -1 : 1)));
});

/** Keeps the database from being scrubbed, as a backup would; the answer lets go. */
async function readingFromOutside({ place }: FreshStorage): Promise<() => Promise<void>> {
  if ("dataDir" in place) {
    const reader = new Sqlite(join(place.dataDir, "cahier.sqlite"), { readonly: true });
    reader.exec("BEGIN");
    reader.prepare("select count(*) from marks").get();
    return async () => {
      reader.close();
    };
  }
  const client = new pg.Client(place.databaseUrl);
  await client.connect();
  await client.query("BEGIN");
  await client.query("LOCK TABLE choices IN ACCESS SHARE MODE");
  return () => client.end();
}

function readSqlite({ place }: FreshStorage, statement: string): readonly unknown[] {
  if (!("dataDir" in place)) throw new Error("Not on SQLite");
  const reader = new Sqlite(join(place.dataDir, "cahier.sqlite"), { readonly: true });
  try {
    return reader.prepare(statement).pluck().all();
  } finally {
    reader.close();
  }
}

/** As a scan of the table meets them: without `order by`. */
const sqliteOrder = async (store: FreshStorage) => readSqlite(store, "select key from choices");

async function askPostgres({ place }: FreshStorage, statement: string): Promise<readonly unknown[]> {
  if ("dataDir" in place) throw new Error("Not on PostgreSQL");
  const client = new pg.Client(place.databaseUrl);
  await client.connect();
  try {
    return (await client.query<{ said: unknown }>(statement)).rows.map(({ said }) => said);
  } finally {
    await client.end();
  }
}

const postgresOrder = (store: FreshStorage) => askPostgres(store, "select key as said from choices order by ctid");
