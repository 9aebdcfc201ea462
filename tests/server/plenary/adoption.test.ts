import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";

import { readAmendments } from "../../../server/amendments/index.ts";
import { readEntries } from "../../../server/journal/index.ts";
import type { Tx } from "../../../server/storage/index.ts";
import { readDocument, readText } from "../../../server/texts/index.ts";
import { firstBrokenEntry } from "../../../shared/journal/index.ts";
import { ok } from "../../../shared/refusals.ts";
import { castFor, putToVote } from "../../support/open-ballot.ts";
import { openRoad, type Road } from "../../support/road.ts";
import { deleteBallot, set } from "../../support/tampered-ballot.ts";
import { expectUnchanged } from "../../support/unchanged.ts";

const title = "Nos communes peuvent ouvrir des maisons du peuple";

/** A tabled text, and on it: one word, a rival of it, the same again, and one elsewhere. */
async function debated() {
  const road = await openRoad();
  const text = await road.table(title);
  const [a, b, c] = road.three;
  const one = await road.amend(text, a, "peuvent ouvrir", "ouvrent");
  const rival = await road.amend(text, b, "peuvent", "doivent");
  const same = await road.amend(text, c, "peuvent ouvrir", "ouvrent");
  const elsewhere = await road.amend(text, b, "du peuple", "des peuples");
  const { fresh, assembly } = road;
  const chair = assembly.chair.cookie;
  return {
    road,
    text,
    one,
    rival,
    same,
    elsewhere,
    chair,
    read: <T>(work: (tx: Tx) => Promise<T>) => fresh.storage.read(work),
    async fates() {
      const all = await fresh.storage.read((tx) => readAmendments(tx, assembly.gathering));
      return all.map(({ life, standing }) => (standing.standing === "live" ? life.state : standing.standing));
    },
    async words() {
      return fresh.storage.read(async (tx) => {
        const row = await readText(tx, assembly.gathering, text);
        return (await readDocument(tx, text, row?.version ?? 0)).doc.textContent;
      });
    },
    async acts() {
      const entries = await fresh.storage.read((tx) => readEntries(tx, assembly.gathering, 0, 500));
      expect(firstBrokenEntry(entries)).toBeNull();
      return entries.map(({ body }) => JSON.parse(body));
    },
    [Symbol.asyncDispose]: () => road[Symbol.asyncDispose](),
  };
}

async function voteOn(road: Road, amendment: string, choice: "for" | "against") {
  const asked = { subject: `amendment:${amendment}` };
  const opened = await road.assembly.act(road.assembly.chair.cookie, "ballot.open", asked);
  expect(opened.statusCode).toBe(200);
  const ballot = { assembly: road.assembly, text: "", ...opened.json() };
  for (const who of road.three) await castFor(ballot, who, choice);
  return ballot;
}

describe("concluding an amendment", () => {
  it("PLN-26 the adopted words enter the text; identical ones share it, rivals fall, the others stay", async () => {
    await using hall = await debated();
    await hall.road.call(hall.same);
    const { ballot } = await voteOn(hall.road, hall.one, "for");
    expect((await hall.road.assembly.act(hall.chair, "ballot.conclude", { ballot })).json().outcome).toBe("adopted");
    expect(await hall.words()).toBe("Nos communes ouvrent des maisons du peuple");
    expect(await hall.fates()).toEqual(["adopted", "fallen", "adopted", "submitted"]);
    const last = (await hall.acts()).slice(-3);
    expect(last.map(({ act }) => act)).toEqual(["ballot.closed", "ballot.declared", "amendment.adopted"]);
    expect(last[2].data).toMatchObject({
      amendments: [hall.one, hall.same].toSorted((x, y) => (x < y ? -1 : 1)),
      ballot,
      version: 2,
      fallen: [hall.rival],
      satisfied: [],
    });
  });

  it("PLN-26 a rejected amendment changes no word; the next can be called", async () => {
    await using hall = await debated();
    await hall.road.call(hall.one);
    const { ballot } = await voteOn(hall.road, hall.one, "against");
    await hall.road.act(hall.chair, "ballot.conclude", { ballot });
    expect(await hall.words()).toBe(title);
    expect(await hall.fates()).toEqual(["rejected", "submitted", "rejected", "submitted"]);
    await hall.road.call(hall.rival);
  });

  it("PLN-5 words that no longer fit are not adopted: refused, nothing written, not even the closing", async () => {
    await using hall = await debated();
    await hall.road.call(hall.one);
    const { ballot } = await voteOn(hall.road, hall.one, "for");
    const { storage } = hall.road.fresh;
    await storage.act(async ({ db, tables: { amendments } }) =>
      ok(await db.update(amendments).set({ state: "submitted" }).where(eq(amendments.id, hall.same))),
    );
    const refused = await expectUnchanged(storage, () =>
      hall.road.assembly.act(hall.chair, "ballot.conclude", { ballot }),
    );
    expect(refused.json()).toMatchObject({ code: "not-adoptable", detail: "changed" });
    const closed = await hall.road.assembly.act(hall.chair, "ballot.close", { ballot });
    expect(closed.json()).toMatchObject({ outcome: "adopted" });
    expect(await hall.words()).toBe(title);
  });

  it("PLN-16 the whole is put to the vote once no amendment waits, and not before", async () => {
    await using hall = await debated();
    const { assembly } = hall.road;
    const asked = { subject: `text:${hall.text}` };
    const early = await assembly.act(hall.chair, "ballot.open", asked);
    expect(early.json()).toMatchObject({ code: "wrong-state", detail: "amendments-alive" });
    await hall.road.call(hall.one);
    const { ballot } = await voteOn(hall.road, hall.one, "for");
    await hall.road.act(hall.chair, "ballot.conclude", { ballot });
    expect((await assembly.act(hall.chair, "ballot.open", asked)).json().code).toBe("wrong-state");
    await hall.road.act(hall.chair, "amendment.notMoved", { amendments: [hall.elsewhere] });
    const final = await putToVote(assembly, hall.text);
    for (const who of hall.road.three) await castFor({ assembly, text: hall.text, ...final }, who, "for");
    const amending = { delegation: hall.road.three[0].delegation, text: hall.text, version: 2, rationale: "" };
    const { doc } = await hall.read((tx) => readDocument(tx, hall.text, 2));
    const document: unknown = JSON.parse(JSON.stringify(doc.toJSON()).replace("ouvrent", "ferment"));
    const late = await assembly.act(hall.road.three[0].cookie, "amendment.submit", { ...amending, document });
    expect(late.json().code).toBe("text-being-voted");
    await hall.road.act(hall.chair, "ballot.conclude", { ballot: final.ballot });
    const text = await hall.read((tx) => readText(tx, assembly.gathering, hall.text));
    expect(text?.life).toMatchObject({ state: "adopted", voted: { version: 2 }, ballot: final.ballot });
  });

  it("PLN-27 while it is being voted an amendment is neither withdrawn, put off nor declared not moved", async () => {
    await using hall = await debated();
    await hall.road.call(hall.one);
    await voteOn(hall.road, hall.one, "for");
    const { assembly, fresh, three } = hall.road;
    const codes = await expectUnchanged(fresh.storage, async () => [
      (await assembly.act(three[0].cookie, "amendment.withdraw", { amendment: hall.one })).json().code,
      (await assembly.act(three[2].cookie, "amendment.withdraw", { amendment: hall.same })).json().code,
      (await assembly.act(hall.chair, "amendment.reserve", { amendment: hall.one })).json().code,
      (await assembly.act(hall.chair, "amendment.notMoved", { amendments: [hall.one] })).json().code,
    ]);
    expect(new Set(codes)).toEqual(new Set(["ballot-open"]));
  });

  it.each([
    ["its row deleted", deleteBallot],
    ["its outcome set to rejected", set({ outcome: "rejected" })],
    ["its subject hash changed", set({ subjectHash: "0".repeat(64) })],
    ["its state set back to open", set({ state: "open" })],
  ])("PLN-3 with %s after closing, nothing is adopted, no word and no amendment changes", async (_, tamper) => {
    await using hall = await debated();
    await hall.road.call(hall.one);
    const { ballot } = await voteOn(hall.road, hall.one, "for");
    const { assembly, fresh } = hall.road;
    await hall.road.act(hall.chair, "ballot.close", { ballot });
    await fresh.storage.act(async (tx) => ok(await tamper(tx, ballot)));
    const refused = await expectUnchanged(fresh.storage, () => assembly.act(hall.chair, "ballot.conclude", { ballot }));
    expect([refused.statusCode, refused.json().code]).toEqual([409, "no-ballot"]);
    expect(await hall.words()).toBe(title);
    expect((await hall.acts()).map(({ act }) => act)).not.toContain("amendment.adopted");
  });

  it("PLN-15 an amendment that is not called is not put to the vote", async () => {
    await using hall = await debated();
    const answer = await hall.road.assembly.act(hall.chair, "ballot.open", { subject: `amendment:${hall.rival}` });
    expect(answer.json().code).toBe("wrong-state");
  });
});
