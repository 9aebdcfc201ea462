import { describe, expect, it } from "vitest";

import { judgmentOf, roundsOf, runoffOf, schulzeOf, stvOf } from "../../../support/ballots/written.ts";

/** Published cases: MieuxVoter's assertions; Schulze 2011, §3; those of the Condorcet and STV literature. */
describe("published cases", () => {
  it.for<readonly [title: string, tallies: readonly (readonly number[])[], ranks: readonly number[]]>([
    [
      "MJ1",
      [
        [1, 1, 1],
        [1, 0, 2],
        [3, 0, 0],
        [2, 0, 1],
        [0, 3, 0],
      ],
      [3, 1, 5, 4, 2],
    ],
    [
      "MJ4, 10 voters",
      [
        [2, 2, 2, 2, 2],
        [1, 2, 2, 2, 2],
        [0, 0, 4, 0, 0],
        [0, 0, 0, 0, 2],
        [0, 0, 0, 1, 1],
      ],
      [1, 1, 3, 4, 5],
    ],
    [
      "MJ5, 21 voters",
      [
        [1, 1, 4, 3, 7, 4, 1],
        [0, 2, 4, 3, 7, 4, 1],
        [1, 1, 4, 3, 7, 4, 1],
        [1, 0, 4, 3, 7, 4, 1],
      ],
      [2, 1, 2, 4],
    ],
  ])("BAL-61 majority judgment: %s", ([, tallies, ranks]) => {
    const { ranking } = judgmentOf(tallies);
    const better = (option: string) =>
      ranking
        .slice(
          0,
          ranking.findIndex((place) => place.includes(option)),
        )
        .flat();
    expect(tallies.map((_, index) => 1 + better(String.fromCharCode(65 + index)).length)).toEqual(ranks);
  });

  it.for<readonly [title: string, options: string, votes: string, ranking: string, condorcet: string | null]>([
    ["example 1", "A B C D", "A>C>D *8; B>A>D *2; C>D>B *4; D>B>A *4; D>C>B *3", "D>A>C>B", null],
    [
      "example 3",
      "A B C D E",
      "A>C>B>E *5; A>D>E>C *5; B>E>D>A *8; C>A>B>E *3; C>A>E>B *7; C>B>A>D *2; D>C>E>B *7; E>B>A>D *8",
      "E>A>C>B>D",
      null,
    ],
    ["example 4", "A B C D", "A>B>C *3; C>B>D *2; D>A>B *2; D>B>C *2", "B=D>A=C", null],
    ["example 6", "A B C D", "A>C>D *8; B>C>D *2; B>D>A *3; C>B>D *5; C>D>B; D>A>B *3; D>B>A", "A=C>D>B", null],
    ["Condorcet 1", "a b c", "a>c>b *23; b>c>a *19; c>b>a *16; c>a>b *2", "c>b>a", "c"],
    ["Condorcet 2", "X Y Z", "X>Y>Z *41; Y>Z>X *33; Z>X>Y *22", "X>Y>Z", null],
  ])("BAL-62 Schulze: %s", ([, options, votes, ranking, condorcet]) => {
    const counted = schulzeOf(options, votes);
    expect(counted.ranking.map((place) => place.join("=")).join(">")).toBe(ranking);
    expect(counted.winners).toEqual(counted.ranking[0]);
    expect(counted.outcome).toBe(counted.winners.length === 1 ? "elected" : "tie");
    expect(counted.working).toMatchObject({ condorcetWinner: condorcet });
  });

  it("BAL-63 instant run-off: Run-off 1", () => {
    const counted = runoffOf("A B C D", "A>B>C>D *42; B>C>D>A *26; C>D>B>A *15; D>C>B>A *17");
    expect(roundsOf(counted)).toEqual(["A 42 B 26 C 15 D 17", "A 42 B 26 D 32", "A 42 D 58"]);
    expect(counted).toMatchObject({ outcome: "elected", winners: ["D"], ranking: [["D"], ["A"], ["B"], ["C"]] });
  });

  it("BAL-63 instant run-off: Run-off 2", () => {
    const counted = runoffOf("bob bill sue", "bob>bill>sue; sue>bob>bill; bill>sue>bob; bob>bill>sue; sue>bob>bill");
    expect(roundsOf(counted)).toEqual(["bob 2 bill 1 sue 2", "bob 2 sue 3"]);
    expect(counted).toMatchObject({ outcome: "elected", winners: ["sue"] });
  });

  it("BAL-64 single transferable vote: STV 1, 2 seats", () => {
    const counted = stvOf(2, "A B C D", "A>B>C>D *28; A>C>D>B *14; B>C>A>D *15; C>A>B>D *17; D>B>C>A *26");
    expect(roundsOf(counted)).toEqual(["A 42 B 15 C 17 D 26", "A 34 B 61/3 C 59/3 D 26", "A 34 B 112/3 D 86/3"]);
    expect(counted).toMatchObject({ outcome: "elected", winners: ["A", "B"], working: { quota: 34 } });
  });

  it("BAL-64 single transferable vote: STV 3, 2 seats", () => {
    const counted = stvOf(
      2,
      "Andrea Brad Carter",
      "Andrea>Brad>Carter *12; Andrea>Carter>Brad *38; Carter>Andrea>Brad *13; Brad *27",
    );
    expect(roundsOf(counted)).toEqual(["Andrea 50 Brad 27 Carter 13", "Andrea 31 Brad 789/25 Carter 686/25"]);
    expect(counted).toMatchObject({ outcome: "elected", winners: ["Andrea", "Brad"], working: { quota: 31 } });
  });
});
