import fc from "fast-check";
import { describe, expect, it } from "vitest";

import {
  agreedCounts,
  buildRoll,
  castVote,
  closeBallot,
  enterCount,
  marksBody,
  stationsOf,
  stationState,
  usualFranchise,
  votesBody,
  type Roll,
  type TellerCount,
} from "../../../shared/ballots/index.ts";
import { opened, registered, voterNumber } from "./support.ts";

const tally = (inFavour: number, against = 0, abstention = 0, notTakingPart = 0) => ({
  for: inFavour,
  against,
  abstention,
  notTakingPart,
});
const hands = (zone: number) => ({ channel: "hands", zone }) as const;
const paper = (zone: number) => ({ channel: "paper", zone }) as const;

/** Twelve delegations: four by phone, three by hand in zone 1, two in zone 2, two on paper, one by hand and absent. */
const votesBy = [
  null,
  null,
  null,
  null,
  hands(1),
  hands(1),
  hands(1),
  hands(2),
  hands(2),
  paper(1),
  paper(1),
  hands(3),
];
const register = votesBy.map((votes, i) => ({
  ...registered(voterNumber(i)),
  present: i < 11,
  votes,
}));
const roll: Roll = buildRoll(register, { ...usualFranchise, counted: true });

/** Counts as tellers entered them, one after the other. */
const entered = (
  ...said: readonly (readonly [
    by: string,
    station: ReturnType<typeof hands | typeof paper>,
    of: ReturnType<typeof tally>,
  ])[]
) => said.map(([by, station, of], i): TellerCount => ({ ...station, tally: of, order: i + 1, by, atMs: i }));

describe("hands and papers, counted together", () => {
  it("BAL-130 stand on the roll with their zone; absent ones make no station", () => {
    expect(stationsOf(roll)).toEqual([
      { ...hands(1), present: 3 },
      { ...hands(2), present: 2 },
      { ...paper(1), present: 2 },
    ]);
    expect(buildRoll(register)[4]).toEqual({
      voter: voterNumber(4),
      delegation: voterNumber(4),
      weight: 1,
      channel: "hands",
      presence: "present",
    });
    expect(stationsOf(buildRoll(register))).toEqual([]);
  });

  it("BAL-130 who votes by hand does not vote by phone, nor by name at the table; counted by none, the table enters it", () => {
    const ballot = opened("simple", roll);
    const request = { choice: "for", requestKey: "k", by: "p", as: voterNumber(4), replaces: null };
    const next = { order: 1, atMs: 1 };
    const entry = roll[4] ?? null;
    for (const as of [request.as, null])
      expect(castVote(ballot, entry, { ...request, as }, [], next)).toMatchObject({ ok: false, code: "voted-by-hand" });
    const apart = buildRoll(register)[4] ?? null;
    expect(castVote(ballot, apart, request, [], next)).toMatchObject({ ok: false, code: "voted-by-hand" });
    expect(castVote(ballot, apart, { ...request, as: null }, [], next).ok).toBe(true);
  });

  it.each([
    ["nobody", [], "awaited"],
    ["one teller", [["a", hands(1), tally(3)]], "entered-once"],
    [
      "one teller twice",
      [
        ["a", hands(1), tally(3)],
        ["a", hands(1), tally(3)],
      ],
      "entered-once",
    ],
    [
      "two alike",
      [
        ["a", hands(1), tally(2, 1)],
        ["b", hands(1), tally(2, 1)],
      ],
      "agreed",
    ],
    [
      "two who differ",
      [
        ["a", hands(1), tally(2, 1)],
        ["b", hands(1), tally(1, 2)],
      ],
      "differing",
    ],
    [
      "one who counts again",
      [
        ["a", hands(1), tally(2)],
        ["b", hands(1), tally(3)],
        ["a", hands(1), tally(3)],
      ],
      "agreed",
    ],
    [
      "a third who agrees with the first",
      [
        ["a", hands(1), tally(2)],
        ["b", hands(1), tally(3)],
        ["c", hands(1), tally(2)],
      ],
      "agreed",
    ],
    [
      "two alike and then another",
      [
        ["a", hands(1), tally(2)],
        ["b", hands(1), tally(2)],
        ["b", hands(1), tally(3)],
      ],
      "differing",
    ],
    [
      "two alike elsewhere",
      [
        ["a", hands(2), tally(2)],
        ["b", hands(2), tally(2)],
      ],
      "awaited",
    ],
    [
      "hands and papers of one number",
      [
        ["a", hands(1), tally(2)],
        ["b", paper(1), tally(2)],
      ],
      "entered-once",
    ],
  ] as const)("BAL-131 counted by %s", (_, said, state) => {
    expect(stationState(hands(1), entered(...said)).state).toBe(state);
  });

  it("BAL-132 no more than are present there, at a station that exists, before closing", () => {
    const written = { order: 1, by: "a", atMs: 1 };
    const count = (
      state: "open" | "closed" | "prepared",
      station: ReturnType<typeof hands | typeof paper>,
      of = tally(0),
    ) => enterCount(state, roll, { ...station, tally: of }, written);
    expect(count("open", hands(1), tally(1, 1, 1))).toEqual({
      ok: true,
      value: { ...hands(1), tally: tally(1, 1, 1), ...written },
    });
    expect(count("open", hands(1), tally(1, 1, 1, 1))).toMatchObject({ code: "count-too-large" });
    expect(count("open", hands(3))).toMatchObject({ code: "not-found" });
    expect(count("open", paper(2))).toMatchObject({ code: "not-found" });
    expect(count("closed", hands(1))).toMatchObject({ code: "ballot-closed" });
    expect(count("prepared", hands(1))).toMatchObject({ code: "wrong-state" });
  });

  it("BAL-133 a ballot closes once every station is agreed, and counts votes and counts together", () => {
    const ballot = opened("simple", roll);
    const first = entered(["a", hands(1), tally(2, 1)], ["b", hands(1), tally(2, 1)]);
    expect(agreedCounts(roll, first)).toMatchObject({ ok: false, code: "wrong-state", detail: "hands-to-enter" });
    expect(closeBallot(ballot, { votes: [], counts: [] }, 9)).toMatchObject({ detail: "hands-to-enter" });
    const all = entered(
      ["a", hands(1), tally(2, 1)],
      ["b", hands(1), tally(2, 1)],
      ["b", paper(1), tally(0, 0, 1, 1)],
      ["c", paper(1), tally(0, 0, 1, 1)],
      ["a", hands(2), tally(0, 1)],
      ["c", hands(2), tally(0, 1)],
    );
    const counts = agreedCounts(roll, all);
    if (!counts.ok) throw new Error(counts.code);
    const cast = castVote(
      ballot,
      roll[0] ?? null,
      { choice: "for", requestKey: "k", by: "p", as: voterNumber(0), replaces: null },
      [],
      {
        order: 1,
        atMs: 1,
      },
    );
    if (!cast.ok || cast.value.kind !== "written") throw new Error("cast");
    const box = { votes: [cast.value.vote], counts: counts.value };
    const closed = closeBallot(ballot, box, 9);
    expect(closed).toMatchObject({
      ok: true,
      value: { result: { outcome: "adopted", figures: { tally: tally(3, 2, 1, 1), voted: 7 } } },
    });
    expect(marksBody(roll, box).match(/"mark":"\w+"/gu)).toEqual([
      '"mark":"cast"',
      ...Array.from({ length: 3 }, () => '"mark":"none"'),
      ...Array.from({ length: 7 }, () => '"mark":"counted"'),
      '"mark":"none"',
    ]);
    expect(votesBody(box)).toContain(
      '{"channel":"hands","tally":{"abstention":0,"against":1,"for":2,"notTakingPart":0},"zone":1}',
    );
  });

  it("BAL-133 whatever tellers enter, a closed ballot counts no more than were present", () => {
    const station = fc.constantFrom(hands(1), hands(2), paper(1));
    const one = fc.tuple(fc.constantFrom("a", "b", "c"), station, fc.array(fc.nat(3), { minLength: 4, maxLength: 4 }));
    fc.assert(
      fc.property(fc.array(one, { maxLength: 40 }), (said) => {
        const counts: TellerCount[] = [];
        for (const [by, at, [inFavour = 0, against = 0, abstention = 0, apart = 0]] of said) {
          const of = { ...at, tally: tally(inFavour, against, abstention, apart) };
          const count = enterCount("open", roll, of, { order: counts.length + 1, by, atMs: 1 });
          if (count.ok) counts.push(count.value);
        }
        const agreed = agreedCounts(roll, counts);
        if (!agreed.ok) return;
        const closed = closeBallot(opened("simple", roll), { votes: [], counts: agreed.value }, 9);
        expect(closed.ok && closed.value.result.method === "yes-no" && closed.value.result.figures.voted).toBeLessThan(
          8,
        );
      }),
    );
  });
});
