import { afterEach, beforeEach, describe, expect, it } from "vitest";

import type { ConsoleView } from "../../../shared/views/index.ts";
import { getPage } from "../../support/app.ts";
import { openRoad, type Road } from "../../support/road.ts";

let road: Road;
beforeEach(async () => {
  road = await openRoad();
});
afterEach(async () => road[Symbol.asyncDispose]());

const options = ["Commercy", "Saillans", "Kerloc’h"];

async function decide(asked: object, said: readonly string[]): Promise<void> {
  const chair = road.assembly.chair.cookie;
  const body = { subject: "question", question: "Qui parlera pour nous ?", options, ...asked };
  const { ballot } = (await road.assembly.act(chair, "ballot.open", body)).json();
  for (const [i, choice] of said.entries()) {
    const { cookie = "", delegation = "" } = road.three[i] ?? {};
    await road.act(cookie, "vote.cast", { ballot, delegation, choice, requestKey: `${ballot}${i}` });
  }
  await road.act(chair, "ballot.conclude", { ballot });
}

describe("a tie that the method does not settle", () => {
  it.each([
    [{ method: "instant-runoff" }, ["1>2", "2>1", "3"], options, {}],
    [{ method: "stv", seats: 2 }, ["1", "1"], ["Saillans", "Kerloc’h"], { seats: 1 }],
    [{ method: "schulze" }, ["1>2", "2>1"], ["Commercy", "Saillans"], {}],
  ])(
    "BAL-171 of %o: the console offers the next ballot, filled in, and it is prepared as offered",
    async (asked, said, left, more) => {
      await decide(asked, said);
      const chair = road.assembly.chair.cookie;
      const { next } = await road.view<ConsoleView>("/tribune", chair);
      expect(next).toMatchObject({
        kind: "tie",
        question: expect.stringMatching(/suite du scrutin.1, à égalité/u),
        options: left,
        asking: { method: asked.method, options: left.length, ...more },
      });
      const form = {
        page: "/tribune",
        subject: "question",
        question: next?.question ?? "",
        options: left.join("\n"),
        majority: "simple",
        quorum: "",
        secrecy: "public",
        method: asked.method,
        ...("seats" in more ? { seats: String(more.seats) } : {}),
      };
      expect((await road.assembly.form(chair, "ballot.prepare", form)).statusCode).toBe(303);
      expect((await road.view<ConsoleView>("/tribune", chair)).ballot).toMatchObject({
        stage: "prepared",
        options: left,
      });
    },
  );

  it("BAL-172 its page says which options are tied, and at which round", async () => {
    await decide({ method: "instant-runoff" }, ["1>2", "2>1"]);
    const page = await getPage(road.fresh.app, `/r/${road.assembly.slug}/scrutins/1`);
    expect(page.body).toMatch(/Tour 2 · À égalité pour la dernière place\u202f: Commercy et Saillans/u);
  });
});
