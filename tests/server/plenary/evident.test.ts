import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { recount } from "../../../scripts/recount.ts";
import { checkRecord } from "../../../scripts/verify.ts";
import { replayRecord } from "../../../scripts/verify-replay.ts";
import type { AmendmentView, BallotView, ConsoleView, NowView } from "../../../shared/views/index.ts";
import { getPage } from "../../support/app.ts";
import { reseal, type RecordFile } from "../../support/forge.ts";
import { openRoad, type Road } from "../../support/road.ts";
import { faultsOf } from "../../support/second-verifier.ts";

let road: Road;
let chair: string;
beforeEach(async () => {
  road = await openRoad();
  chair = road.assembly.chair.cookie;
});
afterEach(async () => road[Symbol.asyncDispose]());

const act = (action: string, body: object) => road.assembly.act(chair, action, body);

async function open(body: object): Promise<{ ballot: string; number: number }> {
  const answer = await act("ballot.open", { method: "evident", ...body });
  if (answer.statusCode !== 200) throw new Error(answer.body);
  return answer.json();
}

/** An amendment, called. */
async function called(): Promise<{ text: string; amendment: string }> {
  const text = await road.table("Un titre");
  const amendment = await road.amend(text, road.three[0], "Un titre", "Un autre titre");
  await road.call(amendment);
  return { text, amendment };
}

const question = { subject: "question", question: "Faut-il une pause ?" };

describe("a majority that is evident", () => {
  it("BAL-160 takes no vote by phone nor at the table: hands are raised", async () => {
    const { ballot, number } = await open(question);
    const [{ cookie, delegation }] = road.three;
    const vote = { ballot, delegation, choice: "for", requestKey: "k" };
    for (const [who, action] of [
      [cookie, "vote.cast"],
      [road.assembly.teller.cookie, "vote.enter"],
    ] as const)
      expect((await road.assembly.act(who, action, vote)).json().code).toBe("voted-by-hand");
    const page = await getPage(road.fresh.app, `/r/${road.assembly.slug}/`, { cookie });
    expect(page.body).toContain("Levez la main");
    expect(page.body).not.toContain("vote.cast");
    expect((await road.view<NowView>("/", cookie)).moment).toMatchObject({ card: { facts: { number } } });
  });

  it.each([
    ["secret", { ...question, secrecy: "secret" }, "wrong-state"],
    ["by two thirds", { ...question, rule: ">=2/3 expressed" }, "wrong-state"],
    ["with a quorum", { ...question, rule: "simple quorum >=1/2 present" }, "wrong-state"],
    ["among options", { ...question, options: ["a", "b"] }, "malformed"],
  ])("BAL-161 is not asked %s", async (_, body, code) => {
    expect((await act("ballot.prepare", { method: "evident", ...body })).json().code).toBe(code);
  });

  it("BAL-161 is not asked of the whole of a text", async () => {
    const text = await road.table("Un titre");
    const asked = { subject: `text:${text}`, method: "evident", rule: "simple" };
    expect((await act("ballot.open", asked)).json().code).toBe("malformed");
  });

  it("BAL-162 is said by the chair alone, and closed by nothing else", async () => {
    const { ballot } = await open(question);
    for (const action of ["ballot.close", "ballot.conclude"])
      expect((await act(action, { ballot })).json()).toMatchObject({ code: "wrong-state", detail: "evident-awaited" });
    const { may } = await road.view<ConsoleView>("/tribune", chair);
    expect(may).toContain("ballot.seeEvident");
    for (const other of ["ballot.close", "ballot.closeAndConclude", "ballot.lastCall"])
      expect(may).not.toContain(other);
    const counted = (await act("ballot.conclude", { ballot, evident: "against" })).json();
    expect(counted).toMatchObject({ outcome: "rejected" });
  });

  it("BAL-162 no counted ballot is closed by what the chair sees", async () => {
    const { ballot } = (await act("ballot.open", question)).json();
    expect((await act("ballot.conclude", { ballot, evident: "for" })).json().code).toBe("malformed");
  });

  it("BAL-163 adopts an amendment through the same warrant as any ballot, and says no count anywhere", async () => {
    const { amendment, text } = await called();
    const { ballot, number } = await open({ subject: `amendment:${amendment}` });
    await road.act(chair, "ballot.conclude", { ballot, evident: "for" });
    const { ballot: stage } = await road.view<BallotView>(`/scrutins/${number}`);
    expect(stage).toMatchObject({
      stage: "declared",
      result: { result: { method: "evident", outcome: "adopted", figures: { enrolled: 3, present: 3 } } },
    });
    expect(await road.view<AmendmentView>("/amendements/1")).toMatchObject({
      amendment: { state: { state: "adopted", ballot: { number, tally: null } } },
    });
    const sheet = (await getPage(road.fresh.app, `/r/${road.assembly.slug}/scrutins/${number}`)).body;
    expect(stage).toMatchObject({ result: { silent: [], votes: null } });
    expect(sheet).toContain("Majorité évidente, constatée par la présidence");
    expect(sheet).not.toMatch(/\b0 (votes|bulletins)\b/u);
    const minutes = (await getPage(road.fresh.app, `/r/${road.assembly.slug}/proces-verbal`)).body;
    expect(minutes).toContain("la présidence constate une majorité évidente pour");
    expect((await road.view<{ text: { version: number } }>(`/textes/${text}`)).text.version).toBe(2);
  });

  it("BAL-164 its export recounts to what was said, and both verifiers accept its record", async () => {
    const { amendment } = await called();
    const { ballot, number } = await open({ subject: `amendment:${amendment}` });
    await road.act(chair, "ballot.conclude", { ballot, evident: "for" });
    const exported = (await getPage(road.fresh.app, `/r/${road.assembly.slug}/scrutins/${number}.json`)).body;
    expect(JSON.parse(exported)).toMatchObject({ method: "evident", evident: "for", votes: [] });
    expect(recount(exported)).toMatchObject({ outcome: "adopted", working: { turnout: { enrolled: 3, present: 3 } } });
    const record = await road.record();
    replayRecord(checkRecord(record));
    expect(faultsOf(record)).toEqual([]);
  });

  it.each([
    ["the side is another", String.raw`\"evident\":\"for\"`, String.raw`\"evident\":\"against\"`],
    ["the side is none", String.raw`\"evident\":\"for\"`, String.raw`\"evident\":\"both\"`],
    ["it was counted", String.raw`\"method\":\"evident\"`, String.raw`\"method\":\"yes-no\"`],
    ["its rule is another", String.raw`\"rule\":\"simple\"`, String.raw`\"rule\":\">=2/3 expressed\"`],
    ["its outcome is another", String.raw`\"outcome\":\"adopted\"`, String.raw`\"outcome\":\"rejected\"`],
  ])("BAL-164 both verifiers refuse it when %s", async (_, from, to) => {
    const { ballot } = await open(question);
    await road.act(chair, "ballot.conclude", { ballot, evident: "for" });
    const record = await road.record();
    expect(record).toContain(from);
    const forged: RecordFile = JSON.parse(record.replace(from, to));
    const content = JSON.stringify(reseal(forged));
    expect([accepted(content), faultsOf(content).length > 0]).toEqual([false, true]);
  });

  it("BAL-165 not evident: the ballot is cancelled with that reason, and the same is prepared to be counted", async () => {
    const { amendment } = await called();
    const { ballot, number } = await open({ subject: `amendment:${amendment}`, question: "On l’adopte ?" });
    await road.act(chair, "ballot.countInstead", { ballot });
    expect((await road.view<BallotView>(`/scrutins/${number}`)).ballot).toMatchObject({
      stage: "cancelled",
      reason: "La majorité n’est pas évidente\u202f: on compte.",
    });
    const { ballot: prepared } = await road.view<ConsoleView>("/tribune", chair);
    expect(prepared).toMatchObject({
      stage: "prepared",
      question: "On l’adopte\u202f?",
      asking: { method: "yes-no" },
      secrecy: "public",
    });
    const id = "id" in prepared ? prepared.id : "";
    const opened = (await act("ballot.open", { ballot: id })).json();
    const [{ cookie, delegation }] = road.three;
    await road.act(cookie, "vote.cast", { ballot: opened.ballot, delegation, choice: "for", requestKey: "k" });
    expect((await act("ballot.conclude", { ballot: opened.ballot })).json()).toMatchObject({ outcome: "adopted" });
  });

  it("BAL-165 what was prepared meanwhile for the same item makes room for it: one ballot is ready, no second", async () => {
    const { amendment } = await called();
    const subject = `amendment:${amendment}`;
    const { ballot } = await open({ subject });
    const meanwhile = (await act("ballot.prepare", { subject, rule: ">=2/3 expressed" })).json();
    const counted = (await act("ballot.countInstead", { ballot })).json();
    expect((await act("ballot.open", { ballot: meanwhile.ballot })).json().code).toBe("wrong-state");
    expect((await road.view<ConsoleView>("/tribune", chair)).ballot).toMatchObject({ id: counted.ballot });
    expect((await act("ballot.open", { ballot: counted.ballot })).statusCode).toBe(200);
  });

  it("BAL-165 only an open one that nobody counts is counted instead", async () => {
    const { ballot } = (await act("ballot.open", question)).json();
    expect((await act("ballot.countInstead", { ballot })).json().code).toBe("malformed");
    expect((await act("ballot.countInstead", { ballot: "none" })).json().code).toBe("not-found");
  });
});

function accepted(content: string): boolean {
  try {
    replayRecord(checkRecord(content));
    return true;
  } catch {
    return false;
  }
}
