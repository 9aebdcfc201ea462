import { describe, expect, it } from "vitest";

import {
  byPhone,
  cancelBallot,
  castVote,
  closeBallot,
  firstBallot,
  standingVotes,
  type Ballot,
  type CastRequest,
  type Vote,
} from "../../../shared/ballots/index.ts";
import { opened, prepared, rollOf } from "./support.ts";

const ballot = opened("simple", rollOf(3, 2));
const [first, second, absent] = ballot.roll;
if (!first || !second || !absent) throw new Error("three delegations");

const ask = (over: Partial<CastRequest> = {}): CastRequest => ({
  choice: "for",
  requestKey: "k1",
  by: "awa",
  as: first.voter,
  replaces: null,
  ...over,
});
const cast = (request: CastRequest, votes: readonly Vote[] = [], entry = first, on: Ballot = ballot) =>
  castVote(on, entry, request, votes, { order: votes.length + 1, atMs: 2000 + votes.length });
function written(request: CastRequest, votes: readonly Vote[] = []): Vote {
  const result = cast(request, votes);
  if (!result.ok || result.value.kind !== "written") throw new Error(JSON.stringify(result));
  return result.value.vote;
}

describe("casting", () => {
  it("BAL-1 a vote of a delegation present on the roll is written with a receipt", () => {
    const vote = written(ask());
    expect(vote).toMatchObject({ order: 1, voter: first.voter, choice: "for", entered: false, by: "awa", atMs: 2000 });
    expect(vote.receipt).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(written(ask()).receipt).toBe(vote.receipt);
    expect(written(ask({ choice: "against" })).receipt).not.toBe(vote.receipt);
  });

  it("BAL-2 the same request key sent again gives the same receipt and one vote", () => {
    const vote = written(ask());
    expect(cast(ask(), [vote])).toEqual({ ok: true, value: { kind: "repeated", vote } });
  });

  it("BAL-2 also after closing, when the answer was lost", () => {
    const vote = written(ask());
    const closed = closeBallot(ballot, byPhone([vote]), 5000);
    if (!closed.ok) throw new Error(closed.code);
    expect(cast(ask(), [vote], first, closed.value)).toMatchObject({ ok: true, value: { kind: "repeated" } });
  });

  it("BAL-3 the same request key with another choice, or of another voter, is refused", () => {
    const vote = written(ask());
    expect(cast(ask({ choice: "against" }), [vote])).toMatchObject({ ok: false, code: "request-key-reused" });
    expect(cast(ask(), [vote], second)).toMatchObject({ ok: false, code: "request-key-reused" });
    const asTeller = castVote(ballot, first, ask({ as: null }), [vote], { order: 2, atMs: 1 });
    expect(asTeller).toMatchObject({ ok: false, code: "request-key-reused" });
  });

  it("BAL-4 the choice may change until closing: the last written counts, the earlier stays", () => {
    const one = written(ask());
    const two = written(ask({ requestKey: "k2", choice: "against" }), [one]);
    expect(standingVotes([two, one]).get(first.voter)).toEqual(two);
    const closed = closeBallot(ballot, byPhone([one, two]), 5000);
    expect(closed).toMatchObject({
      ok: true,
      value: { result: { figures: { tally: { for: 0, against: 1 }, voted: 1 } } },
    });
  });

  it("BAL-5 a second member of the delegation reads the standing vote and confirms before it is replaced", () => {
    const one = written(ask());
    const blind = ask({ requestKey: "k2", choice: "against", by: "noé" });
    expect(cast(blind, [one])).toEqual({ ok: true, value: { kind: "confirm", standing: one } });
    const seen = { ...blind, replaces: one.receipt };
    expect(cast(seen, [one])).toMatchObject({ ok: true, value: { kind: "written", replaced: one } });
  });

  it("BAL-5 confirming a vote that is no longer the standing one asks again", () => {
    const one = written(ask());
    const two = written(ask({ requestKey: "k2", choice: "abstention" }), [one]);
    const late = ask({ requestKey: "k3", choice: "against", by: "noé", replaces: one.receipt });
    expect(cast(late, [one, two])).toEqual({ ok: true, value: { kind: "confirm", standing: two } });
  });

  it("BAL-6 whoever is not on the roll, or was absent at opening, is refused", () => {
    expect(castVote(ballot, null, ask(), [], { order: 1, atMs: 1 })).toMatchObject({ ok: false, code: "not-on-roll" });
    expect(cast(ask(), [], absent)).toMatchObject({ ok: false, code: "not-on-roll" });
  });

  it("BAL-7 a vote that was not written before closing is refused, as on a cancelled ballot", () => {
    const closed = closeBallot(ballot, byPhone([]), 5000);
    const cancelled = cancelBallot(ballot, 5000);
    for (const ended of [closed, cancelled]) {
      if (!ended.ok) throw new Error(ended.code);
      expect(cast(ask(), [], first, ended.value)).toMatchObject({ ok: false, code: "ballot-closed" });
    }
    expect(cast(ask(), [], first, prepared())).toMatchObject({
      ok: false,
      code: "wrong-state",
      detail: "ballot-prepared",
    });
  });

  it("BAL-8 a teller enters a vote by name, marked so, and confirms before replacing one", () => {
    const entered = castVote(ballot, first, ask({ by: "table", as: null }), [], { order: 1, atMs: 1 });
    expect(entered).toMatchObject({ ok: true, value: { kind: "written", vote: { entered: true, by: "table" } } });
    const vote = written(ask());
    const over = castVote(ballot, first, ask({ requestKey: "k2", by: "table", as: null }), [vote], {
      order: 2,
      atMs: 1,
    });
    expect(over).toEqual({ ok: true, value: { kind: "confirm", standing: vote } });
  });

  it("BAL-9 whoever is not on the roll reads why, and which ballot is the first they vote in", () => {
    const on = (voter: string, enrolled = true, present = true) =>
      firstBallot(ballot.roll, { voter, enrolled, present }, 14);
    expect(on(first.voter)).toBeNull();
    expect(on(absent.voter)).toEqual({ why: "arrivedAfter", first: 15 });
    expect(on(absent.voter, true, false)).toEqual({ why: "away", first: 15 });
    expect(on("new")).toEqual({ why: "admittedAfter", first: 15 });
    expect(on("gone", false)).toEqual({ why: "withdrawn" });
  });

  it("BAL-9 a delegate who leaves while the ballot is open still votes in it", () => {
    expect(firstBallot(ballot.roll, { voter: first.voter, enrolled: true, present: false }, 14)).toBeNull();
  });
});
