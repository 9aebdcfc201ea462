import { gt } from "drizzle-orm";
import { describe, expect, test } from "vitest";

import { readBallot, readVotes } from "../../../server/ballots/index.ts";
import { readEntries } from "../../../server/journal/index.ts";
import { openStorage, type Tx } from "../../../server/storage/index.ts";
import { readText } from "../../../server/texts/index.ts";
import { firstBrokenEntry } from "../../../shared/journal/index.ts";
import { ok } from "../../../shared/refusals.ts";
import { freshApp, postJson } from "../../support/app.ts";
import { openAssembly } from "../../support/assembly.ts";
import { castFor, freshKey, openFinalBallot } from "../../support/open-ballot.ts";
import { freshPostgres } from "../../support/storage.ts";
import { engines } from "../storage/engines.ts";

describe.each(engines)("voting on $name", ({ fresh }) => {
  test("BAL-31 forty delegations vote in the same second, some twice, then the text is adopted", async () => {
    await using store = await fresh();
    await using hall = await freshApp({}, store);
    const assembly = await openAssembly(hall);
    const delegations = [];
    for (let i = 0; i < 40; i++) delegations.push(await assembly.delegation(`Commune ${i}`));
    const opened = await openFinalBallot(assembly);
    const answers = await Promise.all(
      delegations.flatMap((who, i) => {
        const requestKey = freshKey();
        const again = i % 4 === 0 ? 2 : 1;
        return Array.from({ length: again }, () =>
          castFor(opened, who, i % 3 === 0 ? "against" : "for", { requestKey }),
        );
      }),
    );
    expect(new Set(answers.map((one) => one.statusCode))).toEqual(new Set([200]));
    const votes = await store.storage.read((tx) => readVotes(tx, opened.ballot));
    expect(votes.map((vote) => vote.order)).toEqual(Array.from({ length: 40 }, (_, i) => i + 1));
    const concluded = await assembly.act(assembly.chair.cookie, "ballot.conclude", { ballot: opened.ballot });
    expect(concluded.json()).toMatchObject({ outcome: "rejected" });
    const text = await store.storage.read((tx) => readText(tx, assembly.gathering, opened.text));
    expect(text?.life.state).toBe("rejected");
    expect(firstBrokenEntry(await store.storage.read((tx) => readEntries(tx, assembly.gathering, 0, 500)))).toBeNull();
  });

  test("BAL-37 votes that another server wrote, and those that a restore took back, are known to the next vote", async () => {
    await using store = await fresh();
    await using hall = await freshApp({}, store);
    const assembly = await openAssembly(hall);
    const [a, b, c] = [await assembly.delegation("A"), await assembly.delegation("B"), await assembly.delegation("C")];
    const opened = await openFinalBallot(assembly);
    const cast = async (who: typeof a, choice: string, requestKey: string) => {
      const answer = (await castFor(opened, who, choice, { requestKey })).json();
      return answer.code ?? `${answer.kind} ${answer.vote.order} ${answer.vote.choice}`;
    };
    const behind = (work: (tx: Tx) => Promise<unknown>) => store.storage.act(async (tx) => ok(await work(tx)));
    expect(await cast(a, "for", "a1")).toBe("written 1 for");
    expect(await cast(b, "for", "b1")).toBe("written 2 for");

    const at = { entered: false, atMs: 1, receipt: "0000-0000", ballot: opened.ballot };
    const elsewhere = {
      ...at,
      ordinal: 3,
      voter: c.delegation,
      requestKey: "c1",
      choice: "against",
      castBy: c.id,
    };
    await behind((tx) => tx.insert(tx.tables.votes, elsewhere));
    expect(await cast(c, "against", "c1")).toBe("repeated 3 against");
    expect(await cast(c, "for", "c1")).toBe("request-key-reused");
    expect(await cast(c, "for", "c2")).toBe("written 4 for");

    await behind(({ db, tables: { votes } }) => db.delete(votes).where(gt(votes.ordinal, 1)));
    expect(await cast(b, "against", "b1")).toBe("written 2 against");
    await behind(({ db, tables: { votes } }) => db.delete(votes).where(gt(votes.ordinal, 1)));
    await behind((tx) => tx.insert(tx.tables.votes, { ...elsewhere, ordinal: 2 }));
    expect(await cast(b, "for", "b1")).toBe("written 3 for");
    expect(await cast(c, "against", "c1")).toBe("repeated 2 against");
    const votes = await store.storage.read((tx) => readVotes(tx, opened.ballot));
    expect(votes.map(({ requestKey }) => requestKey)).toEqual(["a1", "c1", "b1"]);
  });
});

test("BAL-33 with two servers on one PostgreSQL each vote is counted or refused, and receipts stand", async () => {
  await using store = await freshPostgres();
  await using hall = await freshApp({}, store);
  const second = await openStorage(store.place);
  const other = await freshApp({}, { ...store, storage: second });
  const assembly = await openAssembly(hall);
  const delegations = [];
  for (let i = 0; i < 12; i++) delegations.push(await assembly.delegation(`Commune ${i}`));
  const opened = await openFinalBallot(assembly);
  const casting = delegations.map((who, i) =>
    postJson(
      (i % 2 ? hall : other).app,
      `/r/${assembly.slug}/actes/vote.cast`,
      { ballot: opened.ballot, delegation: who.delegation, choice: "for", requestKey: freshKey() },
      { cookie: who.cookie },
    ),
  );
  const closing = assembly.act(assembly.chair.cookie, "ballot.close", { ballot: opened.ballot });
  const answers = await Promise.all(casting);
  expect((await closing).statusCode).toBe(200);
  const accepted = answers.filter((one) => one.statusCode === 200);
  for (const refused of answers.filter((one) => one.statusCode !== 200))
    expect(refused.json().code).toBe("ballot-closed");
  const votes = await store.storage.read((tx) => readVotes(tx, opened.ballot));
  expect(new Set(votes.map((vote) => vote.receipt))).toEqual(new Set(accepted.map((one) => one.json().vote.receipt)));
  const ballot = await store.storage.read((tx) => readBallot(tx, assembly.gathering, opened.ballot));
  expect(ballot).toMatchObject({ state: "closed", result: { figures: { voted: accepted.length } } });
  await other.app.close();
  await second.close();
});
