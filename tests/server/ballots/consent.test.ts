import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { checkRecord } from "../../../scripts/verify.ts";
import { replayRecord } from "../../../scripts/verify-replay.ts";
import { ok } from "../../../shared/refusals.ts";
import type { BallotView, ConsoleView, MinutesView, NowView, ScreenView } from "../../../shared/views/index.ts";
import { getPage } from "../../support/app.ts";
import { openRoad, type Road } from "../../support/road.ts";
import { faultsOf } from "../../support/second-verifier.ts";

let road: Road;
let chair: string;
beforeEach(async () => {
  road = await openRoad();
  chair = road.assembly.chair.cookie;
});
afterEach(async () => road[Symbol.asyncDispose]());

const proposal = { subject: "question", question: "Consentez-vous à la caisse commune ?", method: "consent" };

async function open(): Promise<{ ballot: string; number: number }> {
  const answer = await road.assembly.act(chair, "ballot.open", proposal);
  if (answer.statusCode !== 200) throw new Error(answer.body);
  return answer.json();
}

const vote = (voter: number, ballot: string, said: object) => {
  const who = road.three[voter];
  return road.assembly.act(who?.cookie, "vote.cast", { ballot, delegation: who?.delegation, ...said });
};

/** One consents, one has a reservation, one objects; declared. */
async function withReasons(): Promise<number> {
  const { ballot, number } = await open();
  await vote(0, ballot, { choice: "consent", requestKey: "k0" });
  await vote(1, ballot, { choice: "reservation", reason: "À revoir dans un an.", requestKey: "k1" });
  await vote(2, ballot, { choice: "objection", reason: "Nous ne pouvons pas payer.", requestKey: "k2" });
  await road.act(chair, "ballot.conclude", { ballot });
  return number;
}

const stated = [
  { said: "objection", delegation: "Orvelles", reason: { words: "Nous ne pouvons pas payer." } },
  { said: "reservation", delegation: "Kerloc’h", reason: { words: "À revoir dans un an." } },
];

describe("a round of consent", () => {
  it("BAL-150 refuses an objection without its reason, writes nothing, and gives the paper back filled in", async () => {
    const { ballot } = await open();
    const refused = await vote(0, ballot, { choice: "objection", reason: "  ", requestKey: "k" });
    expect([refused.statusCode, refused.json().code]).toEqual([400, "reason-needed"]);
    const { delegation, cookie } = road.three[0];
    const form = await road.assembly.form(cookie, "vote.cast", {
      page: "/",
      ballot,
      delegation,
      requestKey: "k",
      choice: "objection",
      "reason-objection": "",
      "reason-reservation": "Ce que j’avais écrit.",
    });
    expect(form.statusCode).toBe(400);
    expect(form.body).toContain("Une objection se dit avec sa raison");
    expect(form.body).toMatch(/value="objection"[^>]*\schecked/u);
    expect(form.body).toContain("Ce que j’avais écrit.</textarea>");
    expect(await road.view<NowView>("/", cookie)).toMatchObject({ moment: { card: { turnout: { voted: 0 } } } });
  });

  it("BAL-151 keeps the words beside: the same key with the same words is one vote, with others it is refused", async () => {
    const { ballot } = await open();
    const said = { choice: "objection", reason: "Trop cher.", requestKey: "k" };
    const first = (await vote(0, ballot, said)).json();
    expect((await vote(0, ballot, said)).json()).toEqual({ ...first, kind: "repeated" });
    expect((await vote(0, ballot, { ...said, reason: "Trop tôt." })).json().code).toBe("request-key-reused");
    const rows = await road.fresh.storage.read(async ({ db, tables: { words } }) =>
      db.select({ text: words.text }).from(words).where(eq(words.kind, "reason")),
    );
    expect(rows).toEqual([{ text: "Trop cher." }]);
    const mine = await road.view<NowView>("/", road.three[0].cookie);
    expect(mine).toMatchObject({ moment: { card: { mine: { cast: { reason: "Trop cher." } } } } });
    expect(JSON.stringify(await road.view("/", road.three[1].cookie))).not.toContain("Trop cher.");
  });

  it("BAL-151 a form that is to be confirmed brings its reason along", async () => {
    const { ballot } = await open();
    const { delegation } = road.three[0];
    const grant = { role: "delegate", delegation } as const;
    const second = await road.assembly.seat("Deuxième", [grant], delegation);
    await vote(0, ballot, { choice: "consent", requestKey: "k" });
    const paper = {
      page: "/",
      ballot,
      delegation,
      requestKey: "k2",
      choice: "objection",
      "reason-objection": "Non & non.",
    };
    const sent = await road.assembly.form(second.cookie, "vote.cast", paper);
    expect(sent.statusCode).toBe(303);
    const page = await getPage(road.fresh.app, String(sent.headers.location), { cookie: second.cookie });
    expect(page.body).toContain('name="reason" value="Non &amp; non."');
  });

  it("BAL-152 is public: a secret one is neither prepared nor opened", async () => {
    for (const act of ["ballot.prepare", "ballot.open"]) {
      const answer = await road.assembly.act(chair, act, { ...proposal, secrecy: "secret" });
      expect(answer.json()).toMatchObject({ code: "wrong-state", detail: "consent-public" });
    }
  });

  it("BAL-153 shows whose and why once it is declared: on its page, the screen, in the minutes and the exports", async () => {
    const number = await withReasons();
    expect((await road.view<BallotView>(`/scrutins/${number}`)).ballot).toMatchObject({ result: { reasons: stated } });
    expect((await road.view<ScreenView>("/ecran", chair)).scene).toMatchObject({
      stage: { result: { reasons: stated } },
    });
    const minutes = await road.view<MinutesView>("/proces-verbal");
    const said = minutes.days.flatMap(({ sections }) => sections.flatMap(({ sentences }) => sentences));
    expect(said.flatMap(({ reasons }) => reasons)).toEqual(stated);
    const path = `/r/${road.assembly.slug}/scrutins/${number}`;
    const { votes } = (await getPage(road.fresh.app, `${path}.json`)).json();
    expect(votes.map((one: { reason?: string }) => one.reason)).toEqual(
      expect.arrayContaining([undefined, "À revoir dans un an.", "Nous ne pouvons pas payer."]),
    );
    expect((await getPage(road.fresh.app, `${path}.csv`)).body).toContain('"Nous ne pouvons pas payer."');
  });

  it("BAL-153 shows no reason while it is open, nor of a cancelled one", async () => {
    const { ballot, number } = await open();
    await vote(0, ballot, { choice: "objection", reason: "Mot très reconnaissable.", requestKey: "k" });
    const seen = async () =>
      JSON.stringify([
        await road.view("/tribune", chair),
        await road.view("/ecran", chair),
        await road.view(`/scrutins/${number}`, road.assembly.teller.cookie),
        await road.view("/proces-verbal"),
        await road.record(),
      ]);
    expect(await seen()).not.toContain("reconnaissable");
    await road.act(chair, "ballot.cancel", { ballot });
    expect(await seen()).not.toContain("reconnaissable");
  });

  it("BAL-154 both verifiers accept its record, with the words and once they are erased", async () => {
    await withReasons();
    const record = await road.record();
    expect(record).toContain("Nous ne pouvons pas payer.");
    replayRecord(checkRecord(record));
    expect(faultsOf(record)).toEqual([]);
    await road.fresh.storage.act(async ({ db, tables: { words } }) => {
      await db.update(words).set({ text: null }).where(eq(words.kind, "reason"));
      return ok(null);
    });
    const erased = await road.record();
    expect(erased).not.toContain("Nous ne pouvons pas payer.");
    expect(checkRecord(erased).erased).toEqual(["la raison d’un vote", "la raison d’un vote"]);
    expect(faultsOf(erased)).toEqual([]);
    const minutes = JSON.stringify(await road.view("/proces-verbal"));
    expect(minutes).toContain('"reason":"erased"');
  });

  it("BAL-155 the chair leads it step by step: phones and screen say where it is, the journal says nothing", async () => {
    const { ballot } = await open();
    const entries = (await road.record()).match(/"sequence"/gu)?.length;
    const shown = async () => [
      (await road.view<NowView>("/")).moment,
      (await road.view<ScreenView>("/ecran", chair)).scene,
      (await road.view<ConsoleView>("/tribune", chair)).ballot,
    ];
    expect(await shown()).toMatchObject([{ card: { step: "clarify" } }, { step: "clarify" }, { step: "clarify" }]);
    await road.act(chair, "ballot.step", { ballot, step: "objections" });
    expect(await shown()).toMatchObject([
      { card: { step: "objections" } },
      { step: "objections" },
      { step: "objections" },
    ]);
    expect((await road.record()).match(/"sequence"/gu)?.length).toBe(entries);
    await road.act(chair, "ballot.close", { ballot });
    const late = await road.assembly.act(chair, "ballot.step", { ballot, step: "integrate" });
    expect(late.json().code).toBe("wrong-state");
  });

  it("BAL-155 no other ballot has steps", async () => {
    const { ballot } = (
      await road.assembly.act(chair, "ballot.open", { subject: "question", question: "Oui ?" })
    ).json();
    expect((await road.assembly.act(chair, "ballot.step", { ballot, step: "react" })).json().code).toBe("malformed");
    expect((await road.view<ConsoleView>("/tribune", chair)).may).not.toContain("ballot.step");
  });

  it("BAL-156 once objections stand, the console offers the same proposal to be changed and put again", async () => {
    await withReasons();
    expect((await road.view<ConsoleView>("/tribune", chair)).next).toMatchObject({
      kind: "integrate",
      question: proposal.question.replace(" ?", "\u202f?"),
      asking: { method: "consent" },
      secrecy: "public",
    });
    const { ballot } = await open();
    await vote(0, ballot, { choice: "consent", requestKey: "again" });
    await road.act(chair, "ballot.conclude", { ballot });
    expect((await road.view<ConsoleView>("/tribune", chair)).next).toBeNull();
  });
});
