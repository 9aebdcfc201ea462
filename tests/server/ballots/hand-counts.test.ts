import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { recount } from "../../../scripts/recount.ts";
import { replayRecord } from "../../../scripts/verify-replay.ts";
import { checkRecord } from "../../../scripts/verify.ts";
import { everyRowCount, type Seated } from "../../support/assembly.ts";
import { reseal, type RecordFile } from "../../support/forge.ts";
import { openRoad, type Road } from "../../support/road.ts";
import { openGreeted } from "../../support/socket.ts";
import { faultsOf } from "../../support/second-verifier.ts";

let road: Road;
let second: Seated;
/** By hand in zone 2, with the first of the road's three on the phone and the second on paper. */
let byHand: readonly string[];
beforeEach(async () => {
  road = await openRoad();
  second = await road.assembly.seat("Table 2", [{ role: "teller" }]);
  const hands = [
    await road.assembly.delegation("Tanneries"),
    await road.assembly.delegation("Sauvigny"),
    road.three[2],
  ];
  byHand = hands.map(({ delegation }) => delegation);
  for (const delegation of byHand) await desk(delegation, "hands 2");
  await desk(road.three[1].delegation, "paper 1");
});
afterEach(async () => road[Symbol.asyncDispose]());

const desk = (delegation: string, by: string) =>
  road.act(road.assembly.teller.cookie, "delegation.votesBy", { delegation, by });

async function opens(more: object = {}): Promise<{ ballot: string; number: number }> {
  const body = { subject: "question", question: "Se retrouver à Commercy ?", ...more };
  const answer = await road.assembly.act(road.assembly.chair.cookie, "ballot.open", body);
  if (answer.statusCode !== 200) throw new Error(answer.body);
  return answer.json();
}

const counts = (
  who: Seated,
  ballot: string,
  channel: "hands" | "paper",
  of: readonly number[],
  zone = channel === "hands" ? 2 : 1,
) => {
  const [inFavour = 0, against = 0, abstention = 0, notTakingPart = 0] = of;
  const tally = { for: inFavour, against, abstention, notTakingPart };
  return road.assembly.act(who.cookie, "vote.count", { ballot, channel, zone, ...tally });
};

const cast = (voter: number, ballot: string, action: "vote.cast" | "vote.enter" = "vote.cast") => {
  const who = road.three[voter];
  const by = action === "vote.cast" ? who?.cookie : road.assembly.teller.cookie;
  return road.assembly.act(by, action, { ballot, delegation: who?.delegation, choice: "for", requestKey: `k${voter}` });
};

interface CountsPage {
  readonly stations: readonly { readonly state: string; readonly mine: unknown; readonly others: readonly unknown[] }[];
}
const seen = async (who: Seated, number: number) =>
  (await road.view<CountsPage>(`/scrutins/${number}/mains`, who.cookie)).stations.map((one) => [
    one.state,
    one.mine !== null,
    one.others.length,
  ]);

describe("hands and papers on the real app", () => {
  it("BAL-131 BAL-134 two tellers count apart; what the other counted is shown when they differ, and to nobody else", async () => {
    const { ballot, number } = await opens();
    const { teller } = road.assembly;
    expect((await counts(teller, ballot, "hands", [3])).json()).toMatchObject({ state: "entered-once" });
    expect(await seen(teller, number)).toEqual([
      ["other-awaited", true, 0],
      ["awaited", false, 0],
    ]);
    expect(await seen(second, number)).toEqual([
      ["mine-awaited", false, 0],
      ["awaited", false, 0],
    ]);
    expect((await counts(second, ballot, "hands", [2, 1])).json()).toMatchObject({ state: "differing" });
    for (const who of [teller, second]) expect((await seen(who, number))[0]).toEqual(["differing", true, 1]);
    for (const page of ["/", `/scrutins/${number}`, "/tribune"])
      expect(JSON.stringify(await road.view(page, road.assembly.chair.cookie))).not.toMatch(/"against":1|"for":[23]/u);
    expect((await counts(teller, ballot, "hands", [2, 1])).json()).toMatchObject({ state: "agreed" });
    expect((await seen(second, number))[0]).toEqual(["agreed", true, 0]);
    expect(await road.view(`/scrutins/${number}`)).toMatchObject({
      ballot: { card: { turnout: { voted: 3, present: 5 } } },
    });
  });

  it("BAL-194 a vote by phone after a zone was counted tells all that have voted, those of the zone too", async () => {
    const { ballot } = await opens();
    const page = await openGreeted(road.fresh.app, { slug: road.assembly.slug });
    await counts(road.assembly.teller, ballot, "hands", [2, 1]);
    await counts(second, ballot, "hands", [2, 1]);
    const tells = (voted: (count: number) => boolean) =>
      page.until((message) => message.type === "turnout" && voted(message.voted));
    await tells((count) => count === 3);
    page.clear();
    expect((await cast(0, ballot)).statusCode).toBe(200);
    expect(await tells((count) => count !== 3)).toMatchObject({ voted: 4, present: 5 });
  });

  it("BAL-130 BAL-132 what is not counted there is refused, and nothing is written", async () => {
    const { ballot } = await opens();
    const { teller } = road.assembly;
    const before = await everyRowCount(road.fresh);
    for (const [answer, code] of [
      [await counts(teller, ballot, "hands", [4]), "count-too-large"],
      [await counts(teller, ballot, "hands", [1], 1), "not-found"],
      [await counts(teller, ballot, "hands", [-1]), "malformed"],
      [await counts(teller, "none", "hands", [1]), "not-found"],
      [await cast(2, ballot), "voted-by-hand"],
      [await cast(1, ballot, "vote.enter"), "voted-by-hand"],
    ] as const)
      expect(answer.json().code).toBe(code);
    expect(await everyRowCount(road.fresh)).toEqual(before);
  });

  it("BAL-130 in a ballot by ranking or a secret one, the table enters who has no phone, by name", async () => {
    const options = ["Commercy", "Saillans"];
    const ranked = await opens({ method: "schulze", options });
    const choice = { ballot: ranked.ballot, delegation: road.three[1].delegation, choice: "1", requestKey: "r" };
    expect((await road.assembly.act(road.three[1].cookie, "vote.cast", choice)).json().code).toBe("voted-by-hand");
    const entered = await road.assembly.act(road.assembly.teller.cookie, "vote.enter", choice);
    expect(entered.statusCode).toBe(200);
    expect(await road.view(`/scrutins/${ranked.number}/mains`, second.cookie)).toMatchObject({ stations: [] });
  });

  it("BAL-137 papers are printed with the ballot's code, as many as vote without a phone or as asked", async () => {
    const { number } = await opens();
    const page = async (query = "", who = road.assembly.teller.cookie) =>
      (
        await road.fresh.app.inject({
          url: `/r/${road.assembly.slug}/scrutins/${number}/bulletins${query}`,
          headers: { cookie: who },
        })
      ).body;
    const papers = async (query?: string) => ((await page(query)).match(/class="card paper"/gu) ?? []).length;
    expect([await papers(), await papers("?n=3"), await papers("?n=999"), await papers("?n=x")]).toEqual([
      8, 3, 480, 8,
    ]);
    const { code } = (
      await road.view<{ facts: { code: string } }>(`/scrutins/${number}/bulletins`, road.assembly.chair.cookie)
    ).facts;
    expect(await page()).toContain(code);
    expect(await page("", road.three[0].cookie)).not.toContain(`class="card paper"`);
  });

  it("BAL-133 BAL-135 closes once all is counted alike; record and export recount to one result, each channel named", async () => {
    const { ballot, number } = await opens();
    const { teller, chair } = road.assembly;
    expect((await cast(0, ballot)).statusCode).toBe(200);
    for (const who of [teller, second]) await counts(who, ballot, "hands", [2, 1]);
    await counts(second, ballot, "paper", [0, 0, 1]);
    const tooEarly = await road.assembly.act(chair.cookie, "ballot.close", { ballot });
    expect(tooEarly.json()).toMatchObject({ code: "wrong-state", detail: "hands-to-enter" });
    await counts(teller, ballot, "paper", [0, 0, 1]);
    const both = await road.assembly.act(chair.cookie, "ballot.conclude", { ballot });
    expect(both.json().code).toBe("wrong-state");
    await road.act(chair.cookie, "ballot.close", { ballot });
    expect((await counts(teller, ballot, "paper", [1])).json().code).toBe("ballot-closed");
    await road.act(chair.cookie, "ballot.conclude", { ballot });

    expect(await road.view(`/scrutins/${number}`)).toMatchObject({
      ballot: {
        result: {
          result: { outcome: "adopted", figures: { tally: { for: 3, against: 1, abstention: 1, notTakingPart: 0 } } },
          counts: [
            { channel: "hands", zone: 2 },
            { channel: "paper", zone: 1 },
          ],
          silent: [],
          votes: [{ choice: "for" }],
        },
      },
    });
    const exported = await road.fresh.app.inject(`/r/${road.assembly.slug}/scrutins/${number}.json`);
    expect(exported.json().votes).toContainEqual({ channel: "hands", zone: "2", count: 2, choice: "for" });
    expect(recount(exported.body)).toMatchObject({ outcome: "adopted" });
    const table = await road.fresh.app.inject(`/r/${road.assembly.slug}/scrutins/${number}.csv`);
    expect(table.body).toContain("zone 2");

    const record = await road.record();
    expect(() => replayRecord(checkRecord(record))).not.toThrow();
    expect(faultsOf(record)).toEqual([]);
    const spoils: readonly (readonly [from: RegExp, to: string])[] = [
      [
        /\\"against\\":1,\\"for\\":2,\\"notTakingPart\\":0\},\\"zone\\":2/u,
        String.raw`\"against\":0,\"for\":3,\"notTakingPart\":0},\"zone\":2`,
      ],
      [
        /\\"against\\":1,\\"for\\":2,\\"notTakingPart\\":0\},\\"zone\\":2/u,
        String.raw`\"against\":2,\"for\":2,\"notTakingPart\":0},\"zone\":2`,
      ],
      [/,\{\\"channel\\":\\"paper\\",\\"tally\\"[^}]*\},\\"zone\\":1\}/u, ""],
      [/(,\{\\"channel\\":\\"paper\\",\\"tally\\"[^}]*\},\\"zone\\":1\})/u, "$1$1"],
      [/\\"mark\\":\\"counted\\"/u, String.raw`\"mark\":\"none\"`],
    ];
    for (const [from, to] of spoils) {
      const spoilt = record.replace(from, to);
      expect(spoilt).not.toBe(record);
      const forged: RecordFile = JSON.parse(spoilt);
      const sealed = JSON.stringify(reseal(forged));
      expect(() => checkRecord(sealed)).toThrow(/zone|recomptée|marque/u);
      expect(faultsOf(sealed)).not.toEqual([]);
    }
  });
});
