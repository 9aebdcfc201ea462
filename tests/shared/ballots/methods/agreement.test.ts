import { describe, expect, it } from "vitest";

import { runs, seeds } from "../../../support/runs.ts";
import {
  firstDisagreement,
  judgment,
  marks,
  outcomesMet,
  runoff,
  schulze,
  transfers,
  yesNo,
  type Law,
} from "./agreement.ts";

const laws: readonly (readonly [title: string, law: Law])[] = [
  ["for, against, abstention, NPPV", yesNo()],
  ["choice", marks("choice")],
  ["approval", marks("approval")],
  ["majority judgment", judgment()],
  ["Schulze", schulze()],
  ["instant run-off", runoff()],
  ["single transferable vote", transfers()],
];

/** Wrong rules that are told to the reference: the random profiles must be such that each is noticed. */
const mutants: readonly (readonly [title: string, law: Law])[] = [
  ["a majority of half, reached at half", yesNo(withHalf)],
  [
    "a base of the cast for one of the expressed",
    yesNo((rule) => ({ ...rule, majority: { ...rule.majority, base: "cast" } })),
  ],
  ["no quorum asked", yesNo((rule) => ({ ...rule, quorum: null }))],
  ["approval of the first option marked only", marks("approval", (paper, option) => paper.options[0] === option)],
  ["the upper of two in the middle", judgment((votes) => Math.floor(votes / 2) + 1)],
  ["the middle taken from the best", judgment((votes) => Math.max(1, Math.floor(votes / 2)))],
  ["a missing grade that is not the worst", judgment(undefined, 1)],
  ["losing votes", schulze((agreeing, opposite) => (agreeing > opposite ? 1000 - opposite : 0))],
  ["margins", schulze((agreeing, opposite) => Math.max(0, agreeing - opposite))],
  ["links of a tie", schulze((agreeing, opposite) => (agreeing >= opposite ? agreeing : 0))],
  ["unlisted options without an opinion", schulze(undefined, bothListed)],
  ["half of all the votes, exhausted ones too", runoff((_, all) => all / 2)],
  ["half itself", runoff((lying) => lying / 2 - 0.5)],
  ["Hare's quota", transfers({ quota: (papers, seats) => Math.max(1, Math.floor(papers / seats)) })],
  ["a quota without its one", transfers({ quota: (papers, seats) => Math.max(1, Math.floor(papers / (seats + 1))) })],
  ["the last pile only handed on", transfers({ going: "last" })],
  ["the smallest surplus first", transfers({ first: "smallest" })],
  ["all surpluses at once", transfers({ first: "every" })],
  ["a tie decided by the order of the options", transfers({ tie: "listed" })],
];

describe("a slow reference that counts paper by paper", () => {
  it.for(laws)("BAL-69 agrees on random profiles: %s", ([, law]) => {
    for (const seed of seeds()) expect(firstDisagreement(law, seed, runs(500, 10_000, 150))).toBeNull();
  });

  it.for(laws)("BAL-69 meets every outcome in them, ties too: %s", ([title, law]) => {
    const among = ["elected", "no-result", "tie"];
    const ofSides = ["adopted", "no-quorum", "no-result", "rejected"];
    expect(outcomesMet(law, 1, 500)).toEqual(title.startsWith("for,") ? ofSides : among);
  });

  it.for(mutants)("BAL-69 would notice a wrong rule: %s", ([, law]) => {
    expect(firstDisagreement(law, 1, 500)).not.toBeNull();
  });
});

function withHalf(rule: Parameters<Parameters<typeof yesNo>[0] & object>[0]) {
  return { ...rule, majority: { ...rule.majority, atLeast: true } };
}

function bothListed({ ranking }: { readonly ranking: readonly (readonly string[])[] }, a: string, b: string): boolean {
  const [first, second] = [a, b].map((option) => ranking.findIndex((place) => place.includes(option)));
  return first !== undefined && second !== undefined && first !== -1 && second !== -1 && first < second;
}
