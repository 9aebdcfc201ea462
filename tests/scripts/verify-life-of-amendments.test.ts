import { describe, expect, it } from "vitest";

import { replayRecord } from "../../scripts/verify-replay.ts";
import { checkRecord } from "../../scripts/verify.ts";
import { reseal } from "../support/forge.ts";
import { aRecord } from "../support/record-story.ts";
import { change, faultOf, find, insert, remove, repeat, rewritten, type Act } from "../support/rewriting.ts";
import { faultsOf } from "../support/second-verifier.ts";

/**
 * The story with more life: two signatures required and given to what is voted, one of them taken back and given again;
 * the fourth amendment withdrawn by Kerloc'h and taken over by Orvelles, then ruled out instead of not moved.
 */
function lived(acts: Act[]): void {
  const factOf = (amendment: string): Act["data"] => {
    const last = acts.findLast(({ act, data }) => /submitted|revised/u.test(act) && data["amendment"] === amendment);
    return last?.data ?? {};
  };
  const required = { act: "gathering.set", data: { key: "supporters", before: "0", after: "2" } };
  const signs = (amendment: string, cosignatory: string): Act => ({
    act: "amendment.cosigned",
    data: { ...factOf(amendment), cosignatory },
  });
  const { reasonHash: _, ...withdrawn } = factOf("a4");
  insert(
    acts,
    ["amendment.revised"],
    required,
    { act: "amendment.deadlineSet", data: { text: "t1", untilMs: 1_579_370_000_000 } },
    { act: "amendment.deadlineSet", data: { text: "t1" } },
    ...["a1", "a2"].flatMap((one) => [signs(one, "kerloch"), signs(one, "tanneries")]),
    { ...signs("a2", "kerloch"), act: "amendment.uncosigned" },
    signs("a2", "kerloch"),
    { act: "amendment.withdrawn", data: withdrawn },
    { act: "amendment.takenOver", data: { ...withdrawn, delegation: "orvelles", from: "kerloch" } },
  );
  change(acts, ["amendment.notMoved"], { act: "amendment.inadmissible", data: { delegation: "orvelles" } });
}

const forgeries: readonly [name: string, where: string, spoil: (acts: Act[]) => void][] = [
  [
    "a call without the signatures that were required",
    "(amendment.called)",
    (acts) => remove(acts, ["amendment.cosigned"]),
  ],
  [
    "a deadline of a text that was never tabled",
    "(amendment.deadlineSet)",
    (acts) => change(acts, ["amendment.deadlineSet"], { data: { text: "t9" } }),
  ],
  ["a signature given twice", "(amendment.cosigned)", (acts) => repeat(acts, ["amendment.cosigned"])],
  [
    "a signature of its author",
    "(amendment.cosigned)",
    (acts) => change(acts, ["amendment.cosigned"], { data: { cosignatory: "orvelles" } }),
  ],
  [
    "a signature of a stranger",
    "(amendment.cosigned)",
    (acts) => change(acts, ["amendment.cosigned"], { data: { cosignatory: "nobody" } }),
  ],
  [
    "a signature of words that were revised since",
    "(amendment.cosigned)",
    (acts) => {
      const signed = find(acts, ["amendment.cosigned", 3]);
      const before = find(acts, ["amendment.submitted", 2]);
      change(acts, ["amendment.cosigned", 3], { data: { ...signed.data, ...before.data } });
    },
  ],
  ["a name taken back twice", "(amendment.uncosigned)", (acts) => repeat(acts, ["amendment.uncosigned"])],
  [
    "an amendment taken over that nobody withdrew",
    "(amendment.takenOver)",
    (acts) => remove(acts, ["amendment.withdrawn"]),
  ],
  [
    "an amendment taken over by who withdrew it",
    "(amendment.takenOver)",
    (acts) => change(acts, ["amendment.takenOver"], { data: { delegation: "kerloch" } }),
  ],
  [
    "an amendment taken over from another",
    "(amendment.takenOver)",
    (acts) => change(acts, ["amendment.takenOver"], { data: { from: "tanneries" } }),
  ],
  [
    "an amendment ruled out after it was rejected",
    "(amendment.inadmissible)",
    (acts) => {
      const called = find(acts, ["amendment.called"]);
      insert(acts, ["amendment.rejected"], { ...called, act: "amendment.inadmissible" });
    },
  ],
  [
    "an amendment ruled out while it was voted",
    "(amendment.inadmissible)",
    (acts) => insert(acts, ["ballot.opened"], { ...find(acts, ["amendment.called"]), act: "amendment.inadmissible" }),
  ],
];

const divisions: readonly [name: string, where: string, spoil: (acts: Act[]) => void][] = [
  [
    "a division of what its author had not said to be divisible",
    "(amendment.divided)",
    (acts) => change(acts, ["amendment.submitted", 3], { data: { divisible: undefined } }),
  ],
  [
    "a divided amendment that may no longer be divided",
    "(amendment.divided)",
    (acts) => change(acts, ["amendment.divided"], { data: { divisible: undefined } }),
  ],
  [
    "a division of what had not fallen",
    "(amendment.divided)",
    (acts) => {
      const divided = find(acts, ["amendment.divided"]);
      remove(acts, ["amendment.divided"]);
      remove(acts, ["amendment.notMoved", 2]);
      insert(acts, ["amendment.submitted", 3], divided);
    },
  ],
  ["a division twice", "(amendment.divided)", (acts) => repeat(acts, ["amendment.divided"])],
  [
    "a division for another delegation",
    "(amendment.divided)",
    (acts) => change(acts, ["amendment.divided"], { data: { delegation: "orvelles" } }),
  ],
  [
    "a division on another number",
    "(amendment.divided)",
    (acts) => change(acts, ["amendment.divided"], { data: { number: 9 } }),
  ],
];

describe("divided amendments in the record", () => {
  it("AMD-78 hold: of one that fell what still holds is kept, then not moved", () => {
    const file = JSON.stringify(aRecord({ divides: true }));
    expect(() => replayRecord(checkRecord(file))).not.toThrow();
    expect(faultsOf(file)).toEqual([]);
  });

  it.each(divisions)("DCL-7 refuses %s, and names it, as the second verifier does", (_, where, spoil) => {
    const forged = reseal(rewritten(aRecord({ divides: true }), spoil));
    expect(faultOf(forged).where).toContain(where);
    expect(faultsOf(JSON.stringify(forged))).not.toEqual([]);
  });

  it("AMD-78 refuses with --replay a division that keeps something else", () => {
    const forged = aRecord({ divides: "otherwise" });
    expect(() => checkRecord(JSON.stringify(forged))).not.toThrow();
    expect(faultOf(forged).where).toContain("(amendment.divided)");
  });
});

describe("the life of amendments in the record", () => {
  it("AMD-72 AMD-74 AMD-75 holds, with signatures, an amendment taken over and one ruled out", () => {
    const file = JSON.stringify(reseal(rewritten(aRecord(), lived)));
    expect(() => replayRecord(checkRecord(file))).not.toThrow();
    expect(faultsOf(file)).toEqual([]);
  });

  it.each(forgeries)("DCL-7 refuses %s, and names it, as the second verifier does", (_, where, spoil) => {
    const forged = reseal(
      rewritten(aRecord(), (acts) => {
        lived(acts);
        spoil(acts);
      }),
    );
    expect(faultOf(forged).where).toContain(where);
    expect(faultsOf(JSON.stringify(forged))).not.toEqual([]);
  });
});
