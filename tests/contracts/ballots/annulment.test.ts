import { describe, expect, test } from "vitest";

import { readBallot, readReason, readReplacing } from "../../../server/ballots/index.ts";
import { readEntries } from "../../../server/journal/index.ts";
import { openStorage } from "../../../server/storage/index.ts";
import { firstBrokenEntry } from "../../../shared/journal/index.ts";
import { freshApp, postJson, type FreshApp } from "../../support/app.ts";
import { openAssembly } from "../../support/assembly.ts";
import { castFor, openFinalBallot } from "../../support/open-ballot.ts";
import { freshPostgres, type FreshStorage } from "../../support/storage.ts";
import { engines } from "../storage/engines.ts";

/** A text's ballot, counted and annulled before it was declared. */
async function annulled(hall: FreshApp, store: FreshStorage) {
  const assembly = await openAssembly(hall);
  const voter = await assembly.delegation("Brémont");
  const opened = await openFinalBallot(assembly);
  await castFor(opened, voter, "for");
  const chair = assembly.chair.cookie;
  await assembly.act(chair, "ballot.close", { ballot: opened.ballot });
  const act = (app: FreshApp["app"], name: string, body: object) =>
    postJson(app, `/r/${assembly.slug}/actes/${name}`, body, { cookie: chair });
  const answer = await act(hall.app, "ballot.annul", { ballot: opened.ballot, reason: "Mauvaise règle" });
  expect(answer.statusCode).toBe(200);
  const read = () =>
    store.storage.read(async (tx) => ({
      ballot: await readBallot(tx, assembly.gathering, opened.ballot),
      reason: await readReason(tx, assembly.gathering, opened.ballot),
      replacing: await readReplacing(tx, assembly.gathering, opened.ballot),
      entries: await readEntries(tx, assembly.gathering, 0, 500),
    }));
  return { ballot: opened.ballot, act, read };
}

describe.each(engines)("annulling on $name", ({ fresh }) => {
  test("BAL-25 BAL-26 what was counted is kept with its reason, and one ballot is found in its place", async () => {
    await using store = await fresh();
    await using hall = await freshApp({}, store);
    const { ballot, act, read } = await annulled(hall, store);
    const before = await read();
    expect(before).toMatchObject({
      ballot: { state: "annulled", declaredAtMs: null, result: { outcome: "adopted" } },
      reason: "Mauvaise règle",
      replacing: null,
    });
    const opened = (await act(hall.app, "ballot.open", { replaces: ballot })).json();
    expect((await read()).replacing).toEqual({ id: opened.ballot, number: 2 });
    await act(hall.app, "ballot.cancel", { ballot: opened.ballot });
    expect((await read()).replacing).toBeNull();
    expect(firstBrokenEntry((await read()).entries)).toBeNull();
  });
});

test("BAL-26 with two servers on one PostgreSQL two presses put it to the vote once", async () => {
  await using store = await freshPostgres();
  await using hall = await freshApp({}, store);
  const second = await openStorage(store.place);
  const other = await freshApp({}, { ...store, storage: second });
  const { ballot, act, read } = await annulled(hall, store);
  const answers = await Promise.all(
    [hall, other, hall, other].map(({ app }) => act(app, "ballot.open", { replaces: ballot })),
  );
  expect(answers.map(({ statusCode }) => statusCode).sort((a, b) => a - b)).toEqual([200, 409, 409, 409]);
  const { entries, replacing } = await read();
  expect(replacing?.number).toBe(2);
  expect(entries.filter(({ body }) => body.includes('"ballot.opened"'))).toHaveLength(2);
  await other.app.close();
  await second.close();
});
