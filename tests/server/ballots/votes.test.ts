import { describe, expect, it } from "vitest";

import { readBallot, readVotes } from "../../../server/ballots/index.ts";
import { freshApp } from "../../support/app.ts";
import { everyRowCount, openAssembly, type Assembly } from "../../support/assembly.ts";
import { castFor, freshKey, openFinalBallot, type OpenedBallot } from "../../support/open-ballot.ts";

/** Three delegations present, one absent, and the final ballot of a text open. */
async function voting() {
  const fresh = await freshApp();
  const assembly = await openAssembly(fresh);
  const kerloch = await assembly.delegation("Kerloc’h");
  const tanneries = await assembly.delegation("Tanneries");
  const orvelles = await assembly.delegation("Orvelles");
  const absent = await assembly.delegation("Trois-Rives", "absent");
  const opened = await openFinalBallot(assembly);
  return {
    fresh,
    assembly,
    opened,
    kerloch,
    tanneries,
    orvelles,
    absent,
    [Symbol.asyncDispose]: () => fresh[Symbol.asyncDispose](),
  };
}

const votesOf = ({ fresh }: { fresh: Assembly["fresh"] }, { ballot }: OpenedBallot) =>
  fresh.storage.read((tx) => readVotes(tx, ballot));

describe("voting on the real app", () => {
  it("BAL-30 a vote is on disk before its receipt is given", async () => {
    await using hall = await voting();
    const answer = await castFor(hall.opened, hall.kerloch, "for");
    expect(answer.statusCode).toBe(200);
    const [vote] = await votesOf(hall, hall.opened);
    expect(answer.json()).toMatchObject({ kind: "written", vote: { choice: "for", receipt: vote?.receipt } });
  });

  it("BAL-2 the same request sent twice at once gives one vote and one receipt", async () => {
    await using hall = await voting();
    const requestKey = freshKey();
    const twice = await Promise.all([1, 2, 3].map(() => castFor(hall.opened, hall.kerloch, "for", { requestKey })));
    expect(twice.map((one) => one.statusCode)).toEqual([200, 200, 200]);
    expect(new Set(twice.map((one) => one.json().vote.receipt)).size).toBe(1);
    expect(await votesOf(hall, hall.opened)).toHaveLength(1);
  });

  it("BAL-31 votes that arrive together are all written, each with its own order and answer", async () => {
    await using hall = await voting();
    const { kerloch, tanneries, orvelles, absent } = hall;
    const answers = await Promise.all(
      [kerloch, tanneries, absent, orvelles].map((who) => castFor(hall.opened, who, "against")),
    );
    expect(answers.map((one) => one.statusCode)).toEqual([200, 200, 403, 200]);
    expect((await votesOf(hall, hall.opened)).map((vote) => vote.order)).toEqual([1, 2, 3]);
  });

  it("BAL-3 the same request key with another choice is refused, and nothing is written", async () => {
    await using hall = await voting();
    const requestKey = freshKey();
    await castFor(hall.opened, hall.kerloch, "for", { requestKey });
    const before = await everyRowCount(hall.fresh);
    const other = await castFor(hall.opened, hall.kerloch, "against", { requestKey });
    expect([other.statusCode, other.json().code]).toEqual([409, "request-key-reused"]);
    const another = await castFor(hall.opened, hall.tanneries, "for", { requestKey });
    expect(another.json().code).toBe("request-key-reused");
    expect(await everyRowCount(hall.fresh)).toEqual(before);
  });

  it("BAL-32 nobody votes for another delegation, nor without a seat, nor from another gathering", async () => {
    await using hall = await voting();
    const { assembly, opened, kerloch, tanneries } = hall;
    const elsewhere = await openAssembly(hall.fresh, "Une autre rencontre");
    const stranger = await elsewhere.delegation("Kerloc’h");
    const before = await everyRowCount(hall.fresh);
    const asked = { ballot: opened.ballot, delegation: tanneries.delegation, choice: "for", requestKey: freshKey() };
    const codes = [
      await assembly.act(kerloch.cookie, "vote.cast", asked),
      await assembly.act(assembly.chair.cookie, "vote.cast", asked),
      await assembly.act(undefined, "vote.cast", asked),
      await assembly.act(stranger.cookie, "vote.cast", asked),
      await elsewhere.act(stranger.cookie, "vote.cast", { ...asked, delegation: stranger.delegation }),
    ].map((answer) => [answer.statusCode, answer.json().code]);
    expect(codes).toEqual([
      [403, "not-allowed"],
      [403, "not-allowed"],
      [401, "not-signed-in"],
      [401, "not-signed-in"],
      [404, "not-found"],
    ]);
    expect(await everyRowCount(hall.fresh)).toEqual(before);
  });

  it("BAL-6 who was absent at opening is refused, even when present since; who left since still votes", async () => {
    await using hall = await voting();
    await hall.assembly.setDelegation(hall.absent.delegation, "present");
    await hall.assembly.setDelegation(hall.orvelles.delegation, "absent");
    const late = await castFor(hall.opened, hall.absent, "for");
    expect([late.statusCode, late.json().code]).toEqual([403, "not-on-roll"]);
    expect((await castFor(hall.opened, hall.orvelles, "for")).statusCode).toBe(200);
  });

  it("BAL-5 a second member reads the first's vote and confirms before it is replaced", async () => {
    await using hall = await voting();
    const { kerloch, assembly, opened } = hall;
    const noe = await assembly.seat("Noé", [{ role: "delegate", delegation: kerloch.delegation }], kerloch.delegation);
    const second = { ...noe, delegation: kerloch.delegation };
    const first = (await castFor(opened, kerloch, "for")).json();
    const asked = await castFor(opened, second, "against");
    expect(asked.json()).toMatchObject({ kind: "confirm", standing: { choice: "for" } });
    expect(await votesOf(hall, opened)).toHaveLength(1);
    const confirmed = await castFor(opened, second, "against", { replaces: first.vote.receipt });
    expect(confirmed.json()).toMatchObject({ kind: "written", vote: { choice: "against" } });
    expect(await votesOf(hall, opened)).toHaveLength(2);
  });

  it("BAL-7 a vote after closing is refused; one sent again after closing has its receipt", async () => {
    await using hall = await voting();
    const requestKey = freshKey();
    const first = await castFor(hall.opened, hall.kerloch, "for", { requestKey });
    await hall.assembly.act(hall.assembly.chair.cookie, "ballot.close", { ballot: hall.opened.ballot });
    const before = await everyRowCount(hall.fresh);
    const late = await castFor(hall.opened, hall.tanneries, "for");
    expect([late.statusCode, late.json().code]).toEqual([409, "ballot-closed"]);
    const again = await castFor(hall.opened, hall.kerloch, "for", { requestKey });
    expect(again.json().vote.receipt).toBe(first.json().vote.receipt);
    expect(await everyRowCount(hall.fresh)).toEqual(before);
  });

  it("BAL-33 at the instant of closing each vote is counted or refused: there is no third case", async () => {
    await using hall = await voting();
    const { opened, assembly, kerloch, tanneries, orvelles } = hall;
    const cast = [kerloch, tanneries].map((who) => castFor(opened, who, "for"));
    const closing = assembly.act(assembly.chair.cookie, "ballot.close", { ballot: opened.ballot });
    const late = castFor(opened, orvelles, "for");
    const answers = await Promise.all([...cast, late]);
    expect((await closing).statusCode).toBe(200);
    const accepted = answers.filter((one) => one.statusCode === 200).length;
    for (const one of answers.filter((one) => one.statusCode !== 200)) expect(one.json().code).toBe("ballot-closed");
    expect(await votesOf(hall, opened)).toHaveLength(accepted);
    const counted = await hall.fresh.storage.read((tx) => readBallot(tx, assembly.gathering, opened.ballot));
    expect(counted).toMatchObject({ state: "closed", result: { figures: { voted: accepted } } });
  });

  it("BAL-8 a teller enters a vote by name, marked so; nobody else enters one", async () => {
    await using hall = await voting();
    const { assembly, opened, orvelles } = hall;
    const asked = {
      ballot: opened.ballot,
      delegation: orvelles.delegation,
      choice: "abstention",
      requestKey: freshKey(),
    };
    expect((await assembly.act(assembly.chair.cookie, "vote.enter", asked)).statusCode).toBe(403);
    expect((await assembly.act(orvelles.cookie, "vote.enter", asked)).statusCode).toBe(403);
    expect((await assembly.act(assembly.teller.cookie, "vote.enter", asked)).statusCode).toBe(200);
    expect(await votesOf(hall, opened)).toMatchObject([
      { entered: true, by: assembly.teller.id, choice: "abstention" },
    ]);
  });

  it("BAL-34 a form votes without script: written, then sent on to a page that a reload does not post again", async () => {
    await using hall = await voting();
    const { assembly, opened, kerloch } = hall;
    const fields = { ballot: opened.ballot, delegation: kerloch.delegation, choice: "for", requestKey: freshKey() };
    const answer = await assembly.form(kerloch.cookie, "vote.cast", { ...fields, replaces: "", page: "/" });
    expect([answer.statusCode, answer.headers.location]).toEqual([303, `/r/${assembly.slug}/`]);
    expect(await votesOf(hall, opened)).toHaveLength(1);
  });

  it.each([
    ["no such choice", { choice: "maybe" }, "unclear-vote"],
    ["no choice", { choice: "" }, "unclear-vote"],
    ["an unknown field", { weight: 3 }],
    ["no request key", { requestKey: "" }],
    ["U+0000 in the key", { requestKey: "request\u0000key" }],
    ["a number for a ballot", { ballot: 7 }],
  ])("BAL-35 %s is no vote, and nothing is written", async (_, over, code = "malformed") => {
    await using hall = await voting();
    const before = await everyRowCount(hall.fresh);
    const answer = await castFor(hall.opened, hall.kerloch, "for", over);
    expect([answer.statusCode, answer.json().code]).toEqual([400, code]);
    expect(await everyRowCount(hall.fresh)).toEqual(before);
  });
});
