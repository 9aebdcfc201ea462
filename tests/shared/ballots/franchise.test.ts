import fc from "fast-check";
import { describe, expect, it } from "vitest";

import {
  buildRoll,
  byPhone,
  castVote,
  checkFranchise,
  closeBallot,
  firstBallot,
  linesOf,
  markedRoll,
  parseFranchise,
  partsOf,
  presentOn,
  readSplit,
  usualFranchise,
  writeFranchise,
  type Franchise,
} from "../../../shared/ballots/index.ts";
import { opened, registered } from "./support.ts";

const inPublic = { asking: { method: "yes-no" }, secrecy: "public" } as const;
const terms = (more: Partial<Franchise>): Franchise => ({ ...usualFranchise, ...more });
const all: readonly Franchise[] = (["delegation", "delegate", "person"] as const).flatMap((unit) =>
  (["one", "delegates"] as const).flatMap((weights) =>
    [true, false].flatMap((proxies) => [true, false].map((split) => ({ unit, weights, proxies, split }))),
  ),
);
const frozen = (register: Parameters<typeof buildRoll>[0], franchise: Franchise) =>
  buildRoll(register, { ...franchise, counted: false });

describe("who votes", () => {
  it("BAL-143 is written in one form and read back", () => {
    expect(writeFranchise(terms({}))).toBe("delegation");
    expect(writeFranchise(terms({ weights: "delegates", proxies: true, split: true }))).toBe(
      "delegation delegates proxies split",
    );
    for (const one of all) expect(parseFranchise(writeFranchise(one))).toEqual({ ok: true, value: one });
    for (const other of [
      "",
      "delegation split proxies",
      "delegation ",
      "delegates",
      "person persons",
      "delegation  split",
    ])
      expect(parseFranchise(other).ok).toBe(false);
  });

  it.each([
    ["persons give no proxies", { unit: "person", proxies: true }, inPublic],
    ["delegates have one vote each", { unit: "delegate", weights: "delegates" }, inPublic],
    ["one vote is not split", { split: true }, inPublic],
    [
      "nor is a ranking",
      { weights: "delegates", split: true },
      { ...inPublic, asking: { method: "choice", options: 3 } },
    ],
    ["nor a secret vote", { weights: "delegates", split: true }, { ...inPublic, secrecy: "secret" }],
  ] as const)("BAL-143 refuses what contradicts itself: %s", (_why, more, asked) => {
    expect(checkFranchise(terms(more), asked)).toMatchObject({ ok: false, code: "malformed" });
    expect(checkFranchise(usualFranchise, asked).ok).toBe(true);
  });

  it("BAL-144 by delegate all are listed, by person those who are there", () => {
    const people = [
      registered("orvelles", { voter: "p1" }),
      registered("orvelles", { voter: "p2", present: false }),
      registered("kerloch", { voter: "p3", present: false, excused: true }),
      registered("gone", { voter: "p4", enrolled: false }),
    ];
    const shown = (unit: Franchise["unit"]) =>
      frozen(people, terms({ unit })).map(({ voter, presence, weight }) => [voter, presence, weight]);
    expect(shown("delegate")).toEqual([
      ["p1", "present", 1],
      ["p2", "absent", 1],
      ["p3", "excused", 1],
    ]);
    expect(shown("person")).toEqual([["p1", "present", 1]]);
  });

  it("BAL-145 a proxy counts when allowed, given by who is not there to who is; a third one does not", () => {
    const register = [
      registered("a", { present: false, proxy: "d" }),
      registered("b", { present: false, proxy: "d", excused: true }),
      registered("c", { present: false, proxy: "d" }),
      registered("d", { proxy: "e" }),
      registered("e", { present: false, proxy: "a" }),
      registered("f", { present: false, proxy: "f" }),
    ];
    const carried = (franchise: Franchise) =>
      frozen(register, franchise).map(({ voter, presence, holder = "" }) => `${voter} ${presence} ${holder}`.trim());
    expect(carried(terms({ proxies: true }))).toEqual([
      "a represented d",
      "b represented d",
      "c absent",
      "d present",
      "e absent",
      "f absent",
    ]);
    expect(carried(terms({}))).toEqual(["a absent", "b excused", "c absent", "d present", "e absent", "f absent"]);
  });

  it("BAL-145 the holder casts it, and nobody else; a teller enters it; who gave it reads who carries it", () => {
    const roll = frozen([registered("a", { present: false, proxy: "d" }), registered("d"), registered("e")], {
      ...usualFranchise,
      proxies: true,
    });
    const ballot = opened("simple", roll);
    const [line = null] = roll;
    const by = (as: string | null) =>
      castVote(ballot, line, { choice: "for", requestKey: "k", by: "p", as, replaces: null }, [], {
        order: 1,
        atMs: 1,
      });
    expect(by("d").ok).toBe(true);
    expect(by(null).ok).toBe(true);
    for (const other of ["a", "e"]) expect(by(other)).toMatchObject({ ok: false, code: "not-on-roll" });
    expect(linesOf(roll, "d").map(({ voter }) => voter)).toEqual(["d", "a"]);
    expect(firstBallot(roll, { voter: "a", enrolled: true, present: true }, 1)).toEqual({
      why: "represented",
      holder: "d",
    });
    expect(presentOn(roll)).toHaveLength(3);
  });

  it("BAL-145 of any register: as many lines as enrolled, no holder with a third, none who is not there", () => {
    const names = ["a", "b", "c", "d", "e", "f", "g"];
    const some = fc.tuple(fc.boolean(), fc.boolean(), fc.option(fc.constantFrom(...names)));
    fc.assert(
      fc.property(fc.array(some, { minLength: 7, maxLength: 7 }), fc.boolean(), (drawn, proxies) => {
        const register = drawn.map(([enrolled, present, proxy], i) =>
          registered(names[i] ?? "", { enrolled, present, proxy }),
        );
        const roll = frozen(register, { ...usualFranchise, proxies });
        const here = roll.filter(({ presence }) => presence === "present").map(({ voter }) => voter);
        const held = roll.flatMap(({ holder }) => holder ?? []);
        expect(roll).toHaveLength(register.filter(({ enrolled }) => enrolled).length);
        expect(held.every((one) => here.includes(one))).toBe(true);
        for (const one of here) expect(linesOf(roll, one).length).toBeLessThanOrEqual(3);
        expect(here.flatMap((one) => linesOf(roll, one))).toHaveLength(presentOn(roll).length);
        expect(proxies || held.length === 0).toBe(true);
      }),
    );
  });

  it("BAL-146 a split vote is written in the order of the answers and adds up", () => {
    expect(readSplit("for*2,against*1", 3)).toBe("for*2,against*1");
    for (const wrong of [
      "against*1,for*2",
      "for*2,against*2",
      "for*3",
      "for*3,against*0",
      "for*2,for*1",
      "for*02,against*1",
      "for*2,maybe*1",
      "for",
      "",
    ])
      expect(readSplit(wrong, 3)).toBeNull();
    expect(partsOf("1:good,2:reject", 3)).toEqual([["1:good,2:reject", 3]]);
  });

  it("BAL-146 each part counts where it says, the whole as many votes as the delegation has", () => {
    const franchise = terms({ weights: "delegates", split: true });
    const roll = frozen([registered("a", { delegates: 3 }), registered("b", { delegates: 5 })], franchise);
    const ballot = opened(">1/2 present", roll);
    const vote = (voter: string, choice: string, order: number) =>
      ({ voter, choice, order, requestKey: voter, entered: false, by: voter, atMs: 1, receipt: voter }) as const;
    const box = byPhone([vote("a", "for*2,against*1", 1), vote("b", "notTakingPart", 2)]);
    const closed = closeBallot(ballot, box, 9);
    expect(closed).toMatchObject({
      ok: true,
      value: {
        result: {
          outcome: "rejected",
          figures: {
            enrolled: 8,
            present: 8,
            voted: 8,
            tally: { for: 2, against: 1, abstention: 0, notTakingPart: 5 },
          },
        },
      },
    });
    expect(markedRoll(roll, box).map(({ mark }) => mark)).toEqual(["cast", "cast"]);
  });
});
