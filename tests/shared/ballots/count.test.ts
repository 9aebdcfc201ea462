import { describe, expect, it } from "vitest";

import { byPhone, choices, closeBallot, count, decide, parseRule, writeRule } from "../../../shared/ballots/index.ts";
import { randomFrom, runs, seeds } from "../../support/runs.ts";
import { slowOutcome } from "./count-reference.ts";
import { opened, resultOf, rollOf, rule, voterNumber, votesCast, type Counts } from "./support.ts";

const cases: readonly [
  title: string,
  rule: string,
  counts: Counts,
  outcome: string,
  present?: number,
  enrolled?: number,
][] = [
  ["BAL-10 nobody for, nobody against: no result", "simple", {}, "no-result", 3],
  ["BAL-10 one for, nobody against: adopted", "simple", { for: 1 }, "adopted"],
  ["BAL-10 all abstain: no result", "simple", { abstention: 9 }, "no-result"],
  ["BAL-10 all abstain but one: a result", "simple", { abstention: 9, for: 1 }, "adopted"],
  ["BAL-10 all take no part: no result", ">=2/3 expressed", { notTakingPart: 5 }, "no-result"],
  ["BAL-11 a tie is rejected", "simple", { for: 4, against: 4 }, "rejected"],
  ["BAL-11 one more for than against is adopted", "simple", { for: 5, against: 4, abstention: 30 }, "adopted"],
  ["BAL-11 one less is rejected", "simple", { for: 4, against: 5 }, "rejected"],
  [
    "BAL-11 a tie is rejected by more than half of the expressed too",
    ">1/2 expressed",
    { for: 4, against: 4 },
    "rejected",
  ],
  ["BAL-12 half of 9 is not more than half: 4 rejected", ">1/2 expressed", { for: 4, against: 5 }, "rejected"],
  ["BAL-12 half of 9 is not more than half: 5 adopted", ">1/2 expressed", { for: 5, against: 4 }, "adopted"],
  ["BAL-12 two thirds of 9 is 6", ">=2/3 expressed", { for: 6, against: 3 }, "adopted"],
  ["BAL-12 one short of two thirds of 9", ">=2/3 expressed", { for: 5, against: 4 }, "rejected"],
  ["BAL-12 two thirds of 10 is 7", ">=2/3 expressed", { for: 7, against: 3 }, "adopted"],
  ["BAL-12 one short of two thirds of 10", ">=2/3 expressed", { for: 6, against: 4 }, "rejected"],
  ["BAL-12 three quarters of 8 is 6", ">=3/4 expressed", { for: 6, against: 2 }, "adopted"],
  ["BAL-12 one short of three quarters of 8", ">=3/4 expressed", { for: 5, against: 3 }, "rejected"],
  ["BAL-12 more than two thirds of 9 is 7", ">2/3 expressed", { for: 6, against: 3 }, "rejected"],
  [
    "BAL-13 abstentions weigh against in a majority of the cast",
    ">1/2 cast",
    { for: 5, against: 2, abstention: 3 },
    "rejected",
  ],
  ["BAL-13 and not in one of the expressed", ">1/2 expressed", { for: 5, against: 2, abstention: 3 }, "adopted"],
  ["BAL-13 NPPV is not in the cast", ">1/2 cast", { for: 5, against: 4, notTakingPart: 7 }, "adopted"],
  ["BAL-13 who stays silent counts in a majority of the present", ">1/2 present", { for: 5 }, "rejected", 10],
  ["BAL-13 one more carries a majority of the present", ">1/2 present", { for: 6 }, "adopted", 10],
  ["BAL-13 the absent count in a majority of the enrolled", ">1/2 enrolled", { for: 6 }, "rejected", 6, 12],
  ["BAL-13 one more carries a majority of the enrolled", ">1/2 enrolled", { for: 7 }, "adopted", 7, 12],
  [
    "BAL-14 half of the enrolled present meets a quorum of half",
    "simple quorum >=1/2 present",
    { for: 1 },
    "adopted",
    6,
    12,
  ],
  ["BAL-14 one short of it does not", "simple quorum >=1/2 present", { for: 1 }, "no-quorum", 5, 12],
  [
    "BAL-14 no quorum has its own word even when nothing is expressed",
    "simple quorum >=1/2 present",
    {},
    "no-quorum",
    5,
    12,
  ],
  ["BAL-14 half of 11 is met by 6", "simple quorum >=1/2 present", { for: 1 }, "adopted", 6, 11],
  ["BAL-14 and not by 5", "simple quorum >=1/2 present", { for: 1 }, "no-quorum", 5, 11],
  ["BAL-14 NPPV counts as having voted", "simple quorum >=1/2 voted", { for: 1, notTakingPart: 5 }, "adopted", 12, 12],
  ["BAL-14 who stays silent does not", "simple quorum >=1/2 voted", { for: 1, notTakingPart: 4 }, "no-quorum", 12, 12],
];

describe("counting", () => {
  it.each(cases)("%s", (_, written, counts, outcome, present, enrolled) => {
    expect(resultOf(written, counts, present, enrolled).outcome).toBe(outcome);
  });

  it("BAL-15 a result shows its working", () => {
    const result = resultOf(
      ">=2/3 expressed quorum >=1/2 present",
      { for: 104, against: 38, abstention: 12, notTakingPart: 4 },
      161,
      168,
    );
    expect(result).toEqual({
      method: "yes-no",
      outcome: "adopted",
      figures: {
        enrolled: 168,
        present: 161,
        voted: 158,
        expressed: 142,
        cast: 154,
        silent: 3,
        tally: { for: 104, against: 38, abstention: 12, notTakingPart: 4 },
      },
      majority: { base: "expressed", of: 142, needed: 95, had: 104 },
      quorum: { of: 168, needed: 84, had: 161, met: true },
    });
  });

  it("BAL-15 a simple majority says the number it took", () => {
    expect(resultOf("simple", { for: 5, against: 4 }).majority).toEqual({
      base: "expressed",
      of: 9,
      needed: 5,
      had: 5,
    });
    expect(resultOf("simple", { for: 4, against: 4 }).majority).toEqual({
      base: "expressed",
      of: 8,
      needed: 5,
      had: 4,
    });
  });

  it("BAL-16 weights are counted, never more than the whole", () => {
    const roll = rollOf(3).map((entry, i) => ({ ...entry, weight: i + 1 }));
    const ballot = opened(">1/2 enrolled", roll);
    const votes = votesCast(ballot, [
      { voter: voterNumber(2), choice: "for" },
      { voter: voterNumber(2), choice: "against" },
      { voter: voterNumber(2), choice: "for" },
    ]);
    const figures = count(roll, byPhone(votes));
    expect(figures).toMatchObject({ enrolled: 6, present: 6, voted: 3, tally: { for: 3 } });
    expect(decide(ballot.rule, figures).outcome).toBe("rejected");
  });

  it("BAL-17 a vote of somebody who is not present on the roll is our mistake, said aloud", () => {
    const ballot = opened("simple", rollOf(2));
    const votes = votesCast(ballot, [{ voter: voterNumber(1), choice: "for" }]);
    expect(() => closeBallot({ ...ballot, roll: rollOf(2, 1) }, byPhone(votes), 9)).toThrow(/not present/);
  });

  it("BAL-18 a slow reference written from the record's page agrees on random profiles", () => {
    const rules = [
      "simple",
      ">1/2 expressed",
      ">=2/3 expressed",
      ">=3/4 cast",
      ">1/2 present",
      ">1/2 enrolled",
      "simple quorum >=1/2 present",
      ">=2/3 expressed quorum >1/3 voted",
      ">=4/5 cast quorum >=2/3 voted",
    ];
    for (const seed of seeds()) {
      const random = randomFrom(seed);
      const below = (n: number): number => Math.floor(random() * n);
      for (let run = 0; run < runs(500, 20_000, 150); run++) {
        const written = rules[below(rules.length)] ?? "simple";
        const enrolled = below(14);
        const roll = rollOf(enrolled, below(enrolled + 1)).map((entry) => ({ ...entry, weight: 1 + below(3) }));
        const present = roll.filter((entry) => entry.presence === "present");
        const ballot = opened(written, roll);
        const votes = votesCast(
          ballot,
          Array.from({ length: present.length === 0 ? 0 : below(20) }, () => ({
            voter: present[below(present.length)]?.voter ?? "",
            choice: choices[below(4)] ?? "for",
          })),
        );
        const closed = closeBallot(ballot, byPhone(votes), 1);
        if (!closed.ok) throw new Error(closed.code);
        const { result } = closed.value;
        if (result.method !== "yes-no") throw new Error(result.method);
        const { outcome, majority, quorum, figures } = result;
        expect(outcome, `seed ${seed}, run ${run}: ${written}`).toBe(slowOutcome(written, roll, votes));
        // The working redoes the outcome by itself.
        const redone =
          quorum?.met === false
            ? "no-quorum"
            : figures.expressed === 0
              ? "no-result"
              : majority.had >= majority.needed
                ? "adopted"
                : "rejected";
        expect(redone, `seed ${seed}, run ${run}: ${written}`).toBe(outcome);
        expect(figures.voted + figures.silent).toBe(figures.present);
      }
    }
  });

  it("BAL-19 a rule is read as it was written, and a rule that both sides could carry is no rule", () => {
    for (const written of [
      "simple",
      ">=2/3 expressed",
      ">1/2 present quorum >=1/2 present",
      ">=1/1 cast quorum >1/3 voted",
    ])
      expect(writeRule(rule(written))).toBe(written);
    const none = [
      "",
      "simple ",
      "half",
      ">=1/2 expressed",
      ">1/3 cast",
      ">1/1 cast",
      ">=3/2 cast",
      ">=2/3",
      ">=2/3 expressed quorum",
      "simple quorum 1/2 present",
      ">=2/1001 present",
      ">=0/3 cast",
      "simple quorum >=1/2 cast",
      "simple quorum >=1/2 present quorum >=1/2 present",
    ];
    expect(none.filter((written) => parseRule(written).ok)).toEqual([]);
  });
});
