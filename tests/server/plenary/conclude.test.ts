import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";

import { readBallot } from "../../../server/ballots/index.ts";
import { readEntries } from "../../../server/journal/index.ts";
import type { Tx } from "../../../server/storage/index.ts";
import { readText } from "../../../server/texts/index.ts";
import { firstBrokenEntry } from "../../../shared/journal/index.ts";
import { ok } from "../../../shared/refusals.ts";
import { freshApp } from "../../support/app.ts";
import { everyRowCount, openAssembly } from "../../support/assembly.ts";
import { castFor, openFinalBallot, putToVote } from "../../support/open-ballot.ts";
import { deleteBallot, set } from "../../support/tampered-ballot.ts";

const names = ["Brémont", "Kerloc’h", "Orvelles", "Tanneries"] as const;

/** Four delegations, three of them present, and the final ballot of a text open under a rule. */
async function voting(rule?: string) {
  const fresh = await freshApp();
  const assembly = await openAssembly(fresh);
  const [a, b, c] = await Promise.all(names.slice(0, 3).map((name) => assembly.delegation(name)));
  await assembly.delegation(names[3], "absent");
  if (!a || !b || !c) throw new Error("three delegations");
  const opened = await openFinalBallot(assembly, rule);
  const chair = assembly.chair.cookie;
  return {
    fresh,
    assembly,
    opened,
    three: [a, b, c] as const,
    close: () => assembly.act(chair, "ballot.close", { ballot: opened.ballot }),
    conclude: () => assembly.act(chair, "ballot.conclude", { ballot: opened.ballot }),
    read: <T>(work: (tx: Tx) => Promise<T>) => fresh.storage.read(work),
    write: (work: (tx: Tx) => Promise<unknown>) => fresh.storage.act(async (tx) => ok(await work(tx))),
    textState: async () =>
      (await fresh.storage.read((tx) => readText(tx, assembly.gathering, opened.text)))?.life.state,
    async acts() {
      const entries = await fresh.storage.read((tx) => readEntries(tx, assembly.gathering, 0, 500));
      expect(firstBrokenEntry(entries)).toBeNull();
      return entries.map(({ body }) => JSON.parse(body));
    },
    [Symbol.asyncDispose]: () => fresh[Symbol.asyncDispose](),
  };
}

describe("concluding the whole of a text", () => {
  it("PLN-20 with phones only one act closes, counts, declares and adopts, and the journal says each", async () => {
    await using hall = await voting();
    for (const who of hall.three.slice(0, 2)) await castFor(hall.opened, who, "for");
    const answer = await hall.conclude();
    expect([answer.statusCode, answer.json().outcome]).toEqual([200, "adopted"]);
    expect(await hall.textState()).toBe("adopted");
    const last = (await hall.acts()).slice(-3);
    expect(last.map(({ act }) => act)).toEqual(["ballot.closed", "ballot.declared", "text.adopted"]);
    expect(last[0].data.tally).toEqual({ for: 2, against: 0, abstention: 0, notTakingPart: 0 });
    expect(last[2].data).toMatchObject({ text: hall.opened.text, version: 1, ballot: hall.opened.ballot });
  });

  it("PLN-20 closing and concluding can be two acts, and the count is the same", async () => {
    await using hall = await voting();
    for (const who of hall.three) await castFor(hall.opened, who, "for");
    expect((await hall.close()).json()).toMatchObject({ outcome: "adopted" });
    expect(await hall.textState()).toBe("tabled");
    expect((await hall.conclude()).json()).toMatchObject({ outcome: "adopted" });
    expect(await hall.textState()).toBe("adopted");
  });

  it.each([
    ["one short of two thirds", undefined, ["for", "against", "abstention"], "rejected", "rejected"],
    ["exactly two thirds", undefined, ["for", "against", "for"], "adopted", "adopted"],
    ["a tie", "simple", ["for", "against"], "rejected", "rejected"],
    ["nobody votes", undefined, [], "no-result", "tabled"],
    ["all abstain or take no part", "simple", ["abstention", "abstention", "notTakingPart"], "no-result", "tabled"],
    ["three of four present, quorum above", "simple quorum >3/4 present", ["for", "for", "for"], "no-quorum", "tabled"],
    ["three of four present, quorum at it", "simple quorum >=3/4 present", ["for"], "adopted", "adopted"],
  ] as const)("PLN-21 %s", async (_, rule, said, outcome, state) => {
    await using hall = await voting(rule);
    for (const [i, choice] of said.entries()) await castFor(hall.opened, hall.three[i] ?? hall.three[0], choice);
    expect((await hall.conclude()).json()).toMatchObject({ outcome });
    expect(await hall.textState()).toBe(state);
  });

  it("PLN-22 after no result the same text is put to the vote again, under the next number", async () => {
    await using hall = await voting();
    await hall.conclude();
    const again = await putToVote(hall.assembly, hall.opened.text);
    expect(again.number).toBe(2);
    await castFor({ ...hall.opened, ...again }, hall.three[0], "for");
    await hall.assembly.act(hall.assembly.chair.cookie, "ballot.conclude", { ballot: again.ballot });
    expect(await hall.textState()).toBe("adopted");
  });

  it("PLN-4 concluding twice, even at once, decides once", async () => {
    await using hall = await voting();
    await castFor(hall.opened, hall.three[0], "for");
    const [one, two] = await Promise.all([hall.conclude(), hall.conclude()]);
    expect(new Set([one.statusCode, two.statusCode])).toEqual(new Set([200, 409]));
    expect((await hall.acts()).filter(({ act }) => act === "ballot.declared")).toHaveLength(1);
  });

  it.each<[string, "close first" | "leave open", (tx: Tx, ballot: string) => Promise<unknown>]>([
    ["its row deleted", "close first", deleteBallot],
    ["its row deleted while open", "leave open", deleteBallot],
    ["its outcome set to rejected", "close first", set({ outcome: "rejected" })],
    ["its subject hash changed", "close first", set({ subjectHash: "0".repeat(64) })],
    ["its subject hash changed while open", "leave open", set({ subjectHash: "0".repeat(64) })],
    ["its state set back to open", "close first", set({ state: "open" })],
    ["its rule changed", "close first", set({ rule: "simple" })],
    ["its tally changed", "close first", set({ tally: '{"for":9,"against":0,"abstention":0,"notTakingPart":0}' })],
    ["a vote changed", "close first", changeVote],
    ["a voter added to the roll", "close first", addVoter],
  ])("PLN-3 with %s, concluding is refused and nothing is written", async (_, when, tamper) => {
    await using hall = await voting();
    for (const who of hall.three) await castFor(hall.opened, who, "for");
    if (when === "close first") await hall.close();
    await hall.write((tx) => tamper(tx, hall.opened.ballot));
    const before = await everyRowCount(hall.fresh);
    const answer = await hall.conclude();
    expect([answer.statusCode, answer.json().code]).toEqual([409, "no-ballot"]);
    expect(await everyRowCount(hall.fresh)).toEqual(before);
    expect(await hall.textState()).toBe("tabled");
    expect((await hall.acts()).map(({ act }) => act)).not.toContain("text.adopted");
  });

  it("PLN-3 a rejected ballot whose outcome is set to adopted adopts nothing", async () => {
    await using hall = await voting();
    for (const who of hall.three) await castFor(hall.opened, who, "against");
    await hall.close();
    await hall.write((tx) => set({ outcome: "adopted" })(tx, hall.opened.ballot));
    const before = await everyRowCount(hall.fresh);
    expect((await hall.conclude()).json().code).toBe("no-ballot");
    expect(await everyRowCount(hall.fresh)).toEqual(before);
  });

  it("BAL-21 a cancelled ballot is never counted: no vote, no closing, no conclusion after", async () => {
    await using hall = await voting();
    const { assembly, opened } = hall;
    await castFor(opened, hall.three[0], "for");
    const cancelled = await assembly.act(assembly.chair.cookie, "ballot.cancel", {
      ballot: opened.ballot,
      reason: "Erreur",
    });
    expect(cancelled.statusCode).toBe(200);
    const before = await everyRowCount(hall.fresh);
    expect((await castFor(opened, hall.three[1], "for")).json().code).toBe("ballot-closed");
    expect((await hall.close()).json().code).toBe("wrong-state");
    expect((await hall.conclude()).json().code).toBe("wrong-state");
    expect(await everyRowCount(hall.fresh)).toEqual(before);
    const row = await hall.read((tx) => readBallot(tx, assembly.gathering, opened.ballot));
    expect(row).not.toHaveProperty("result");
    const entry = (await hall.acts()).at(-1);
    expect([entry.act, Object.keys(entry.data)]).toEqual(["ballot.cancelled", ["ballot", "reasonHash"]]);
  });

  it("BAL-23 the ballot's hash covers the journal's head just before, also when the clock steps back", async () => {
    await using hall = await voting();
    await hall.assembly.act(hall.assembly.chair.cookie, "ballot.cancel", { ballot: hall.opened.ballot });
    hall.fresh.pass(-60_000);
    const { ballot } = await putToVote(hall.assembly, hall.opened.text);
    const row = await hall.read((tx) => readBallot(tx, hall.assembly.gathering, ballot));
    const acts = await hall.acts();
    expect(acts.slice(-2).map(({ act }) => act)).toEqual(["clock.steppedBack", "ballot.opened"]);
    expect(row).toMatchObject({ state: "open", head: acts.at(-1).previous, hash: acts.at(-1).data.hash });
  });
});

const changeVote = ({ db, tables: { votes } }: Tx, ballot: string) =>
  db.update(votes).set({ choice: "against" }).where(eq(votes.ballot, ballot));

const addVoter = ({ db, tables: { roll } }: Tx, ballot: string) =>
  db.insert(roll).values({
    ballot,
    voter: "zzz",
    entry: '{"channel":"phone","delegation":"zzz","presence":"present","voter":"zzz","weight":1}',
  });
