import { describe, expect, it } from "vitest";

import {
  byPhone,
  cancelBallot,
  castSecretly,
  closeBallot,
  closedFact,
  marksBody,
  openBallot,
  openedFact,
  votesBody,
  votesHash,
  type OpenBallot,
  type PlainHttp,
  type Roll,
  type RollMark,
} from "../../../shared/ballots/index.ts";
import { hashText } from "../../../shared/journal/index.ts";
import { prepared, rollOf, voterNumber } from "./support.ts";

const open = (roll: Roll = rollOf(4), plainHttp?: PlainHttp) =>
  openBallot(
    { ...prepared(), secrecy: "secret" },
    { number: 1, head: hashText("head"), roll, atMs: 1000, ...(plainHttp && { plainHttp }) },
  );

function opened(roll?: Roll): OpenBallot {
  const ballot = open(roll);
  if (!ballot.ok) throw new Error(ballot.code);
  return ballot.value;
}

const cast = (
  ballot: Parameters<typeof castSecretly>[0],
  voter: string,
  requestKey: string,
  marks: readonly RollMark[],
) =>
  castSecretly(
    ballot,
    rollOf(4, 3).find((entry) => entry.voter === voter) ?? null,
    { requestKey, by: "p1", as: voter },
    marks,
    2000 + marks.length,
  );

function marked(ballot: OpenBallot, voters: number): readonly RollMark[] {
  const marks: RollMark[] = [];
  for (let i = 0; i < voters; i++) {
    const casting = cast(ballot, voterNumber(i), `k${i}`, marks);
    if (!casting.ok) throw new Error(casting.code);
    marks.push(casting.value.mark);
  }
  return marks;
}

describe("casting in a secret ballot", () => {
  it("BAL-90 the first is final: another key of the same voter is refused, whoever asks", () => {
    const ballot = opened();
    const marks = marked(ballot, 1);
    expect(cast(ballot, "d001", "another", marks)).toMatchObject({ ok: false, code: "already-voted" });
    expect(cast({ state: "closed" }, "d001", "another", marks)).toMatchObject({ ok: false, code: "already-voted" });
    const entered = castSecretly(ballot, ballot.roll[0] ?? null, { requestKey: "t", by: "teller", as: null }, marks, 9);
    expect(entered).toMatchObject({ ok: false, code: "already-voted" });
  });

  it("BAL-90 the same key again gives the same receipt, after closing too", () => {
    const ballot = opened();
    const marks = marked(ballot, 2);
    for (const state of [ballot, { state: "closed" } as const, { state: "declared" } as const])
      expect(cast(state, "d001", "k0", marks)).toEqual({ ok: true, value: { kind: "repeated", mark: marks[0] } });
    expect(new Set(marks.map(({ receipt }) => receipt)).size).toBe(2);
  });

  it("BAL-90 a key is one voter's", () => {
    const ballot = opened();
    expect(cast(ballot, "d002", "k0", marked(ballot, 1))).toMatchObject({ ok: false, code: "request-key-reused" });
  });

  it("BAL-6 BAL-7 refuses who is not present on the roll, and what comes before opening or after closing", () => {
    const ballot = opened();
    expect(cast(ballot, "d004", "k", [])).toMatchObject({ ok: false, code: "not-on-roll" });
    expect(cast(ballot, "d009", "k", [])).toMatchObject({ ok: false, code: "not-on-roll" });
    expect(cast({ state: "prepared" }, "d001", "k", [])).toMatchObject({ ok: false, code: "wrong-state" });
    expect(cast({ state: "closed" }, "d001", "k", [])).toMatchObject({ ok: false, code: "ballot-closed" });
  });
});

describe("opening and counting a secret ballot", () => {
  it("BAL-93 opens with three present of equal weight, not with two, nor with unequal weights", () => {
    expect(open(rollOf(4, 3)).ok).toBe(true);
    expect(open(rollOf(4, 2))).toMatchObject({ code: "wrong-state", detail: "secret-too-few-present" });
    const heavy = rollOf(4).map((entry, i) => ({ ...entry, weight: i === 0 ? 2 : 1 }));
    expect(open(heavy)).toMatchObject({ code: "wrong-state", detail: "secret-weights" });
    expect(open(heavy.map((entry) => ({ ...entry, weight: 2 }))).ok).toBe(true);
    const absent = heavy.map((entry, i) => (i === 0 ? { ...entry, presence: "absent" as const } : entry));
    expect(open(absent).ok).toBe(true);
  });

  it("BAL-94 over plain HTTP it opens only once confirmed, and the hash of the words is fixed with the rest", () => {
    expect(open(rollOf(4), { confirmation: null })).toMatchObject({
      code: "wrong-state",
      detail: "secret-unencrypted",
    });
    const confirmed = open(rollOf(4), { confirmation: hashText("words") });
    if (!confirmed.ok) throw new Error(confirmed.code);
    expect(openedFact(confirmed.value)).toMatchObject({
      secrecy: "secret",
      leastVotes: 3,
      unencryptedHash: hashText("words"),
    });
    expect(openedFact(opened())).not.toHaveProperty("unencryptedHash");
    expect(confirmed.value.hash).not.toBe(opened().hash);
  });

  it("BAL-92 is counted from the choices, in whatever order they come", () => {
    const ballot = opened(rollOf(4).map((entry) => ({ ...entry, weight: 2 })));
    const marks = marked(ballot, 3);
    const closed = ["for,against,for", "for,for,against"].map((said) => {
      const done = closeBallot(ballot, { marks, choices: said.split(",") }, 9);
      if (!done.ok) throw new Error(done.code);
      return done.value;
    });
    expect(closed[0]?.result).toMatchObject({
      outcome: "adopted",
      figures: { voted: 6, tally: { for: 4, against: 2 } },
    });
    expect(closed[1]).toEqual(closed[0]);
    const [one] = closed;
    if (!one) throw new Error("closed");
    expect(closedFact(one).votesHash).toBe(hashText('["against","for","for"]'));
    expect(votesHash({ marks, choices: ["for", "against", "for"] })).toBe(closedFact(one).votesHash);
    expect(
      JSON.parse(marksBody(ballot.roll, { marks, choices: [] })).map(({ mark }: { mark: string }) => mark),
    ).toEqual(["cast", "cast", "cast", "none"]);
  });

  it("BAL-93 with fewer votes than were declared it stays open, or is cancelled", () => {
    const ballot = opened();
    const urn = { marks: marked(ballot, 2), choices: ["for", "for"] };
    expect(closeBallot(ballot, urn, 9)).toMatchObject({ code: "wrong-state", detail: "secret-too-few-votes" });
    expect(cancelBallot(ballot, 9)).toMatchObject({ ok: true, value: { state: "cancelled" } });
    expect(JSON.stringify(cancelBallot(ballot, 9))).not.toContain("choices");
  });

  it("BAL-92 an urn with another number of choices than of marks is not counted, nor an urn taken for votes", () => {
    const ballot = opened();
    const marks = marked(ballot, 3);
    expect(() => closeBallot(ballot, { marks, choices: ["for", "for"] }, 9)).toThrow(/number of choices/);
    expect(() => closeBallot(ballot, byPhone([]), 9)).toThrow(/urn/);
  });

  it("BAL-24 its sorted choices hash byte for byte as the record's page says", () => {
    expect(votesBody({ marks: [], choices: ["for", "against", "for"] })).toBe('["against","for","for"]');
  });
});
