import { count, eq } from "drizzle-orm";
import pg from "pg";
import { expect, test } from "vitest";

import { openStorage, type Tx } from "../../../server/storage/index.ts";
import { ok, refuse } from "../../../shared/refusals.ts";
import { addUser, freshDatabase } from "../../support/postgres.ts";
import { addGathering, freshPostgres, rowCounts } from "../../support/storage.ts";

const urlOf = (place: object): string => ("databaseUrl" in place ? String(place.databaseUrl) : "");

test("STO-18 a vote is either counted by the closing or refused, with two servers: there is no third case", async () => {
  await using store = await freshPostgres();
  const second = await openStorage(store.place);
  await addGathering(store.storage);
  for (let round = 0; round < 12; round++) {
    const ballot = `b${round}`;
    await store.storage.act((tx) => open(tx, ballot, round));
    const casting = Array.from({ length: 8 }, (_, i) =>
      (i % 2 ? store.storage : second).act((tx) => cast(tx, ballot, `key${i}`)),
    );
    const closing = (round % 2 ? store.storage : second).act((tx) => close(tx, ballot));
    const accepted = (await Promise.all(casting)).filter((result) => result.ok).length;
    const closed = await closing;
    expect(closed).toEqual(ok(accepted));
    expect(await store.storage.read((tx) => counted(tx, ballot))).toBe(accepted);
  }
  await second.close();
});

test("STO-19 an announcement is heard once by every server, the announcer's own at once", async () => {
  await using store = await freshPostgres();
  const second = await openStorage(store.place);
  const heard = { own: [] as string[], other: [] as string[] };
  store.storage.bus.listen((topic, id) => heard.own.push(`${topic} ${id}`));
  const stop = second.bus.listen((topic, id) => heard.other.push(`${topic} ${id}`));
  store.storage.bus.announce("texts", "t1");
  await until(() => heard.other.length === 1);
  second.bus.announce("journal", "g1");
  await until(() => heard.own.length === 2);
  expect(heard).toEqual({ own: ["texts t1", "journal g1"], other: ["texts t1", "journal g1"] });
  stop();
  store.storage.bus.announce("texts", "t2");
  await until(() => heard.own.length === 3);
  expect(heard.other).toHaveLength(2);
  await second.close();
});

test("STO-20 a server whose connections were cut serves on, and says that announcements may have been missed", async () => {
  await using store = await freshPostgres();
  const second = await openStorage(store.place);
  const heard: string[] = [];
  let missed = 0;
  store.storage.bus.listen(
    (_, id) => heard.push(id),
    () => missed++,
  );
  await cutAll(urlOf(store.place));
  await until(() => missed === 1);
  expect(await store.storage.act(async (tx) => ok(await put(tx, "after")))).toMatchObject({ ok: true });
  await second.act(async (tx) => ok(await put(tx, "again")));
  second.bus.announce("texts", "t1");
  await until(() => heard.length === 1);
  await second.close();
});

test("STO-21 a work that others stand in the way of is run again from the start", async () => {
  await using store = await freshPostgres();
  await store.storage.act(async (tx) => ok(await put(tx, "a", "0")));
  const second = await openStorage(store.place);
  let runs = 0;
  const done = await store.storage.act(async (tx) => {
    runs++;
    const { db, tables } = tx;
    const [row] = await db.select().from(tables.installation).where(eq(tables.installation.key, "a"));
    if (runs === 1) await raise(urlOf(store.place));
    const value = String(Number(row?.value) + 1);
    await db.update(tables.installation).set({ value }).where(eq(tables.installation.key, "a"));
    return ok(value);
  });
  expect(done).toEqual(ok("101"));
  expect(runs).toBe(2);
  await second.close();
});

test("STO-22 a database that is out of reach is said in words", async () => {
  const database = await freshDatabase();
  await database.drop();
  await expect(openStorage({ databaseUrl: database.url })).rejects.toMatchObject({
    name: "StorageRefused",
    reason: "unreachable",
  });
});

test("STO-55 a user who may not use the database, or make tables in it, is told so in words", async () => {
  const database = await freshDatabase();
  const stranger = await addUser(database.url);
  const refused = { name: "StorageRefused", reason: "not-permitted" };
  const noTables = expect.stringContaining("permission denied for schema public");
  await expect(openStorage({ databaseUrl: stranger.url })).rejects.toMatchObject({ ...refused, message: noTables });
  await (await openStorage({ databaseUrl: database.url })).close();
  const noRows = expect.stringContaining("permission denied for table migrations");
  await expect(openStorage({ databaseUrl: stranger.url })).rejects.toMatchObject({ ...refused, message: noRows });
  await command(database.url, `revoke connect on database ${new URL(database.url).pathname.slice(1)} from public`);
  await expect(openStorage({ databaseUrl: stranger.url })).rejects.toMatchObject(refused);
  await database.drop();
  await stranger.remove();
});

test("STO-26 a database of a newer version is refused and stays as it was", async () => {
  await using store = await freshPostgres();
  await command(urlOf(store.place), `insert into "migrations" ("hash") values ('of a version to come')`);
  const before = await rowCounts(store.storage);
  await expect(openStorage(store.place)).rejects.toMatchObject({ name: "StorageRefused", reason: "newer-version" });
  expect(await rowCounts(store.storage)).toEqual(before);
});

test("STO-40 servers that start together on an empty database make its tables once", async () => {
  const database = await freshDatabase();
  const opened = await Promise.all(Array.from({ length: 3 }, () => openStorage({ databaseUrl: database.url })));
  expect(await opened[2]?.describe()).toMatch(/^PostgreSQL \d+/);
  await Promise.all(opened.map((storage) => storage.close()));
  await database.drop();
});

const put = (tx: Tx, key: string, value = "") => tx.insert(tx.tables.installation, { key, value });

async function open(tx: Tx, id: string, number: number) {
  const fixed = { subjectKind: "text", subject: "{}", subjectHash: "", questionWords: "", rule: "simple" };
  await tx.insert(tx.tables.ballots, {
    id,
    gathering: "g1",
    number,
    item: id,
    state: "open",
    ...fixed,
  });
  return ok(id);
}

async function cast(tx: Tx, ballot: string, requestKey: string) {
  const { ballots, votes } = tx.tables;
  const [row] = await tx.db.select({ state: ballots.state }).from(ballots).where(eq(ballots.id, ballot));
  if (row?.state !== "open") return refuse("ballot-closed");
  const ordinal = (await counted(tx, ballot)) + 1;
  const how = { choice: "for" as const, entered: false, castBy: "p1", atMs: 1, receipt: "" };
  await tx.insert(votes, { ballot, ordinal, voter: requestKey, requestKey, ...how });
  return ok(ordinal);
}

async function close(tx: Tx, ballot: string) {
  const { ballots } = tx.tables;
  const tally = await counted(tx, ballot);
  await tx.db.update(ballots).set({ state: "closed" }).where(eq(ballots.id, ballot));
  return ok(tally);
}

async function counted({ db, tables }: Tx, ballot: string): Promise<number> {
  const [row] = await db.select({ votes: count() }).from(tables.votes).where(eq(tables.votes.ballot, ballot));
  return row?.votes ?? 0;
}

/** Somebody else's write, in the middle of ours. */
async function raise(url: string): Promise<void> {
  await command(url, `update "installation" set "value" = '100' where "key" = 'a'`);
}

async function cutAll(url: string): Promise<void> {
  await command(
    url,
    "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
  );
}

async function command(url: string, statement: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  await client.query(statement);
  await client.end();
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 10));
}
