import { describe, expect, it } from "vitest";

import { usualFranchise } from "../../shared/ballots/index.ts";
import { replayRecord } from "../../scripts/verify-replay.ts";
import { checkRecord } from "../../scripts/verify.ts";
import { reseal, type RecordFile } from "../support/forge.ts";
import { recordWriter } from "../support/record.ts";
import { faultsOf } from "../support/second-verifier.ts";

const all = ["brigne", "kerloch", "orvelles", "tanneries"] as const;

/** Four delegations of two places, three of them there; kerloch carries the vote of tanneries, orvelles splits its own. */
function aRecord(): RecordFile {
  const { file, record, typed, putToVote, close } = recordWriter("g1", all);
  record("gathering.created", { template: "commune-des-communes" });
  for (const delegation of all) record("delegation.admitted", { delegation });
  for (const delegation of all.slice(0, 3)) record("delegation.arrived", { delegation });
  record("agenda.added", { item: "i1", fieldsHash: typed("Une suite") });
  record("agenda.started", { item: "i1" });
  const franchise = { ...usualFranchise, weights: "delegates", proxies: true, split: true } as const;
  const voting = { franchise, proxies: { tanneries: "kerloch" } };
  const question = { kind: "question", item: "i1" } as const;
  const ballot = putToVote(1, "simple", question, all.slice(0, 3), "public", null, voting);
  close(ballot, [
    ["brigne", "for"],
    ["kerloch", "for"],
    ["tanneries", "against"],
    ["orvelles", "for*1,against*1"],
  ]);
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

describe("the record of a ballot with proxies, weights and split votes", () => {
  it("BAL-145 BAL-146 is accepted by both verifiers", () => {
    const content = JSON.stringify(aRecord());
    expect(content).toContain(String.raw`\"tally\":{\"abstention\":0,\"against\":3,\"for\":5,\"notTakingPart\":0}`);
    expect([accepted(content), faultsOf(content)]).toEqual([true, []]);
    expect(faultsOf(JSON.stringify(reseal(aRecord())))).toEqual([]);
  });

  const holder = String.raw`\"holder\":\"kerloch\"`;
  it.each([
    ["the holder is not there", holder, String.raw`\"holder\":\"tanneries\"`],
    ["nobody holds it", `${holder},`, ""],
    ["proxies were not allowed", String.raw`\"proxies\":true,`, ""],
    ["there were no weights", String.raw`,\"weights\":\"delegates\"`, ""],
    ["votes could not be split", String.raw`\"split\":true,`, ""],
    ["a split vote is too much", String.raw`for*1,against*1`, String.raw`for*2,against*1`],
    ["a split vote holds nothing", String.raw`for*1,against*1`, String.raw`for*2,against*0`],
    ["a split vote names an answer twice", String.raw`for*1,against*1`, String.raw`for*1,for*1`],
    ["a split vote is out of order", String.raw`for*1,against*1`, String.raw`against*1,for*1`],
    ["a split vote is one", String.raw`for*1,against*1`, String.raw`for*2`],
    ["a split vote is said thrice over", String.raw`for*1,against*1`, String.raw`for*1*1,against*1`],
    ["a split vote is too little", String.raw`for*1,against*1`, String.raw`for*1`],
    [
      "one of those there carries its own vote by another",
      String.raw`\"presence\":\"represented\"`,
      String.raw`\"presence\":\"present\"`,
    ],
  ])("BAL-145 BAL-146 is refused by both when %s, its hashes made consistent again", (_, from, to) => {
    const whole = JSON.stringify(aRecord());
    const spoilt = whole.replaceAll(from, () => to);
    expect(spoilt).not.toBe(whole);
    const content = JSON.stringify(reseal(JSON.parse(spoilt)));
    expect([accepted(content), faultsOf(content).length > 0]).toEqual([false, true]);
  });
});
