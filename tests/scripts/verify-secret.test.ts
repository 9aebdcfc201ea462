import { describe, expect, it } from "vitest";

import { replayRecord } from "../../scripts/verify-replay.ts";
import { checkRecord } from "../../scripts/verify.ts";
import { reseal, type RecordFile } from "../support/forge.ts";
import { recordWriter } from "../support/record.ts";
import { faultsOf } from "../support/second-verifier.ts";

const all = ["brigne", "kerloch", "orvelles", "tanneries"] as const;

/** A question put to a secret ballot: three of four vote, one is absent. */
function aSecretRecord(): RecordFile {
  const { file, record, typed, putToVote, closeUrn } = recordWriter("g1", all);
  record("gathering.created", { template: "commune-des-communes" });
  for (const delegation of all) record("delegation.admitted", { delegation });
  for (const delegation of all.slice(0, 3)) record("delegation.arrived", { delegation });
  record("agenda.added", { item: "i1", fieldsHash: typed("Élection du bureau") });
  record("agenda.started", { item: "i1" });
  const ballot = putToVote(1, "simple", { kind: "question", item: "i1" }, all.slice(0, 3), "secret");
  closeUrn(ballot, all.slice(0, 3), ["for", "against", "for"]);
  return file;
}

const accepted = (content: string): boolean => {
  try {
    replayRecord(checkRecord(content));
    return true;
  } catch {
    return false;
  }
};

describe("the record of a secret ballot", () => {
  it("BAL-96 is accepted by both verifiers, with its three votes", () => {
    const content = JSON.stringify(aSecretRecord());
    expect(checkRecord(content).votes).toBe(3);
    expect([accepted(content), faultsOf(content)]).toEqual([true, []]);
    expect(faultsOf(JSON.stringify(reseal(aSecretRecord())))).toEqual([]);
  });

  it("BAL-92 holds the sorted choices, and nothing of whose they are", () => {
    expect(aSecretRecord().ballots[0]?.votes).toBe('["against","for","for"]');
  });

  it.each([
    ["a choice is another", /\[\\"against\\",/, String.raw`[\"for\",`],
    ["a choice is missing", /\[\\"against\\",/, "["],
    ["a choice is added", /\[\\"against\\",/, String.raw`[\"against\",\"against\",`],
    ["a choice is none", /\[\\"against\\",/, String.raw`[\"Against\",`],
    ["choices are not sorted", /\[\\"against\\",\\"for\\"/, String.raw`[\"for\",\"against\"`],
    ["the list is none", /\[\\"against\\",\\"for\\",\\"for\\"\]/, String.raw`{\"against\":1,\"for\":2}`],
    ["a mark is missing", /\\"mark\\":\\"cast\\"/, String.raw`\"mark\":\"none\"`],
    ["a mark is none", /\\"mark\\":\\"cast\\"/, String.raw`\"mark\":\"seen\"`],
    ["the absent one is marked", /\\"mark\\":\\"none\\"/, String.raw`\"mark\":\"cast\"`],
    ["more votes were needed", /\\"leastVotes\\":3/, String.raw`\"leastVotes\":4`],
    ["the tally is another", /\\"for\\":2/, String.raw`\"for\":3`],
    ["it is called public", /\\"secrecy\\":\\"secret\\"/, String.raw`\"secrecy\":\"public\"`],
  ])("BAL-96 is refused by both when %s, its hashes made consistent again", (_, from, to) => {
    const whole = JSON.stringify(aSecretRecord());
    const forged: RecordFile = JSON.parse(whole.replace(from, () => to));
    const content = JSON.stringify(reseal(forged));
    expect(whole.replace(from, () => to)).not.toBe(whole);
    expect([accepted(content), faultsOf(content).length > 0]).toEqual([false, true]);
  });

  it("BAL-96 is refused by both when a weight differs", () => {
    const whole = JSON.stringify(aSecretRecord());
    const heavy = whole.replaceAll(
      /(\\"voter\\":\\"orvelles\\",\\"weight\\":)1/g,
      (_match: string, before: string) => `${before}2`,
    );
    const forged: RecordFile = JSON.parse(heavy);
    const content = JSON.stringify(reseal(forged));
    expect([accepted(content), faultsOf(content).length > 0]).toEqual([false, true]);
  });
});
