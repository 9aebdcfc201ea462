import { describe, expect, it } from "vitest";

import { filledBy, parseAsking, readSaid, saidByPaper, voteFields } from "../../../shared/ballots/index.ts";

const asking = (method: string, options?: number, seats?: number) => {
  const asked = parseAsking({ method, options, seats });
  if (asked === null) throw new Error(method);
  return asked;
};

describe("a filled paper", () => {
  it.each([
    ["yes-no", asking("yes-no"), { choice: "against" }, "against"],
    ["consent", asking("consent"), { choice: "objection" }, "objection"],
    ["choice", asking("choice", 3), { choice: "2" }, "2"],
    ["temperature", asking("temperature", 3), { choice: "3" }, "3"],
    ["approval", asking("approval", 12), { "mark-10": "10", "mark-2": "2" }, "2,10"],
    ["grades", asking("majority-judgment", 3), { "grade-3": "reject", "grade-1": "good" }, "1:good,3:reject"],
    ["places", asking("schulze", 3), { "place-1": "2", "place-2": "1", "place-3": "2" }, "2>1=3"],
    ["places with a gap", asking("instant-runoff", 3), { "place-1": "3", "place-2": "1", "place-3": "" }, "2>1"],
    ["places for seats", asking("stv", 3, 2), { "place-3": "1" }, "3"],
    ["a blank one", asking("approval", 2), { abstention: "1" }, "abstention"],
    ["no part taken", asking("schulze", 2), { "place-1": "", "place-2": "", notTakingPart: "1" }, "notTakingPart"],
  ])("BAL-85 %s is written in its method's form", (_, asked, fields, said) => {
    expect(saidByPaper(fields)).toBe(said);
    expect(readSaid(asked, said)).toBe(said);
  });

  it.each([
    ["an empty one", asking("approval", 2), {}],
    ["options beside abstention", asking("approval", 2), { "mark-1": "1", abstention: "1" }],
    ["abstention beside NPPV", asking("schulze", 2), { abstention: "1", notTakingPart: "1" }],
    ["a grade beside NPPV", asking("majority-judgment", 2), { "grade-1": "good", notTakingPart: "1" }],
    ["equals in a run-off", asking("instant-runoff", 2), { "place-1": "1", "place-2": "1" }],
    ["equals for seats", asking("stv", 3, 1), { "place-1": "1", "place-2": "1" }],
    ["a field of another method", asking("choice", 2), { "place-1": "1", "place-2": "1" }],
  ])("BAL-85 %s is no vote", (_, asked, fields) => {
    expect(readSaid(asked, saidByPaper(fields))).toBeNull();
  });

  it("BAL-86 is shown again as it was filled in, a vote or not", () => {
    const graded = filledBy(saidByPaper({ "grade-1": "good", "grade-3": "reject", abstention: "1" }));
    expect([graded.gradeOf("1"), graded.gradeOf("2"), graded.gradeOf("3")]).toEqual(["good", null, "reject"]);
    expect([graded.has("abstention"), graded.has("notTakingPart")]).toEqual([true, false]);
    const ranked = filledBy("2>1=3");
    expect(["1", "2", "3", "4"].map(ranked.placeOf)).toEqual([2, 1, 2, null]);
    const marked = filledBy("1,3+notTakingPart");
    expect(["1", "2", "3", "notTakingPart"].map(marked.has)).toEqual([true, false, true, true]);
    expect(filledBy(null).has("for")).toBe(false);
  });

  it("BAL-85 becomes the choice of the vote, and its own fields go no further", () => {
    const sent = { ballot: "b", delegation: "d", requestKey: "k", replaces: "", "mark-1": "1", "mark-2": "2" };
    expect(voteFields(sent)).toEqual({ ballot: "b", delegation: "d", requestKey: "k", replaces: "", choice: "1,2" });
    expect(voteFields({ ballot: "b", choice: "1,2" })).toEqual({ ballot: "b", choice: "1,2" });
  });
});
