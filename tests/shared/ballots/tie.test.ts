import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { parseAsking, resultOf, tieLeft, type Asking, type MethodResult } from "../../../shared/ballots/index.ts";
import { rollOf, rule } from "./support.ts";

const options = 4;
const asking = (method: string, seats?: number): Asking => {
  const parsed = parseAsking({ method, options, ...(seats === undefined ? {} : { seats }) });
  if (parsed === null) throw new Error(method);
  return parsed;
};

function counted(asked: Asking, tally: Readonly<Record<string, number>>): MethodResult {
  const result = resultOf(asked, rule("simple"), rollOf(200), tally);
  if (!("answer" in result)) throw new Error("Not among options");
  return result;
}

/** Rankings of some of four options, a few votes each. */
const rankings = fc.dictionary(
  fc.shuffledSubarray(["1", "2", "3", "4"], { minLength: 1 }).map((ranked) => ranked.join(">")),
  fc.integer({ min: 1, max: 5 }),
  { minKeys: 1, maxKeys: 6 },
);

describe("what a tie leaves to the assembly", () => {
  it.each([
    ["instant run-off", asking("instant-runoff"), { "1>2": 3, "2>1": 2, "3>1": 2 }, ["1", "2", "3"], undefined],
    ["one seat of two", asking("stv", 2), { "1": 9, "2": 3, "3": 3, "4": 1 }, ["2", "3"], 1],
    ["a choice", asking("choice"), { "1": 3, "2": 3, "3": 1 }, ["1", "2"], undefined],
  ])("BAL-170 %s: the options still in the race, and the seats left", (_, asked, tally, left, seats) => {
    const tied = tieLeft(asked, counted(asked, tally));
    expect(tied?.options).toEqual(left);
    expect(tied?.asking).toEqual({ ...asked, options: left.length, ...(seats === undefined ? {} : { seats }) });
  });

  it("BAL-170 whatever was voted: nobody elected nor out, all of the tied, and fewer seats than options", () => {
    const askings = fc.constantFrom(asking("instant-runoff"), asking("stv", 2), asking("stv", 3));
    fc.assert(
      fc.property(askings, rankings, (asked, tally) => {
        const result = counted(asked, tally);
        const { working } = result.answer;
        const rounds = "rounds" in working ? working.rounds : [];
        const tied = "tied" in working ? working.tied : [];
        const gone = rounds.flatMap((round) => [round.eliminated, ...("elected" in round ? round.elected : [])]);
        const left = tieLeft(asked, result);
        expect(left === null).toBe(result.outcome !== "tie");
        expect((left?.options ?? []).filter((option) => gone.includes(option))).toEqual([]);
        expect(tied.filter((option) => !(left?.options ?? []).includes(option))).toEqual([]);
        const next = left?.asking ?? asked;
        expect(parseAsking(next)).toEqual(next);
      }),
    );
  });
});
