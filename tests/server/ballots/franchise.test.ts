import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { recount } from "../../../scripts/recount.ts";
import { replayRecord } from "../../../scripts/verify-replay.ts";
import { checkRecord } from "../../../scripts/verify.ts";
import type { BallotStage, MyVote, NowView, ResultView, RollView } from "../../../shared/views/index.ts";
import { getPage } from "../../support/app.ts";
import { freshKey } from "../../support/open-ballot.ts";
import { openRoad, type Road } from "../../support/road.ts";
import { faultsOf } from "../../support/second-verifier.ts";

let road: Road;
beforeEach(async () => {
  road = await openRoad();
});
afterEach(async () => road[Symbol.asyncDispose]());

async function open(asked: object): Promise<string> {
  const body = { subject: "question", question: "Faut-il une suite ?", ...asked };
  const answer = await road.assembly.act(road.assembly.chair.cookie, "ballot.open", body);
  if (answer.statusCode !== 200) throw new Error(answer.body);
  return answer.json().ballot;
}

type Who = { readonly cookie: string; readonly delegation: string };
const cast = (ballot: string, { cookie, delegation }: Who, choice: string, voter?: string) => {
  const vote = { ballot, delegation, choice, requestKey: freshKey() };
  return road.assembly.act(cookie, "vote.cast", voter === undefined ? vote : { ...vote, voter });
};
const desk = (action: string, body: object) => road.assembly.act(road.assembly.organiser, action, body);
const mine = async ({ cookie }: Who, path = "/"): Promise<MyVote> => {
  const { moment } = await road.view<NowView>(path, cookie);
  if (moment.kind !== "ballot") throw new Error(moment.kind);
  return moment.card.mine;
};
const roll = (cookie?: string) => road.view<RollView>("/scrutins/1/emargement", cookie ?? road.assembly.chair.cookie);

/** Declared, exported, counted again, and the whole record verified by both verifiers. */
async function conclude(ballot: string): Promise<ResultView> {
  await road.act(road.assembly.chair.cookie, "ballot.conclude", { ballot });
  const { ballot: stage } = await road.view<{ ballot: BallotStage }>("/scrutins/1", road.assembly.chair.cookie);
  if (stage.stage !== "declared") throw new Error(stage.stage);
  const exported = await getPage(road.fresh.app, `/r/${road.assembly.slug}/scrutins/1.json`);
  expect(recount(exported.body).outcome).toBe(stage.result.result.outcome);
  const record = await road.record();
  replayRecord(checkRecord(record));
  expect(faultsOf(record)).toEqual([]);
  return stage.result;
}

describe("a ballot by delegate", () => {
  it("BAL-144 each mandated delegate who is there has one vote; two of a delegation say different things", async () => {
    const [first, second, third] = road.three;
    const grant = { role: "delegate", delegation: first.delegation } as const;
    const colleague = {
      ...(await road.assembly.seat("Malo", [grant], first.delegation)),
      delegation: first.delegation,
    };
    expect((await desk("person.leave", { participant: third.id })).json()).toMatchObject({ present: false });
    const ballot = await open({ voters: "delegate" });
    expect(await mine(third)).toMatchObject({ kind: "off-roll", off: { why: "away" } });
    expect(await mine(colleague)).toMatchObject({ kind: "voter", line: { voter: colleague.id, carried: false } });
    for (const [who, choice] of [
      [first, "for"],
      [colleague, "against"],
      [second, "for"],
    ] as const)
      expect((await cast(ballot, who, choice, who.id)).statusCode).toBe(200);
    expect((await cast(ballot, second, "for", first.id)).json()).toMatchObject({ code: "not-on-roll" });
    expect((await cast(ballot, second, "for")).json()).toMatchObject({ code: "not-on-roll" });
    expect((await cast(ballot, third, "for", third.id)).json()).toMatchObject({ code: "not-on-roll" });
    const { result, votes, absent } = await conclude(ballot);
    expect(result.figures).toMatchObject({ enrolled: 4, present: 3, tally: { for: 2, against: 1 } });
    expect(votes?.map(({ voter, choice }) => [voter, choice])).toContainEqual(["Malo (Brémont)", "against"]);
    expect(absent).toHaveLength(1);
    expect(await road.record()).not.toContain("Malo");
  });

  it("BAL-144 by person the roll is of those who are checked in", async () => {
    await desk("person.leave", { participant: road.three[2].id });
    const ballot = await open({ voters: "person" });
    for (const who of road.three.slice(0, 2)) await cast(ballot, who, "for", who.id);
    expect((await conclude(ballot)).result.figures).toMatchObject({ enrolled: 2, present: 2, voted: 2 });
  });
});

describe("a proxy", () => {
  it("BAL-145 is cast by who carries it, on a paper of its own, and counts as present", async () => {
    const [holder, other, giver] = road.three;
    expect((await desk("delegation.proxy", { delegation: giver.delegation, to: holder.delegation })).statusCode).toBe(
      200,
    );
    await desk("delegation.leave", { delegation: giver.delegation });
    const ballot = await open({ voters: "delegation proxies", rule: ">1/2 present" });
    expect(await mine(holder)).toMatchObject({
      line: { voter: holder.delegation, carried: false },
      others: [{ voter: giver.delegation, carried: true, voted: false }],
    });
    expect(await mine(holder, `/?pour=${encodeURIComponent(giver.delegation)}`)).toMatchObject({
      line: { voter: giver.delegation, carried: true },
    });
    expect(await mine(giver)).toMatchObject({ kind: "off-roll", off: { why: "represented", by: "Brémont" } });
    expect((await cast(ballot, other, "for", giver.delegation)).json()).toMatchObject({ code: "not-on-roll" });
    expect((await cast(ballot, giver, "for")).json()).toMatchObject({ code: "not-on-roll" });
    const carried = await cast(ballot, holder, "against", giver.delegation);
    expect(carried.json()).toMatchObject({ see: `/?${new URLSearchParams({ pour: giver.delegation }).toString()}` });
    await cast(ballot, holder, "for");
    await cast(ballot, other, "for");
    const lines = (await roll()).lines.map(({ name, presence, holder: by, mark }) => [name, presence, by, mark]);
    expect(lines).toEqual([
      ["Brémont", "present", null, "cast"],
      ["Kerloc’h", "present", null, "cast"],
      ["Orvelles", "represented", "Brémont", "cast"],
    ]);
    const { result, mine: own } = await conclude(ballot);
    expect(result).toMatchObject({
      outcome: "adopted",
      figures: { enrolled: 3, present: 3, tally: { for: 2, against: 1 } },
    });
    expect(own).toBeNull();
    const exported = await getPage(road.fresh.app, `/r/${road.assembly.slug}/scrutins/1.json`);
    expect(exported.json().votes.find((one: { voter: string }) => one.voter === giver.delegation)).toMatchObject({
      channel: "proxy",
      weight: 1,
    });
  });

  it("BAL-145 counts only where the ballot allows it; nobody carries three, nor their own", async () => {
    const [holder, , giver] = road.three;
    await desk("delegation.proxy", { delegation: giver.delegation, to: holder.delegation });
    expect((await desk("delegation.proxy", { delegation: holder.delegation, to: holder.delegation })).statusCode).toBe(
      400,
    );
    const more = [];
    for (const name of ["Tanneries", "Valbrune"]) more.push(await road.assembly.delegation(name, "admitted"));
    expect(
      (await desk("delegation.proxy", { delegation: more[0]?.delegation, to: holder.delegation })).statusCode,
    ).toBe(200);
    const third = await desk("delegation.proxy", { delegation: more[1]?.delegation, to: holder.delegation });
    expect(third.json()).toMatchObject({ code: "wrong-state", detail: "proxies-full" });
    await desk("delegation.leave", { delegation: giver.delegation });
    const ballot = await open({});
    expect((await cast(ballot, holder, "for", giver.delegation)).json()).toMatchObject({ code: "not-on-roll" });
    expect((await roll()).lines.map(({ presence }) => presence)).toEqual([
      "present",
      "present",
      "absent",
      "absent",
      "absent",
    ]);
  });
});

describe("votes by places", () => {
  it("BAL-146 a delegation says several things with its votes, all of them; another is told it is no vote", async () => {
    const [first, second] = road.three;
    const ballot = await open({ voters: "delegation delegates split" });
    expect(await mine(first)).toMatchObject({ line: { splits: 2 } });
    expect((await cast(ballot, first, "for*1,against*2")).json()).toMatchObject({ code: "unclear-vote" });
    const form = { ballot, delegation: first.delegation, requestKey: freshKey(), page: "/", replaces: "" };
    const asForm = await road.assembly.form(first.cookie, "vote.cast", {
      ...form,
      "part-for": "1",
      "part-against": "1",
    });
    expect(asForm.statusCode).toBe(303);
    expect(await mine(first)).toMatchObject({ cast: { choice: "for*1,against*1" } });
    await cast(ballot, second, "for");
    const { result, votes } = await conclude(ballot);
    expect(result).toMatchObject({ figures: { enrolled: 6, present: 6, voted: 4, tally: { for: 3, against: 1 } } });
    expect(votes).toContainEqual({ voter: "Brémont (1 voix)", choice: "against" });
    expect(votes).toContainEqual({ voter: "Kerloc’h (2 voix)", choice: "for" });
  });

  it("BAL-146 who votes by hand is entered by name, and one act still closes and proclaims", async () => {
    const [first, second] = road.three;
    await desk("delegation.votesBy", { delegation: second.delegation, by: "hands 1" });
    const ballot = await open({ voters: "delegation delegates" });
    await cast(ballot, first, "for");
    expect((await cast(ballot, second, "for")).json()).toMatchObject({ code: "voted-by-hand" });
    const entered = { ballot, voter: second.delegation, choice: "against", requestKey: freshKey() };
    expect((await road.assembly.act(road.assembly.teller.cookie, "vote.enter", entered)).statusCode).toBe(200);
    expect((await conclude(ballot)).result.figures).toMatchObject({ voted: 4, tally: { for: 2, against: 2 } });
  });

  it("BAL-143 what does not go together is refused, and nothing is prepared", async () => {
    const ask = (more: object) =>
      road.assembly.act(road.assembly.chair.cookie, "ballot.prepare", {
        subject: "question",
        question: "Quoi ?",
        ...more,
      });
    for (const more of [
      { voters: "delegation split" },
      { voters: "person proxies" },
      { voters: "delegates" },
      { voters: "delegation delegates split", secrecy: "secret" },
    ])
      expect((await ask(more)).json()).toMatchObject({ code: "malformed" });
    for (const voters of ["delegation delegates", "delegation proxies"])
      expect((await ask({ method: "evident", voters })).json()).toMatchObject({ code: "malformed" });
    expect((await ask({ voters: "delegate proxies" })).statusCode).toBe(200);
  });
});

describe("a ballot put again", () => {
  it("BAL-143 does not become secret where votes could be split", async () => {
    const ballot = await open({ voters: "delegation delegates split" });
    await cast(ballot, road.three[0], "for");
    await road.act(road.assembly.chair.cookie, "ballot.conclude", { ballot });
    await road.act(road.assembly.chair.cookie, "ballot.annul", { ballot, reason: "Mauvaise règle." });
    const again = { replaces: ballot, secrecy: "secret", unencrypted: "Nous le savons." };
    const refused = await road.assembly.act(road.assembly.chair.cookie, "ballot.open", again);
    expect(refused.json()).toMatchObject({ code: "malformed" });
    expect((await road.assembly.act(road.assembly.chair.cookie, "ballot.open", { replaces: ballot })).statusCode).toBe(
      200,
    );
  });
});

describe("the roll of a ballot", () => {
  it("BAL-147 says to all who has voted while it is open, never what, and nothing of a cancelled one", async () => {
    const [first] = road.three;
    const ballot = await open({});
    await cast(ballot, first, "against");
    const page = await getPage(road.fresh.app, `/r/${road.assembly.slug}/scrutins/1/emargement`);
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain("A voté");
    expect(page.body).not.toMatch(/against|receipt|Contre/u);
    const view = await roll();
    expect([view.turnout, view.lines.map(({ mark }) => mark)]).toEqual([
      { voted: 1, present: 3 },
      ["cast", "none", "none"],
    ]);
    await road.act(road.assembly.chair.cookie, "ballot.cancel", { ballot });
    const after = await getPage(road.fresh.app, `/r/${road.assembly.slug}/scrutins/1/emargement`);
    expect(after.statusCode).toBe(404);
  });
});
