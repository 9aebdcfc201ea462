import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { readEntries } from "../../../server/journal/index.ts";
import { replayRecord } from "../../../scripts/verify-replay.ts";
import { checkRecord } from "../../../scripts/verify.ts";
import { ok } from "../../../shared/refusals.ts";
import type { AmendmentView, BallotView, ConsoleView } from "../../../shared/views/index.ts";
import { getPage } from "../../support/app.ts";
import { rebuiltStates } from "../../support/amendments/rebuilt-states.ts";
import { openRoad, type Road } from "../../support/road.ts";
import { randomFrom, runs, seeds } from "../../support/runs.ts";
import { faultsOf } from "../../support/second-verifier.ts";

let road: Road;
let chair: string;
let text: string;
beforeEach(async () => {
  road = await openRoad();
  chair = road.assembly.chair.cookie;
  text = await road.table("Nos communes peuvent ouvrir des maisons du peuple");
});
afterEach(async () => road[Symbol.asyncDispose]());

const reason = "La majorité lue n’était pas la bonne";
const html = async (path: string, cookie?: string) =>
  (await getPage(road.fresh.app, `/r/${road.assembly.slug}${path}`, { cookie })).body.replace(/[\u00A0\u202F]/gu, " ");
const title = async () => /<h1[^>]*>(.*?)<\/h1>/su.exec(await html(`/textes/${text}`))?.[1]?.replace(/<[^>]*>/gu, "");
const state = async (number: number) => (await road.view<AmendmentView>(`/amendements/${number}`)).amendment.state;
const tribune = () => road.view<ConsoleView>("/tribune", chair);
const entries = async () =>
  road.fresh.storage.read(async (tx) =>
    (await readEntries(tx, road.assembly.gathering, 0, 10_000)).map(({ body }) => JSON.parse(body)),
  );
const ballots = () => road.fresh.storage.read((tx) => tx.db.select().from(tx.tables.ballots));
const lastBallot = async () =>
  (await ballots()).reduce((last, one) => ((one.number ?? 0) > (last.number ?? 0) ? one : last)).id;

/** Adopts, or rejects, and gives the ballot. */
async function decide(amendment: string, choice: "for" | "against" = "for"): Promise<string> {
  await road.call(amendment);
  await road.decide(`amendment:${amendment}`, [choice, choice, choice]);
  return lastBallot();
}
const annul = (ballot: string) => road.assembly.act(chair, "ballot.annul", { ballot, reason });

/** Both verifiers accept the record, and the tables are what it gives anew. */
async function holds(): Promise<void> {
  const record = await road.record();
  expect(() => replayRecord(checkRecord(record))).not.toThrow();
  expect(faultsOf(record)).toEqual([]);
  const rebuilt = rebuiltStates(record);
  const rows = await road.fresh.storage.read((tx) => tx.db.select().from(tx.tables.amendments));
  expect(rebuilt.size).toBe(rows.length);
  for (const row of rows) expect(row).toMatchObject(rebuilt.get(row.id) ?? { state: "none" });
}

describe("annulling a ballot that decided on amendments", () => {
  it("BAL-25 AMD-64 the words of an adopted one leave the text, those adopted since stay; what it made fall lives, and it is voted again", async () => {
    const [first, second] = [
      await road.amend(text, road.three[0], "peuvent ouvrir", "ouvrent"),
      await road.amend(text, road.three[1], "maisons", "foyers"),
    ];
    await road.amend(text, road.three[2], "peuvent", "doivent");
    const ballot = await decide(first);
    expect(await state(3)).toMatchObject({ state: "fallen", by: { number: 1 } });
    await decide(second);
    expect(await title()).toBe("Nos communes ouvrent des foyers du peuple");
    const offer = (await road.view<BallotView>("/scrutins/1", chair)).ballot;
    expect(offer).toMatchObject({
      annul: {
        consequences: [
          { kind: "leaves", amendment: { number: 1 } },
          { kind: "live", amendment: { number: 3 } },
        ],
        refused: null,
      },
    });
    expect((await road.view<BallotView>("/scrutins/1", road.three[0].cookie)).ballot).not.toHaveProperty("annul");
    const answer = await annul(ballot);
    expect(answer.json()).toMatchObject({ number: 1, amendments: [first], version: 4 });
    expect(await title()).toBe("Nos communes peuvent ouvrir des foyers du peuple");
    expect(await state(1)).toMatchObject({ state: "called" });
    expect(await state(3)).toEqual({ state: "submitted" });
    const [annulled, undone] = (await entries()).slice(-2);
    expect([annulled.act, undone.act]).toEqual(["ballot.annulled", "amendment.undone"]);
    expect(undone.data).toMatchObject({ amendments: [first], ballot, outcome: "adopted", version: 4, fallen: [] });
    expect(undone.data.live).toHaveLength(1);
    const minutes = await html("/proces-verbal");
    expect(minutes).toContain(
      "L’amendement 1 n’est plus adopté : ses mots sortent du texte, qui passe à la version 4.",
    );
    expect(minutes).toContain("L’amendement 3 vaut de nouveau comme il a été déposé.");
    await holds();

    expect((await tribune()).may).toContain("ballot.again");
    const again = await road.assembly.act(chair, "ballot.open", { replaces: ballot });
    expect(again.json()).toMatchObject({ number: 3 });
    await road.act(chair, "ballot.close", { ballot: again.json().ballot });
    await road.act(chair, "ballot.annul", { ballot: again.json().ballot, reason });
    await road.decide(`amendment:${first}`, ["against", "against", "for"]);
    expect(await state(1)).toMatchObject({ state: "rejected", ballot: { number: 4 } });
    await holds();
  });

  it("AMD-62 AMD-64 when a later adoption stands on its words that one is named, nothing is written, and it can be annulled first", async () => {
    const first = await road.amend(text, road.three[0], "peuvent ouvrir", "ouvrent");
    const ballot = await decide(first);
    const second = await decide(await road.amend(text, road.three[1], "ouvrent", "ouvriront partout"));
    const before = await entries();
    const refused = await annul(ballot);
    expect([refused.statusCode, refused.json().code]).toEqual([409, "not-adoptable"]);
    expect(refused.json().title).toMatch(/^L’amendement\s2, adopté depuis/u);
    expect(await entries()).toHaveLength(before.length);
    expect(await html("/scrutins/1", chair)).toContain("L’amendement 2, adopté depuis, ne tient pas sans ces mots.");
    expect((await ballots()).find(({ id }) => id === ballot)?.state).toBe("declared");
    expect((await annul(second)).statusCode).toBe(200);
    expect(await title()).toBe("Nos communes ouvrent des maisons du peuple");
    expect((await annul(ballot)).statusCode).toBe(200);
    expect(await title()).toBe("Nos communes peuvent ouvrir des maisons du peuple");
    // What it was written on is not in the text any more.
    expect(await state(2)).toEqual({ state: "fallen", by: null });
    expect(await html("/amendements/2")).toContain("ses mots sont sortis du texte");
    await holds();
  });

  it("AMD-68 nothing is undone while what another adopted one asked for cannot be read: its words would leave too", async () => {
    const first = await road.amend(text, road.three[0], "peuvent ouvrir", "ouvrent");
    const other = await road.amend(text, road.three[1], "maisons", "foyers");
    const ballot = await decide(first);
    await decide(other);
    await road.fresh.storage.act(async (tx) => {
      const { revisions } = tx.tables;
      await tx.db.update(revisions).set({ changes: "[]" }).where(eq(revisions.amendment, other));
      return ok(null);
    });
    const refused = (await annul(ballot)).json();
    expect([refused.code, refused.detail]).toEqual(["not-adoptable", "changed"]);
    expect(await title()).toBe("Nos communes ouvrent des foyers du peuple");
  });

  it("AMD-64 a rejected one is before the assembly again; the text does not move", async () => {
    const first = await road.amend(text, road.three[0], "peuvent ouvrir", "ouvrent");
    const other = await road.amend(text, road.three[1], "peuvent", "doivent");
    const ballot = await decide(first, "against");
    await decide(other);
    expect((await annul(ballot)).statusCode).toBe(200);
    expect(await state(1)).toMatchObject({ state: "fallen", by: { number: 2 } });
    const [undone] = (await entries()).slice(-1);
    expect(undone.data).toMatchObject({ outcome: "rejected", version: 2, fallen: [first] });
    await holds();
  });

  it("AMD-64 what was adopted together leaves together, and can be put together again", async () => {
    const amendments = [
      await road.amend(text, road.three[0], "peuvent ouvrir", "ouvrent"),
      await road.amend(text, road.three[1], "maisons", "foyers"),
    ];
    await road.act(chair, "amendment.callTogether", { amendments });
    await road.decide(`block:${amendments.join()}`, ["for", "for", "for"]);
    expect(await title()).toBe("Nos communes ouvrent des foyers du peuple");
    const ballot = await lastBallot();
    expect((await annul(ballot)).statusCode).toBe(200);
    expect(await title()).toBe("Nos communes peuvent ouvrir des maisons du peuple");
    expect((await tribune()).may).toContain("ballot.again");
    expect((await road.assembly.act(chair, "ballot.open", { replaces: ballot })).statusCode).toBe(200);
    await holds();
  });

  it("AMD-65 not while another ballot on the text or its amendments is not proclaimed, nor once its whole is decided", async () => {
    const first = await road.amend(text, road.three[0], "peuvent ouvrir", "ouvrent");
    const other = await road.amend(text, road.three[1], "maisons", "foyers");
    const ballot = await decide(first);
    await road.call(other);
    const open = (await road.assembly.act(chair, "ballot.open", { subject: `amendment:${other}` })).json().ballot;
    expect((await annul(ballot)).json().code).toBe("text-being-voted");
    await road.act(chair, "ballot.close", { ballot: open });
    expect((await annul(ballot)).json().code).toBe("text-being-voted");
    await road.act(chair, "ballot.conclude", { ballot: open });
    await road.act(chair, "amendment.notMoved", { amendments: [other] });
    await road.decide(`text:${text}`, ["for", "for", "for"]);
    expect((await annul(ballot)).json()).toMatchObject({ code: "wrong-state", detail: "text-concluded" });
    expect((await annul(await lastBallot())).json()).toMatchObject({ code: "wrong-state", detail: "ballot-decided" });
    expect(await title()).toBe("Nos communes ouvrent des maisons du peuple");
    await holds();
  });

  it(
    "AMD-66 whatever is submitted, decided and annulled, the tables of states are what the journal and the commits give",
    { timeout: 600_000 },
    async () => {
      const random = randomFrom(seeds([1]).at(-1) ?? 1);
      const pick = (most: number): number => Math.floor(random() * most);
      const words = ["Nos", "communes", "peuvent", "ouvrir", "maisons", "peuple"];
      const others = ["doivent", "foyers", "partout", "assemblées", "vivantes"];
      const open: string[] = [];
      const decided: string[] = [];
      const answers = new Set<string>();
      for (let turn = 0; turn < runs(14, 60, 8); turn += 1) {
        const kind = pick(10);
        const now = (await title())?.split(" ") ?? words;
        const [from, to] = [now[pick(now.length)] ?? "Nos", others[pick(others.length)] ?? "tous"];
        const who = road.three[pick(3)] ?? road.three[0];
        const id = open[pick(Math.max(1, open.length))];
        const ballot = decided[pick(Math.max(1, decided.length))];
        if (kind < 4 || id === undefined) {
          if (from !== to) open.push(await road.amend(text, who, from, pick(3) === 0 ? `${from} ${to}` : to));
        } else if (kind < 8) {
          const called = await road.assembly.act(chair, "amendment.call", { amendment: id });
          if (called.statusCode !== 200) continue;
          const choice = pick(4) === 0 ? "against" : "for";
          await road.decide(`amendment:${id}`, [choice, choice, choice]);
          decided.push(await lastBallot());
        } else if (ballot !== undefined) {
          answers.add((await annul(ballot)).json().code ?? "annulled");
        }
      }
      // One that something adopted since stands on, one that is annulled already.
      expect(["annulled", "not-adoptable", "wrong-state"]).toEqual(expect.arrayContaining([...answers]));
      await holds();
    },
  );
});
