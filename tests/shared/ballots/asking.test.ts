import { describe, expect, it } from "vitest";

import {
  parseAsking,
  parseRule,
  readSaid,
  resultOf,
  simpleMajority,
  type Asking,
} from "../../../shared/ballots/index.ts";
import { rollOf } from "./support.ts";

const asking = (method: string, options?: number, seats?: number): Asking => {
  const parsed = parseAsking({ method, options, seats });
  if (parsed === null) throw new Error(method);
  return parsed;
};

describe("asking", () => {
  it.each([
    ["yes-no with options", { method: "yes-no", options: 2 }],
    ["a choice without options", { method: "choice" }],
    ["a choice of one", { method: "choice", options: 1 }],
    ["seats where none are elected", { method: "schulze", options: 3, seats: 1 }],
    ["as many seats as options", { method: "stv", options: 3, seats: 3 }],
    ["a transferable vote without seats", { method: "stv", options: 3 }],
    ["no method", { method: "acclamation", options: 3 }],
  ])("BAL-80 %s is not asked", (_, asked) => {
    expect(parseAsking(asked)).toBeNull();
  });

  it.each([
    [asking("yes-no"), "for", "for"],
    [asking("yes-no"), "abstention", "abstention"],
    [asking("yes-no"), "1", null],
    [asking("consent"), "objection", "objection"],
    [asking("consent"), "against", null],
    [asking("choice", 3), "3", "3"],
    [asking("choice", 3), "4", null],
    [asking("choice", 3), "1,2", null],
    [asking("choice", 3), "notTakingPart", "notTakingPart"],
    [asking("temperature", 3), "2", "2"],
    [asking("approval", 3), "3,1", "1,3"],
    [asking("approval", 3), "1,1", null],
    [asking("approval", 3), "", null],
    [asking("schulze", 4), "3>2=1", "3>1=2"],
    [asking("schulze", 4), "3>3", null],
    [asking("schulze", 4), "3>", null],
    [asking("schulze", 4), "3>9", null],
    [asking("instant-runoff", 4), "3>1", "3>1"],
    [asking("instant-runoff", 4), "3=1", null],
    [asking("stv", 4, 2), "2=1>3", null],
    [asking("majority-judgment", 2), "2:good,1:reject", "1:reject,2:good"],
    [asking("majority-judgment", 2), "2:good", "2:good"],
    [asking("majority-judgment", 2), "2:superb", null],
    [asking("majority-judgment", 2), "2:good,2:reject", null],
    [asking("majority-judgment", 2), "2:good:reject", null],
    [asking("majority-judgment", 2), "3:good", null],
  ] as const)("BAL-81 to %o, « %s » says %s in its one written form", (asked, said, written) => {
    expect(readSaid(asked, said)).toBe(written);
    // Reading what was written changes nothing.
    expect(written === null ? null : readSaid(asked, written)).toBe(written);
  });
});

describe("the result of each method, from what was said", () => {
  const result = (asked: Asking, tally: Readonly<Record<string, number>>, present = 20) => {
    const counted = resultOf(asked, simpleMajority, rollOf(20, present), tally);
    const { expressed, cast, voted } = counted.figures;
    return [counted.outcome, counted.method === "yes-no" ? [] : counted.answer.winners, [expressed, cast, voted]];
  };

  it.each([
    [
      "choice",
      asking("choice", 3),
      { "1": 4, "2": 5, abstention: 2, notTakingPart: 1 },
      ["elected", ["2"], [9, 11, 12]],
    ],
    ["a choice shared", asking("choice", 3), { "1": 5, "2": 5 }, ["tie", ["1", "2"], [10, 10, 10]]],
    ["a choice that nobody makes", asking("choice", 3), { abstention: 9 }, ["no-result", [], [0, 9, 9]]],
    ["approval", asking("approval", 3), { "1,3": 4, "3": 1, "1": 2 }, ["elected", ["1"], [7, 7, 7]]],
    ["a ranking", asking("schulze", 3), { "1>2": 5, "3>2": 4, abstention: 1 }, ["elected", ["1"], [9, 10, 10]]],
    ["a run-off", asking("instant-runoff", 3), { "1>2": 4, "2>3": 3, "3>2": 2 }, ["elected", ["2"], [9, 9, 9]]],
    ["two seats", asking("stv", 3, 2), { "1": 6, "2": 5, "3": 1 }, ["elected", ["1", "2"], [12, 12, 12]]],
    [
      "grades",
      asking("majority-judgment", 2),
      { "1:good,2:reject": 3, "2:excellent": 2 },
      ["elected", ["1"], [5, 5, 5]],
    ],
    ["consent", asking("consent"), { consent: 7, reservation: 1 }, ["reservations", [], [8, 8, 8]]],
    ["an objection", asking("consent"), { consent: 7, objection: 1 }, ["objections", [], [8, 8, 8]]],
    ["a temperature", asking("temperature", 2), { "1": 9, "2": 1 }, ["indicative", [], [10, 10, 10]]],
  ] as const)("BAL-82 %s", (_, asked, tally, expected) => {
    expect(result(asked, tally)).toEqual(expected);
  });

  it.each([
    ["choice", asking("choice", 2), { "1": 7, abstention: 2, notTakingPart: 1 }],
    ["grades", asking("majority-judgment", 2), { "1:good": 7, abstention: 2, notTakingPart: 1 }],
    ["consent", asking("consent"), { consent: 7, abstention: 2, notTakingPart: 1 }],
  ] as const)(
    "BAL-82 of 20, blank votes and NPPV reach a quorum of half that voted, one less does not: %s",
    (_, asked, tally) => {
      const rule = parseRule("simple quorum >=1/2 voted");
      if (!rule.ok) throw new Error(rule.code);
      const of = (said: Readonly<Record<string, number>>) => resultOf(asked, rule.value, rollOf(20), said).outcome;
      expect(of(tally)).not.toBe("no-quorum");
      expect(of({ ...tally, notTakingPart: 0 })).toBe("no-quorum");
      expect(of({ ...tally, abstention: 1 })).toBe("no-quorum");
    },
  );
});
