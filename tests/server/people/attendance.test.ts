import { afterEach, beforeEach, describe, expect, it } from "vitest";

import type { DelegationDeskView, NowView, RollView } from "../../../shared/views/index.ts";
import { openRoad, type Road } from "../../support/road.ts";

let road: Road;
beforeEach(async () => {
  road = await openRoad();
});
afterEach(async () => road[Symbol.asyncDispose]());

const desk = (action: string, body: object) => road.assembly.act(road.assembly.organiser, action, body);
const sheet = (delegation: string) =>
  road.view<DelegationDeskView>(`/accueil/${encodeURIComponent(delegation)}`, road.assembly.organiser);
const acts = async (): Promise<readonly string[]> =>
  JSON.parse(await road.record()).entries.map((entry: { body: string }) => JSON.parse(entry.body).act);

const ask = async (more: object = {}): Promise<string> =>
  (
    await road.assembly.act(road.assembly.chair.cookie, "ballot.open", {
      subject: "question",
      question: "Quoi ?",
      ...more,
    })
  ).json().ballot;

describe("who is there", () => {
  it("BAL-148 with the first delegate the delegation is there, with the last it is not", async () => {
    const { id, delegation } = road.three[0];
    const grant = { role: "delegate", delegation } as const;
    const { id: colleague } = await road.assembly.seat("Malo", [grant], delegation);
    await desk("person.leave", { participant: id });
    expect((await sheet(delegation)).line.state).toBe("present");
    await desk("person.leave", { participant: colleague });
    expect((await sheet(delegation)).line.state).toBe("absent");
    await desk("person.arrive", { participant: colleague });
    const { line, delegates } = await sheet(delegation);
    expect([line.state, delegates.map(({ checkedIn }) => checkedIn)]).toEqual(["present", [false, true]]);
    expect((await acts()).slice(-2)).toEqual(["delegation.left", "delegation.arrived"]);
  });

  it("BAL-148 the delegation's own button marks all of them", async () => {
    const { delegation } = road.three[0];
    for (const [action, there] of [
      ["delegation.leave", false],
      ["delegation.arrive", true],
    ] as const) {
      await desk(action, { delegation });
      expect((await sheet(delegation)).delegates.map(({ checkedIn }) => checkedIn)).toEqual([there]);
    }
  });

  it("BAL-148 a mandate passes to another person of the delegation, who votes then; the journal says so", async () => {
    const { id, cookie, delegation } = road.three[0];
    const observer = await road.assembly.seat("Malo", [{ role: "observer", delegation }], delegation);
    const stranger = road.three[1].id;
    expect((await desk("person.alternate", { participant: id, alternate: stranger })).statusCode).toBe(404);
    expect((await desk("person.alternate", { participant: id, alternate: observer.id })).statusCode).toBe(200);
    expect((await desk("person.alternate", { participant: id, alternate: observer.id })).statusCode).toBe(404);
    expect((await acts()).slice(-2)).toEqual(["role.revoked", "role.granted"]);
    const ballot = await ask();
    const vote = { ballot, delegation, choice: "for", requestKey: "k" };
    expect((await road.assembly.act(cookie, "vote.cast", vote)).statusCode).toBe(403);
    expect((await road.assembly.act(observer.cookie, "vote.cast", vote)).statusCode).toBe(200);
  });

  it("BAL-148 who votes by delegate hands the mandate over after the ballot, and is still called by their name in it", async () => {
    const { id, cookie, delegation } = road.three[0];
    const observer = await road.assembly.seat("Malo", [{ role: "observer", delegation }], delegation);
    const ballot = await ask({ voters: "delegate" });
    const handOver = () => desk("person.alternate", { participant: id, alternate: observer.id });
    expect((await handOver()).json().code).toBe("ballot-open");
    await road.act(cookie, "vote.cast", { ballot, delegation, voter: id, choice: "for", requestKey: "k" });
    await road.act(road.assembly.chair.cookie, "ballot.conclude", { ballot });
    expect((await handOver()).statusCode).toBe(200);
    const { lines } = await road.view<RollView>("/scrutins/1/emargement", road.assembly.organiser);
    expect(lines.map(({ name, mark }) => [name, mark])).toContainEqual(["Mandat Brémont (Brémont)", "cast"]);
  });

  it("BAL-148 the proxies that were given to a mandate pass with it", async () => {
    const [holder, giver] = road.three;
    const grant = { role: "observer", delegation: holder.delegation } as const;
    const observer = await road.assembly.seat("Malo", [grant], holder.delegation);
    await desk("person.proxy", { participant: giver.id, to: holder.id });
    await desk("person.alternate", { participant: holder.id, alternate: observer.id });
    await desk("person.leave", { participant: giver.id });
    expect((await sheet(giver.delegation)).delegates).toMatchObject([{ participant: giver.id, proxy: observer.id }]);
    await ask({ voters: "delegate proxies" });
    const { lines } = await road.view<RollView>("/scrutins/1/emargement", road.assembly.organiser);
    expect(lines.find(({ voter }) => voter === giver.id)).toMatchObject({ holder: "Malo (Brémont)" });
  });

  it("BAL-149 its own delegates read a delegation's mandate where they vote, and nobody else", async () => {
    const [own, other] = road.three;
    const note = "Les articles 2 et 3";
    await desk("delegation.mandate", { delegation: own.delegation, kind: "points", note });
    await ask();
    const seen = async (cookie: string) => JSON.stringify(await road.view<NowView>("/", cookie));
    expect(await seen(own.cookie)).toContain(note);
    expect(await seen(other.cookie)).not.toContain(note);
    expect(await road.record()).not.toContain(note);
    await desk("delegation.mandate", { delegation: own.delegation, kind: "" });
    expect((await sheet(own.delegation)).mandate).toBeNull();
  });
});
