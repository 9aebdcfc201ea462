import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { recount } from "../../../scripts/recount.ts";
import { getPage } from "../../support/app.ts";
import { freshKey } from "../../support/open-ballot.ts";
import { openRoad, type Road } from "../../support/road.ts";

let road: Road;
beforeEach(async () => {
  road = await openRoad();
});
afterEach(async () => road[Symbol.asyncDispose]());

const options = ["Commercy", "=SUM(A1) Saillans", "Kerloc’h"];

async function decide(asked: object, said: readonly string[]): Promise<void> {
  const answer = await road.assembly.act(road.assembly.chair.cookie, "ballot.open", {
    subject: "question",
    question: "Où se retrouver ?",
    ...asked,
  });
  if (answer.statusCode !== 200) throw new Error(answer.body);
  const { ballot } = answer.json();
  for (const [i, choice] of said.entries()) {
    const { cookie = "", delegation = "" } = road.three[i] ?? {};
    await road.act(cookie, "vote.cast", { ballot, delegation, choice, reason: "Trop cher.", requestKey: freshKey() });
  }
  await road.act(road.assembly.chair.cookie, "ballot.conclude", { ballot });
}

const file = (kind: string) => getPage(road.fresh.app, `/r/${road.assembly.slug}/scrutins/1.${kind}`);

const quorum = "simple quorum >=2/3 voted";
const secret = { secrecy: "secret", unencrypted: "Nous le savons." };
const profiles: readonly (readonly [object, readonly string[]])[] = [
  [{ method: "yes-no" }, ["for", "for", "against"]],
  [{ method: "yes-no", rule: ">=2/3 expressed quorum >=1/2 present" }, ["for", "against", "notTakingPart"]],
  [{ method: "choice", options }, ["2", "2", "1"]],
  [{ method: "choice", options, rule: ">1/2 cast" }, ["2", "abstention", "1"]],
  [{ method: "choice", options, rule: quorum }, ["2", "notTakingPart"]],
  [{ method: "choice", options, rule: quorum }, ["2"]],
  [{ method: "approval", options }, ["1,2", "2,3", "abstention"]],
  [{ method: "majority-judgment", options }, ["1:good,2:excellent", "1:veryGood", "abstention"]],
  [{ method: "majority-judgment", options }, ["abstention", "notTakingPart"]],
  [{ method: "schulze", options }, ["2>1=3", "3>2", "notTakingPart"]],
  [{ method: "schulze", options }, ["1>2", "2>1", "3"]],
  [{ method: "instant-runoff", options }, ["2>1", "3", "2"]],
  [{ method: "instant-runoff", options }, ["1", "2", "3"]],
  [{ method: "stv", options, seats: 2 }, ["2>1>3", "3>1", "abstention"]],
  [{ method: "temperature", options }, ["1", "3", "3"]],
  [{ method: "consent" }, ["consent", "reservation", "abstention"]],
  [{ method: "consent" }, ["consent", "objection", "notTakingPart"]],
  [{ method: "consent", rule: quorum }, ["consent", "notTakingPart"]],
  [{ ...secret, method: "yes-no" }, ["for", "against", "for"]],
  [{ ...secret, method: "schulze", options }, ["3>1", "2>1=3", "abstention"]],
];

describe("an exported ballot", () => {
  it.each(profiles)("BAL-110 %o told %o recounts to what the page shows", async (asked, said) => {
    await decide(asked, said);
    const exported = await file("json");
    expect(exported.statusCode).toBe(200);
    const recounted = recount(exported.body);
    const { ballot } = await road.view<{
      ballot: {
        result: {
          result: { outcome: string; answer?: { winners: readonly string[]; ranking: readonly (readonly string[])[] } };
        };
      };
    }>("/scrutins/1");
    const { outcome, answer } = ballot.result.result;
    const words = (one: string): string => options[Number(one) - 1] ?? one;
    expect(recounted.outcome).toBe(outcome);
    expect(recounted.winners).toEqual((answer?.winners ?? []).map(words));
    expect(recounted.ranking).toEqual((answer?.ranking ?? []).map((place) => place.map(words)));
    expect(JSON.parse(exported.body).votes).toHaveLength(said.length);
    const files = exported.body + (await file("csv")).body;
    const named = road.three.filter(({ delegation }) => files.includes(delegation));
    expect(named).toHaveLength("secrecy" in asked ? 0 : said.length);
  });

  it("BAL-110 names each voter with their delegation, weight and channel; there is none before declaring", async () => {
    const { delegation, cookie } = road.three[0];
    const opened = await road.assembly.act(road.assembly.chair.cookie, "ballot.open", {
      subject: "question",
      question: "Où ?",
      method: "choice",
      options,
    });
    const { ballot } = opened.json();
    await road.act(cookie, "vote.cast", { ballot, delegation, choice: "2", requestKey: freshKey() });
    expect([(await file("json")).statusCode, (await file("csv")).statusCode]).toEqual([404, 404]);
    await road.act(road.assembly.chair.cookie, "ballot.close", { ballot });
    expect([(await file("json")).statusCode, (await file("csv")).statusCode]).toEqual([404, 404]);
    await road.act(road.assembly.chair.cookie, "ballot.conclude", { ballot });
    expect((await file("json")).json()).toMatchObject({
      format: "cahier-ballot",
      version: 1,
      method: "choice",
      secrecy: "public",
      options,
      votes: [{ voter: delegation, delegation: "Brémont", weight: 1, channel: "phone", options: [options[1]] }],
    });
  });

  it("BAL-111 as a table holds nothing that a spreadsheet would run", async () => {
    await decide({ method: "schulze", options }, ["2>1", "notTakingPart"]);
    const { body, headers } = await file("csv");
    expect(headers["content-type"]).toContain("text/csv");
    expect(body.split("\r\n")).toEqual([
      '"Délégation","Voix","Canal","Réponse"',
      '"Brémont","1","téléphone","\'=SUM(A1) Saillans > Commercy"',
      '"Kerloc’h","1","téléphone","Ne prend pas part au vote"',
      "",
    ]);
  });
});
