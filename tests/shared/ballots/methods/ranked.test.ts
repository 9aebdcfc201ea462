import { describe, expect, it } from "vitest";

import { roundsOf, runoffOf, schulzeOf, stvOf } from "../../../support/ballots/written.ts";

describe("Schulze", () => {
  it("BAL-62 a link of two that are level stands in no direction, and every option is equal", () => {
    expect(schulzeOf("A B", "A>B; B>A")).toMatchObject({
      outcome: "tie",
      winners: ["A", "B"],
      working: { matrix: { A: { B: 1 }, B: { A: 1 } }, strengths: { A: { B: 0 } }, paths: { A: { B: [] } } },
    });
    expect(schulzeOf("A B", "A>B *2; B>A")).toMatchObject({ winners: ["A"], working: { condorcetWinner: "A" } });
  });

  it("BAL-62 unlisted options share the last place; a vote that lists none is blank", () => {
    expect(schulzeOf("A B C", "A")).toMatchObject({
      ranking: [["A"], ["B", "C"]],
      working: { matrix: { A: { B: 1, C: 1 }, B: { A: 0, C: 0 }, C: { A: 0, B: 0 } } },
    });
    expect(schulzeOf("A B C", " *4")).toMatchObject({ outcome: "no-result", winners: [], ranking: [] });
    expect(schulzeOf("A B C", "A=B=C *4")).toMatchObject({ outcome: "tie", ranking: [["A", "B", "C"]] });
  });

  it("BAL-62 shows a strongest path, whose weakest link is its strength", () => {
    const { working } = schulzeOf("A B C D", "A>C>D *8; B>A>D *2; C>D>B *4; D>B>A *4; D>C>B *3");
    if (!("paths" in working)) throw new Error("No paths");
    const { matrix, strengths, paths } = working;
    for (const [from, row] of Object.entries(paths)) {
      for (const [to, path] of Object.entries(row)) {
        expect([path[0], path.at(-1), new Set(path).size]).toEqual([from, to, path.length]);
        const links = path.slice(1).map((next, index) => matrix[path[index] ?? ""]?.[next]);
        expect(Math.min(...links.map((link) => link ?? 0))).toBe(strengths[from]?.[to]);
      }
    }
    expect(strengths).toMatchObject({ A: { B: 14, C: 14, D: 12 }, D: { A: 13, B: 19, C: 13 } });
  });

  it("BAL-62 a link is as strong as the votes for it, not as the distance", () => {
    // A beats B by 5 to 4, B beats C by 4 to 2, C beats A by 6 to 3: by votes B's link is the weakest, by distance A's.
    expect(schulzeOf("A B C", "B>C>A *4; C>A>B *2; A *3")).toMatchObject({ outcome: "elected", winners: ["C"] });
  });
});

describe("instant run-off", () => {
  it("BAL-63 more than half is needed, half is not enough", () => {
    expect(runoffOf("A B C", "A *3; B *2; C>B")).toMatchObject({ outcome: "tie", working: { tied: ["A", "B"] } });
    expect(runoffOf("A B C", "A *3; B *2")).toMatchObject({ outcome: "elected", winners: ["A"] });
    expect(roundsOf(runoffOf("A B C", "A *3; B *2"))).toEqual(["A 3 B 2 C 0"]);
  });

  it("BAL-63 a vote that lists nobody left is in no half", () => {
    const counted = runoffOf("A B C", "A *4; B *3; C *2");
    expect(counted).toMatchObject({ outcome: "elected", winners: ["A"] });
    expect(counted.working).toMatchObject({ rounds: [{ exhausted: 0 }, { exhausted: 2 }] });
  });

  it("BAL-65 a tie for the last place is declared, with the tied options and the rounds so far", () => {
    expect(runoffOf("A B C D", "A *6; B *4; C *3; D>C *2")).toMatchObject({ outcome: "elected", winners: ["A"] });
    const tied = runoffOf("A B C D", "A *5; B *4; C *3; D>C *3");
    expect(tied).toMatchObject({
      outcome: "tie",
      winners: [],
      ranking: [["A", "B", "C", "D"]],
      working: {
        tied: ["C", "D"],
        rounds: [{ votes: { A: 5, B: 4, C: 3, D: 3 }, tied: ["C", "D"], eliminated: null }],
      },
    });
  });

  it("BAL-65 the assembly's decision goes on from there, and one that names none of the tied decides nothing", () => {
    const votes = "A *5; B *4; C *3; D>C *3";
    const decided = runoffOf("A B C D", votes, ["D"]);
    expect(roundsOf(decided)).toEqual(["A 5 B 4 C 3 D 3", "A 5 B 4 C 6", "A 5 C 6"]);
    expect(decided).toMatchObject({ outcome: "elected", winners: ["C"] });
    expect(runoffOf("A B C D", votes, ["A"])).toMatchObject({ outcome: "tie", working: { tied: ["C", "D"] } });
  });

  it("BAL-63 nothing ranked is no result", () => {
    expect(runoffOf("A B", " *3")).toMatchObject({ outcome: "no-result", winners: [], working: { rounds: [] } });
    expect(runoffOf("A B", " *3; B")).toMatchObject({ outcome: "elected", winners: ["B"] });
  });
});

describe("single transferable vote", () => {
  it("BAL-64 the quota itself elects, one less does not", () => {
    // 9 votes, 2 seats: a quota of 4.
    expect(stvOf(2, "A B C", "A *4; B *3; C *2").working).toMatchObject({
      quota: 4,
      rounds: [{ elected: ["A"], transferred: [] }, { elected: ["B"] }],
    });
    expect(stvOf(2, "A B C D", "A *3; B *3; C *2; D").working).toMatchObject({
      quota: 4,
      rounds: [{ elected: [] }, {}, {}],
    });
  });

  it("BAL-64 equal surpluses go on together, the larger one before", () => {
    const equal = stvOf(3, "A B C D", "A>C *30; B>D *30; C *10; D *9; C>D *2");
    expect(equal.working).toMatchObject({ quota: 21, rounds: [{ elected: ["A", "B"], transferred: ["A", "B"] }, {}] });
    expect(roundsOf(equal)[1]).toBe("A 21 B 21 C 21 D 18");
    const larger = stvOf(3, "A B C D", "A>C *31; B>D *30; C *10; D *10");
    expect(roundsOf(larger).slice(0, 3)).toEqual(["A 31 B 30 C 10 D 10", "A 21 B 30 C 20 D 10", "A 21 B 21 C 20 D 19"]);
  });

  it("BAL-64 an option never gets a vote that does not list it: it is exhausted at its value", () => {
    // Quota 4: half of A's eight votes goes on in value, and only that of the votes for B.
    const counted = stvOf(2, "A B C", "A *4; A>B *4; C *2; B");
    expect(counted.working).toMatchObject({
      quota: 4,
      rounds: [{ exhausted: 0 }, { exhausted: 2 }, { exhausted: 4 }],
    });
    expect(roundsOf(counted)[1]).toBe("A 4 B 3 C 2");
  });

  it("BAL-64 those left fill the seats left without a quota", () => {
    expect(stvOf(2, "A B C", "A *9; B *2; C")).toMatchObject({ outcome: "elected", winners: ["A", "B"] });
    expect(stvOf(5, "A B", "A *2; B")).toMatchObject({
      outcome: "elected",
      winners: ["A", "B"],
      ranking: [["A"], ["B"]],
    });
  });

  it("BAL-65 a tie for the last place is declared; who was elected before it stays so", () => {
    const counted = stvOf(2, "A B C", "A *4; B *2; C *2");
    expect(counted).toMatchObject({
      outcome: "tie",
      winners: ["A"],
      ranking: [["A"], ["B", "C"]],
      working: { tied: ["B", "C"] },
    });
    expect(stvOf(2, "A B C", "A *4; B *2; C *2", ["C"])).toMatchObject({ outcome: "elected", winners: ["A", "B"] });
  });

  it("BAL-64 no vote is lost: held and exhausted make the whole", () => {
    const { working } = stvOf(2, "A B C D", "A>B>C *7; A>D *3; B *2; C>D *3; D>A *3");
    if (!("quota" in working)) throw new Error("No rounds");
    for (const { votes, exhausted } of working.rounds) {
      const parts = [...Object.values(votes), exhausted].map((held) => {
        const [numerator = 0, denominator = 1] = String(held).split("/").map(Number);
        return numerator / denominator;
      });
      expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(18, 9);
    }
  });

  it("BAL-64 nothing ranked is no result", () => {
    expect(stvOf(2, "A B", " *3")).toMatchObject({
      outcome: "no-result",
      winners: [],
      working: { quota: 1, rounds: [] },
    });
  });
});
