import { describe, expect, it } from "vitest";

import { countBallot, type AskedRule, type CountInput } from "../../../../shared/ballots/index.ts";
import { judgmentOf, marksOf } from "../../../support/ballots/written.ts";

const most = Number.MAX_SAFE_INTEGER;
const half = { strictly: true, numerator: 1, denominator: 2 };
const atLeastHalf = { ...half, strictly: false };

const majorityOf = (base: "expressed" | "cast" | "present" | "enrolled", fraction = half): AskedRule => ({
  majority: { kind: "fraction", fraction, base },
  quorum: null,
});
const quorumOf = (of: "present" | "voted"): AskedRule => ({ majority: null, quorum: { fraction: atLeastHalf, of } });

function yesNo(counts: readonly [number, number, number, number], rule: AskedRule, enrolled = 100, present = 100) {
  const [forIt, against, abstention, notTakingPart] = counts;
  const tally = { for: forIt, against, abstention, notTakingPart };
  return countBallot({ method: "yes-no", tally, rule, roll: { enrolled, present } }).outcome;
}

describe("for, against, abstention, NPPV", () => {
  it("BAL-68 no rule adopts what as many are against as for", () => {
    expect(yesNo([5, 5, 0, 0], majorityOf("expressed", atLeastHalf))).toBe("rejected");
    expect(yesNo([6, 5, 0, 0], majorityOf("expressed", atLeastHalf))).toBe("adopted");
    expect(yesNo([5, 5, 0, 0], majorityOf("enrolled", atLeastHalf), 10, 10)).toBe("rejected");
    expect(yesNo([5, 4, 0, 0], majorityOf("enrolled", atLeastHalf), 10, 10)).toBe("adopted");
    const third = { strictly: false, numerator: 1, denominator: 3 };
    expect(yesNo([4, 5, 0, 0], majorityOf("enrolled", third), 12, 12)).toBe("rejected");
    expect(yesNo([4, 3, 0, 0], majorityOf("enrolled", third), 12, 12)).toBe("adopted");
    expect(yesNo([4, 3, 0, 0], majorityOf("enrolled", third), 13, 12)).toBe("rejected");
  });

  it("BAL-68 the largest numbers are counted exactly", () => {
    const twoThirds = { strictly: false, numerator: 2, denominator: 3 };
    const third = Math.floor(most / 3);
    expect(yesNo([2 * third, third, 0, 0], majorityOf("expressed", twoThirds), most, most)).toBe("adopted");
    expect(yesNo([2 * third - 1, third + 1, 0, 0], majorityOf("expressed", twoThirds), most, most)).toBe("rejected");
  });

  it("BAL-68 a rule that counts the roll is not applied without one", () => {
    const tally = { for: 1, against: 0, abstention: 0, notTakingPart: 0 };
    const input = { method: "yes-no" as const, tally, roll: null };
    for (const rule of [majorityOf("present"), majorityOf("enrolled"), quorumOf("voted")]) {
      expect(() => countBallot({ ...input, rule })).toThrow(/no roll/);
    }
    expect(countBallot({ ...input, rule: majorityOf("cast") })).toMatchObject({
      outcome: "adopted",
      working: { turnout: { enrolled: null, present: null, silent: null, voted: 1, cast: 1, expressed: 1 } },
    });
  });
});

describe("choice and approval", () => {
  it("BAL-60 the option that most votes marked is elected; a shared first place is a tie", () => {
    expect(marksOf("choice", "A B C", "A *4; B *3; C *3; *5")).toMatchObject({
      outcome: "elected",
      winners: ["A"],
      ranking: [["A"], ["B", "C"]],
      working: { tally: { A: 4, B: 3, C: 3 }, turnout: { voted: 15, cast: 15, expressed: 10 } },
    });
    expect(marksOf("choice", "A B C", "A *4; B *4; C *3")).toMatchObject({ outcome: "tie", winners: ["A", "B"] });
    expect(marksOf("approval", "A B C", "A B *3; B C *2; C *2")).toMatchObject({
      outcome: "elected",
      winners: ["B"],
      ranking: [["B"], ["C"], ["A"]],
      working: { tally: { A: 3, B: 5, C: 4 } },
    });
  });

  it("BAL-60 blank votes express nothing: no result", () => {
    for (const method of ["choice", "approval"] as const) {
      expect(marksOf(method, "A B", "*7")).toMatchObject({ outcome: "no-result", winners: [], ranking: [] });
      expect(marksOf(method, "A B", "A *0")).toMatchObject({ outcome: "no-result" });
      expect(marksOf(method, "A B", "*7; A")).toMatchObject({ outcome: "elected", winners: ["A"] });
    }
  });

  it("BAL-60 a majority that the rule asks is asked of the first", () => {
    const asked = (base: "expressed" | "cast", votes: string) =>
      marksOf("choice", "A B C", votes, { rule: majorityOf(base), roll: null });
    expect(asked("expressed", "A *5; B *3; C *2")).toMatchObject({
      outcome: "rejected",
      winners: [],
      ranking: [["A"], ["B"], ["C"]],
      working: { majority: { base: "expressed", of: 10, needed: 6, had: 5 } },
    });
    expect(asked("expressed", "A *6; B *3; C *2")).toMatchObject({ outcome: "elected", winners: ["A"] });
    expect(asked("cast", "A *6; B *3; C *2; *1")).toMatchObject({ outcome: "rejected" });
    expect(asked("cast", "*3")).toMatchObject({ outcome: "no-result" });
    const both = { rule: majorityOf("expressed"), roll: null };
    expect(marksOf("approval", "A B", "A B *3", both)).toMatchObject({ outcome: "tie", winners: ["A", "B"] });
  });
});

describe("majority judgment", () => {
  it("BAL-61 only wholly equal profiles are equal", () => {
    expect(
      judgmentOf([
        [1, 2, 1],
        [1, 2, 1],
      ]),
    ).toMatchObject({ outcome: "tie", winners: ["A", "B"] });
    expect(
      judgmentOf([
        [0, 3, 1],
        [1, 2, 1],
      ]),
    ).toMatchObject({ outcome: "elected", ranking: [["A"], ["B"]] });
    expect(
      judgmentOf([
        [1, 2, 1],
        [1, 1, 2],
      ]),
    ).toMatchObject({ ranking: [["B"], ["A"]] });
  });

  it("BAL-61 the majority grade of an even number of voters is the lower of the two in the middle", () => {
    expect(
      judgmentOf([
        [2, 0, 2],
        [0, 4, 0],
      ]),
    ).toMatchObject({
      winners: ["B"],
      working: { majorityGrades: { A: "g0", B: "g1" } },
    });
  });

  it("BAL-61 shows the majority grades that removing votes brings up", () => {
    expect(judgmentOf([[1, 2, 2]])).toMatchObject({
      working: {
        majorityValues: {
          A: [
            { grades: ["g1"], times: 1 },
            { grades: ["g1", "g2"], times: 1 },
            { grades: ["g0", "g2"], times: 1 },
          ],
        },
      },
    });
  });

  it("BAL-61 a missing grade is the worst, and grades that nobody gave are no result", () => {
    expect(
      judgmentOf([
        [0, 1],
        [0, 3],
      ]),
    ).toMatchObject({ winners: ["B"], working: { voters: 3, tallies: { A: [2, 1] } } });
    expect(
      judgmentOf(
        [
          [0, 1],
          [0, 1],
        ],
        3,
      ),
    ).toMatchObject({ outcome: "tie", working: { tallies: { A: [2, 1] } } });
    expect(
      judgmentOf([
        [0, 0],
        [0, 0],
      ]),
    ).toMatchObject({ outcome: "no-result", winners: [] });
    expect(
      judgmentOf(
        [
          [0, 0],
          [0, 0],
        ],
        4,
      ),
    ).toMatchObject({ outcome: "no-result", winners: [] });
    expect(
      judgmentOf(
        [
          [1, 0],
          [0, 0],
        ],
        4,
      ),
    ).toMatchObject({ outcome: "tie" });
  });

  it("BAL-61 counts as many voters as there are numbers for", () => {
    const third = Math.floor(most / 3);
    expect(
      judgmentOf([
        [third, third, third],
        [third, third + 1, third - 1],
      ]),
    ).toMatchObject({ winners: ["A"] });
  });
});

describe("consent and temperature", () => {
  const consent = (consent: number, reservation: number, objection: number, notTakingPart = 0) =>
    countBallot({
      method: "consent",
      tally: { consent, reservation, objection, notTakingPart },
      statements: [],
      rule: { majority: null, quorum: null },
      roll: null,
    }).outcome;

  it("BAL-66 one objection stands; without it one reservation is said; else consent", () => {
    expect(consent(12, 3, 1)).toBe("objections");
    expect(consent(12, 3, 0)).toBe("reservations");
    expect(consent(12, 0, 0)).toBe("consent");
    expect(consent(0, 1, 0)).toBe("reservations");
    expect(consent(0, 0, 0, 5)).toBe("no-result");
  });

  it("BAL-67 a temperature decides nothing, whatever it shows", () => {
    const shown = { outcome: "indicative", winners: [], ranking: [] };
    expect(marksOf("temperature", "cold warm", "warm *90")).toMatchObject({
      ...shown,
      working: { tally: { warm: 90 } },
    });
    expect(marksOf("temperature", "cold warm", "cold *5; warm *5")).toMatchObject(shown);
    const roll = { enrolled: 100, present: 10 };
    expect(marksOf("temperature", "cold warm", "", { rule: quorumOf("present"), roll })).toMatchObject(shown);
  });
});

describe("every method", () => {
  const roll = { enrolled: 12, present: 6 };
  const ask = { rule: quorumOf("present"), roll };
  const vote = [{ count: 1, options: ["A"], ranking: [["A"]] }];
  const inputs: readonly CountInput[] = [
    { method: "yes-no", tally: { for: 1, against: 0, abstention: 0, notTakingPart: 0 }, ...ask },
    { method: "choice", options: ["A", "B"], votes: vote, ...ask },
    { method: "approval", options: ["A", "B"], votes: vote, ...ask },
    { method: "majority-judgment", grades: ["g"], tallies: new Map([["A", [1]]]), voters: 1, ...ask },
    { method: "schulze", options: ["A", "B"], votes: vote, ...ask },
    { method: "instant-runoff", options: ["A", "B"], votes: vote, decisions: [], ...ask },
    { method: "stv", options: ["A", "B"], seats: 1, votes: vote, decisions: [], ...ask },
    {
      method: "consent",
      tally: { consent: 1, reservation: 0, objection: 0, notTakingPart: 0 },
      statements: [],
      ...ask,
    },
  ];

  it.for(inputs)("BAL-68 without its quorum: $method", (input) => {
    expect(countBallot({ ...input, roll: { enrolled: 12, present: 5 } })).toMatchObject({
      outcome: "no-quorum",
      winners: [],
      ranking: [],
      working: { quorum: { of: 12, needed: 6, had: 5, met: false } },
    });
    expect(countBallot(input).outcome).toMatch(/^(adopted|elected|consent)$/);
    const voted = { ...input, rule: quorumOf("voted") };
    expect(countBallot({ ...voted, roll: { enrolled: 3, present: 3 } }).outcome).toBe("no-quorum");
    expect(countBallot({ ...voted, roll: { enrolled: 2, present: 2 } }).outcome).not.toBe("no-quorum");
  });
});
