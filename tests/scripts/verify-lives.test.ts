import { describe, expect, it } from "vitest";

import { replayRecord } from "../../scripts/verify-replay.ts";
import { checkRecord } from "../../scripts/verify.ts";
import { reseal, type RecordFile } from "../support/forge.ts";
import { aRecord } from "../support/record-story.ts";
import { change, faultOf, find, insert, must, remove, repeat, rewritten, type Act } from "../support/rewriting.ts";
import { faultsOf } from "../support/second-verifier.ts";

/** Each is what a forger would write, every hash made consistent again; the first bad record is named exactly. */
const forgeries: readonly [name: string, where: string, spoil: (acts: Act[]) => void][] = [
  ["an act after the closing", "(delegation.left)", (acts) => acts.push(left("kerloch"))],
  ["a second creation", "(gathering.created)", (acts) => insert(acts, ["delegation.arrived"], must(acts[0]))],
  ["no creation", "(delegation.admitted)", (acts) => remove(acts, ["gathering.created"])],
  ["an act that does not exist", "(text.praised)", (acts) => change(acts, ["text.created"], { act: "text.praised" })],
  ["a delegation admitted twice", "(delegation.admitted)", (acts) => repeat(acts, ["delegation.admitted"])],
  [
    "a delegation withdrawn and still on the roll",
    "(ballot.opened)",
    (acts) => insert(acts, ["amendment.called"], { act: "delegation.withdrawn", data: { delegation: "tanneries" } }),
  ],
  [
    "a delegation left and marked present",
    "(ballot.opened)",
    (acts) => insert(acts, ["amendment.called"], left("kerloch")),
  ],
  [
    "one arrived and marked absent",
    "(ballot.opened)",
    (acts) => insert(acts, ["amendment.called"], arrived("tanneries")),
  ],
  ["one on the roll who was never admitted", "(ballot.opened)", (acts) => remove(acts, ["delegation.admitted", 3])],
  ["a ballot on an amendment that nobody called", "(ballot.opened)", (acts) => remove(acts, ["amendment.called"])],
  ["a ballot opened twice", "(ballot.opened)", (acts) => repeat(acts, ["ballot.opened"])],
  ["a ballot declared twice", "(ballot.declared)", (acts) => repeat(acts, ["ballot.declared", 1])],
  [
    "a ballot cancelled once it had decided",
    "(ballot.cancelled)",
    (acts) => insert(acts, ["amendment.rejected"], cancelled("b1")),
  ],
  [
    "a ballot annulled once it had decided, and what it decided left",
    "(amendment.called)",
    (acts) => insert(acts, ["amendment.rejected"], { act: "ballot.annulled", data: { ballot: "b1" } }),
  ],
  ["an adopted ballot without its adoption", "(amendment.notMoved)", (acts) => remove(acts, ["amendment.adopted"])],
  ["a rejected ballot without its rejection", "(amendment.called)", (acts) => remove(acts, ["amendment.rejected"])],
  ["a final ballot without what it decided", "(declaration.signed)", (acts) => remove(acts, ["text.adopted"])],
  ["a decision taken twice", "(amendment.rejected)", (acts) => repeat(acts, ["amendment.rejected"])],
  ["a text decided twice", "(text.adopted)", (acts) => repeat(acts, ["text.adopted"])],
  ["a text tabled twice", "(text.tabled)", (acts) => repeat(acts, ["text.tabled"])],
  ["a text never created", "(text.tabled)", (acts) => remove(acts, ["text.created"])],
  ["a text taken back once amended", "(text.untabled)", (acts) => insert(acts, ["amendment.submitted"], untabled)],
  ["a text taken back once adopted", "(text.untabled)", (acts) => insert(acts, ["text.adopted"], untabled)],
  [
    "a text withdrawn, then put to the vote",
    "(ballot.opened)",
    (acts) => insert(acts, ["amendment.called"], { act: "text.withdrawn", data: { text: "t1" } }),
  ],
  [
    "the whole put to the vote while an amendment waits",
    "(ballot.opened)",
    (acts) => remove(acts, ["amendment.notMoved"]),
  ],
  [
    "an amendment called that was never submitted",
    "(amendment.called)",
    (acts) => remove(acts, ["amendment.submitted"]),
  ],
  ["an amendment submitted twice", "(amendment.submitted)", (acts) => repeat(acts, ["amendment.submitted"])],
  [
    "an amendment submitted by a stranger",
    "(amendment.submitted)",
    (acts) => change(acts, ["amendment.submitted"], { data: { delegation: "nobody" } }),
  ],
  [
    "a number used twice",
    "(amendment.submitted)",
    (acts) => change(acts, ["amendment.submitted", 2], { data: { number: 1 } }),
  ],
  ["an amendment revised twice alike", "(amendment.revised)", (acts) => repeat(acts, ["amendment.revised"])],
  [
    "a revision by another delegation",
    "(amendment.revised)",
    (acts) => change(acts, ["amendment.revised"], { data: { delegation: "kerloch" } }),
  ],
  [
    "a revision on a version from before the text was tabled",
    "(amendment.revised)",
    (acts) => change(acts, ["amendment.revised"], { data: { version: 0 } }),
  ],
  [
    "an amendment called as it was before it was revised",
    "(amendment.called)",
    (acts) => change(acts, ["amendment.called", 2], { data: { ...find(acts, ["amendment.submitted", 2]).data } }),
  ],
  [
    "an amendment called under another number",
    "(amendment.called)",
    (acts) => change(acts, ["amendment.called"], { data: { number: 9 } }),
  ],
  [
    "an amendment withdrawn while it was put to the vote",
    "(amendment.withdrawn)",
    (acts) => insert(acts, ["ballot.opened"], { ...find(acts, ["amendment.called"]), act: "amendment.withdrawn" }),
  ],
  [
    "a fallen amendment called",
    "(amendment.called)",
    (acts) =>
      insert(acts, ["amendment.adopted"], { ...find(acts, ["amendment.submitted", 3]), act: "amendment.called" }),
  ],
  [
    "a signature of a stranger",
    "(declaration.signed)",
    (acts) => change(acts, ["declaration.signed"], { data: { delegation: "nobody" } }),
  ],
  ["a publication twice", "(declaration.published)", (acts) => repeat(acts, ["declaration.published"])],
  [
    "two agenda items at once",
    "(agenda.started)",
    (acts) => {
      insert(acts, ["agenda.started"], { act: "agenda.started", data: { item: "i2" } });
      insert(acts, ["agenda.started"], { act: "agenda.added", data: { item: "i2" } });
    },
  ],
];

/** Of the n-th amendment, which is submitted there. */
const opined = (acts: readonly Act[], data: Act["data"] = {}, nth = 1): Act => ({
  act: "amendment.opined",
  data: { ...find(acts, ["amendment.submitted", nth]).data, opinion: "favourable", ...data },
});

const reordered = (text: string, amendments: readonly string[]): Act => ({
  act: "amendment.reordered",
  data: { text, amendments },
});

/** The same of acts that the story has not: each is put in it, as it may not be. */
const opinionForgeries: typeof forgeries = [
  [
    "an opinion that does not exist",
    "(amendment.opined)",
    (acts) => insert(acts, ["amendment.submitted"], opined(acts, { opinion: "perhaps" })),
  ],
  [
    "an opinion of a stranger",
    "(amendment.opined)",
    (acts) => insert(acts, ["amendment.submitted"], opined(acts, { of: "nobody" })),
  ],
  [
    "an opinion on other changes",
    "(amendment.opined)",
    (acts) => insert(acts, ["amendment.submitted", 5], opined(acts, { number: 2 })),
  ],
  [
    "an opinion while it was put to the vote",
    "(amendment.opined)",
    (acts) => insert(acts, ["ballot.opened"], opined(acts)),
  ],
  [
    "an opinion on what was rejected",
    "(amendment.opined)",
    (acts) => insert(acts, ["amendment.rejected"], opined(acts)),
  ],
  [
    "an order of what was rejected",
    "(amendment.reordered)",
    (acts) => insert(acts, ["amendment.rejected"], reordered("t1", ["a2", "a1"])),
  ],
  [
    "an order that names one twice",
    "(amendment.reordered)",
    (acts) => insert(acts, ["amendment.submitted", 5], reordered("t1", ["a2", "a1", "a2"])),
  ],
  [
    "an order of another text",
    "(amendment.reordered)",
    (acts) => insert(acts, ["amendment.submitted", 5], reordered("t2", ["a2", "a1"])),
  ],
  [
    "an opinion on what has fallen",
    "(amendment.opined)",
    (acts) => insert(acts, ["amendment.adopted"], opined(acts, {}, 3)),
  ],
];

describe("what may follow what", () => {
  it.each(forgeries)("DCL-7 refuses %s, and names it, as the second verifier does", (_, where, spoil) => {
    const forged = reseal(rewritten(aRecord(), spoil));
    expect(faultOf(forged).where).toContain(where);
    expect(faultsOf(JSON.stringify(forged))).not.toEqual([]);
  });

  it.each(opinionForgeries)("DCL-7 refuses %s, and names it, as the second verifier does", (_, where, spoil) => {
    const forged = reseal(rewritten(aRecord(), spoil));
    expect(faultOf(forged).where).toContain(where);
    expect(faultsOf(JSON.stringify(forged))).not.toEqual([]);
  });

  it("DCL-7 lets delegations and the drafting group give and change opinions before the vote, and the chair reorder", () => {
    const file = reseal(
      rewritten(aRecord(), (acts) => {
        insert(acts, ["amendment.submitted", 5], opined(acts, { opinion: "withdrawalAsked" }));
        insert(acts, ["amendment.submitted", 5], reordered("t1", ["a3", "a1", "a2"]));
        insert(acts, ["amendment.called"], reordered("t1", []));
        insert(acts, ["amendment.called"], opined(acts, { of: "tanneries" }));
        insert(acts, ["amendment.called"], opined(acts, { of: "tanneries", opinion: "wisdom" }));
      }),
    );
    expect(() => replayRecord(checkRecord(JSON.stringify(file)))).not.toThrow();
    expect(faultsOf(JSON.stringify(file))).toEqual([]);
  });

  it.each([
    ["a ballot that no act opens", (file: RecordFile) => file.ballots.push({ ...must(file.ballots[0]), ballot: "b9" })],
    [
      "changes that no act submits",
      (file: RecordFile) => file.changeSets.push({ ...must(file.changeSets[0]), amendment: "a9" }),
    ],
  ])("DCL-7 refuses %s", (_, add) => {
    const file = aRecord();
    add(file);
    expect(faultOf(file).message).toMatch(/^aucun acte/);
    expect(faultsOf(JSON.stringify(file))).not.toEqual([]);
  });

  it("DCL-7 lets a person be erased once the gathering is closed", () => {
    const erased = { act: "person.erased", data: { participant: "p9" } };
    const file = reseal(rewritten(aRecord(), (acts) => acts.push(erased)));
    expect(() => replayRecord(checkRecord(JSON.stringify(file)))).not.toThrow();
    expect(faultsOf(JSON.stringify(file))).toEqual([]);
  });
});

const left = (delegation: string): Act => ({ act: "delegation.left", data: { delegation } });
const arrived = (delegation: string): Act => ({ act: "delegation.arrived", data: { delegation } });
const cancelled = (ballot: string): Act => ({ act: "ballot.cancelled", data: { ballot } });
const untabled: Act = { act: "text.untabled", data: { text: "t1" } };
