import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { recount } from "../../../scripts/recount.ts";
import { replayRecord } from "../../../scripts/verify-replay.ts";
import { checkRecord } from "../../../scripts/verify.ts";
import type { BallotView, ConsoleView, NowView, ScreenView } from "../../../shared/views/index.ts";
import { getPage } from "../../support/app.ts";
import { freshKey } from "../../support/open-ballot.ts";
import { openRoad, type Road } from "../../support/road.ts";
import { faultsOf } from "../../support/second-verifier.ts";

let road: Road;
let chair: string;
beforeEach(async () => {
  road = await openRoad();
  chair = road.assembly.chair.cookie;
});
afterEach(async () => road[Symbol.asyncDispose]());

const act = (name: string, body: object) => road.assembly.act(chair, name, body);
/** What a page says, every blank being one. */
const html = async (path: string, cookie?: string) =>
  (await getPage(road.fresh.app, `/r/${road.assembly.slug}${path}`, { cookie })).body.replace(/[\u00A0\u202F]/gu, " ");
const page = (number: number) => road.view<BallotView>(`/scrutins/${number}`);
const tribune = () => road.view<ConsoleView>("/tribune", chair);

async function open(body: object): Promise<string> {
  const answer = await act("ballot.open", body);
  if (answer.statusCode !== 200) throw new Error(answer.body);
  return answer.json().ballot;
}

async function vote(ballot: string, said: readonly string[]): Promise<void> {
  for (const [i, choice] of said.entries()) {
    const { cookie = "", delegation = "" } = road.three[i] ?? {};
    await road.act(cookie, "vote.cast", { ballot, delegation, choice, requestKey: freshKey() });
  }
}

const options = ["Commercy", "Saint-Nazaire", "Montreuil"];
const question = { subject: "question", question: "Où se retrouver ?", method: "choice", options };

/** A question whose result was declared. */
async function decided(said = ["2", "2", "1"], more: object = {}): Promise<string> {
  const ballot = await open({ ...question, ...more });
  await vote(ballot, said);
  await road.act(chair, "ballot.conclude", { ballot });
  return ballot;
}

const reason = "La majorité lue n’était pas la bonne";
/** The first verifier accepts the record; the second too, which counts for and against alone. */
const checks = async (asked: "options" | "sides" = "options"): Promise<void> => {
  const record = await road.record();
  expect(() => replayRecord(checkRecord(record))).not.toThrow();
  if (asked === "sides") expect(faultsOf(record)).toEqual([]);
};

describe("annulling a ballot", () => {
  it("BAL-25 BAL-27 a question's result is annulled: page, now, screen, minutes, exports say so and why, the record keeps its votes", async () => {
    const ballot = await decided();
    expect((await act("ballot.annul", { ballot, reason })).json()).toMatchObject({ number: 1 });
    const annulled = { stage: "annulled", reason, declared: true, replacedBy: null };
    expect((await page(1)).ballot).toMatchObject({ ...annulled, result: { votes: [{}, {}, {}] } });
    expect(await road.view<NowView>("/")).toMatchObject({ moment: { kind: "result", stage: annulled } });
    expect(await road.view<ScreenView>("/ecran")).toMatchObject({ scene: { kind: "result", stage: annulled } });
    for (const path of ["/scrutins/1", "/", "/ecran", "/proces-verbal"]) {
      const read = await html(path);
      expect(read).toContain("Annulé");
      expect(read).toContain(reason);
      expect(read).toMatch(/<s[ >].*Option retenue : Saint-Nazaire.*<\/s>/su);
    }
    const json = JSON.parse(await html("/scrutins/1.json"));
    expect(json).toMatchObject({ annulled: { reason } });
    expect(recount(JSON.stringify(json))).toMatchObject({ outcome: "elected", annulled: true });
    const [head = "", ...lines] = (await html("/scrutins/1.csv")).trimEnd().split("\r\n");
    expect(head).toMatch(/,"Scrutin"$/u);
    expect(lines).toHaveLength(3);
    for (const line of lines) expect(line).toMatch(/,"Annulé"$/u);
    expect(checkRecord(await road.record()).votes).toBe(3);
    await checks();
  });

  it("BAL-26 it is put to the vote again as it was, and each page leads to the other", async () => {
    const ballot = await decided(["2", "2", "1"], { rule: ">=2/3 expressed quorum >=1/2 present" });
    await act("ballot.annul", { ballot, reason });
    expect((await tribune()).may).toContain("ballot.again");
    await vote(await open({ replaces: ballot }), ["3", "3", "3"]);
    expect((await page(2)).ballot).toMatchObject({ stage: "open", card: { facts: { replaces: 1, options } } });
    expect(await html("/scrutins/2")).toContain("Remplace le scrutin 1, annulé");
    expect((await page(1)).ballot).toMatchObject({ replacedBy: 2 });
    const { ballot: before } = await page(1);
    const after = (await page(2)).ballot;
    if (before.stage !== "annulled" || after.stage !== "open") throw new Error("1 is annulled, 2 is open");
    const { question, asking, rule, secrecy, subject } = before.result.facts;
    expect(after.card.facts).toMatchObject({ question, asking, rule, secrecy, subject });
    const { id } = after.card.facts;
    await road.act(chair, "ballot.conclude", { ballot: id });
    expect(await html("/scrutins/1")).toMatch(/href="[^"]*\/scrutins\/2">Remplacé par le scrutin 2</u);
    expect(await html("/scrutins/2")).toMatch(/href="[^"]*\/scrutins\/1">Remplace le scrutin 1, annulé</u);
    const minutes = await html("/proces-verbal");
    expect(minutes).toContain("Il remplace le scrutin 1, annulé.");
    expect(minutes).toContain("Le scrutin 1 est annulé : il ne compte plus.");
    expect(JSON.parse(await html("/scrutins/2.json"))).toMatchObject({ replaces: 1 });
    expect(JSON.parse(await html("/scrutins/1.json"))).toMatchObject({ annulled: { replacedBy: 2 } });
    await checks();
  });

  it("BAL-26 the chair may set another rule; one ballot alone takes the place, until it is cancelled", async () => {
    const ballot = await decided();
    expect((await act("ballot.open", { replaces: ballot })).json().detail).toBe("ballot-not-annulled");
    await act("ballot.annul", { ballot, reason });
    const first = await open({ replaces: ballot, rule: ">=2/3 expressed", secrecy: "public" });
    expect((await page(2)).ballot).toMatchObject({
      card: { facts: { rule: { majority: { kind: "fraction", base: "expressed" } } } },
    });
    expect((await act("ballot.open", { replaces: ballot })).json().code).toBe("wrong-state");
    await road.act(chair, "ballot.cancel", { ballot: first });
    const second = await open({ replaces: ballot });
    await road.act(chair, "ballot.conclude", { ballot: second });
    expect((await act("ballot.open", { replaces: ballot })).json().detail).toBe("ballot-replaced");
    expect((await page(1)).ballot).toMatchObject({ replacedBy: 3 });
    // What came in its place can be annulled in turn.
    await road.act(chair, "ballot.annul", { ballot: second, reason });
    await open({ replaces: second });
    await checks();
  });

  it("BAL-25 an amendment's count that was not proclaimed is annulled; it stays called, and is put again", async () => {
    const text = await road.table("Nos communes peuvent ouvrir des maisons du peuple");
    const amendment = await road.amend(text, road.three[0], "peuvent ouvrir", "ouvrent");
    await road.call(amendment);
    const ballot = await open({ subject: `amendment:${amendment}` });
    await vote(ballot, ["against", "against", "for"]);
    await road.act(chair, "ballot.close", { ballot });
    expect((await tribune()).may).toContain("ballot.annul");
    await road.act(chair, "ballot.annul", { ballot, reason });
    const { may, lastAnnulled, subject } = await tribune();
    expect(may).toContain("ballot.again");
    expect(may).toContain("amendment.reserve");
    expect(may).not.toContain("ballot.open");
    expect([lastAnnulled?.declared, subject.kind]).toEqual([false, "amendment"]);
    expect((await act("ballot.conclude", { ballot })).json().code).toBe("wrong-state");
    const again = await open({ replaces: ballot });
    await vote(again, ["for", "for", "for"]);
    expect((await act("ballot.conclude", { ballot: again })).json()).toMatchObject({ outcome: "adopted" });
    expect(await html(`/textes/${text}`)).toContain("ouvrent");
    const sheet = await html("/amendements/1");
    expect(sheet).toContain(">Scrutin 1, annulé</a>");
    expect(sheet).toContain(">Scrutin 2</a>");
    await checks("sides");
  });

  it("BAL-25 without result an amendment's ballot is annulled after it was declared; a text's too", async () => {
    const text = await road.table("Nos communes");
    for (const [number, said] of [
      ["1", []],
      ["2", ["abstention"]],
    ] as const) {
      const ballot = await open({ subject: `text:${text}` });
      await vote(ballot, said);
      await road.act(chair, "ballot.conclude", { ballot });
      expect((await tribune()).may).toContain("ballot.annul");
      await road.act(chair, "ballot.annul", { ballot, reason });
      expect((await page(Number(number))).ballot.stage).toBe("annulled");
    }
    await checks("sides");
  });

  it("BAL-25 it takes a reason, a ballot that is closed, and the chair; nothing is written else", async () => {
    const ballot = await open(question);
    expect((await act("ballot.annul", { ballot, reason })).json().detail).toBe("ballot-open");
    await road.act(chair, "ballot.conclude", { ballot });
    for (const body of [{ ballot }, { ballot, reason: "" }, { ballot, reason: "  " }])
      expect((await act("ballot.annul", body)).json().code).toBe("malformed");
    expect((await act("ballot.annul", { ballot: "none", reason })).statusCode).toBe(404);
    const secretary = await road.assembly.seat("Secrétariat", [{ role: "secretary" }]);
    expect((await road.assembly.act(secretary.cookie, "ballot.annul", { ballot, reason })).statusCode).toBe(403);
    expect((await page(1)).ballot.stage).toBe("declared");
  });

  it("BAL-25 BAL-26 both are plain forms", async () => {
    const ballot = await decided();
    const shown = () => html("/tribune", chair);
    expect(await shown()).toContain("Annuler le scrutin 1");
    const send = (name: string, fields: Record<string, string>) =>
      road.assembly.form(chair, name, { ...fields, page: "/tribune" });
    expect((await send("ballot.annul", { ballot, reason })).statusCode).toBe(303);
    expect(await shown()).toContain("Voter de nouveau");
    const again = { replaces: ballot, majority: ">=2/3 expressed", quorum: ">=1/2 voted", secrecy: "public" };
    expect((await send("ballot.open", again)).statusCode).toBe(303);
    expect((await page(2)).ballot).toMatchObject({
      card: { facts: { replaces: 1, rule: { quorum: { of: "voted" } } } },
    });
  });

  it("BAL-25 BAL-27 of a secret ballot the choices are shown with no name, annulled; it is voted secretly again", async () => {
    const confirmed = { secrecy: "secret", unencrypted: "Nous le savons." };
    const ballot = await decided(["2", "2", "1"], confirmed);
    await road.act(chair, "ballot.annul", { ballot, reason });
    expect((await page(1)).ballot).toMatchObject({ stage: "annulled", result: { votes: null } });
    expect(JSON.parse(await html("/scrutins/1.json")).votes).toHaveLength(3);
    expect((await act("ballot.open", { replaces: ballot })).json().code).toBe("wrong-state");
    await open({ replaces: ballot, unencrypted: "Nous le savons." });
    expect((await page(2)).ballot).toMatchObject({ card: { facts: { secrecy: "secret", replaces: 1 } } });
    await checks();
  });
});
