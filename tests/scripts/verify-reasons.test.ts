import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { checkRecord } from "../../scripts/verify.ts";
import { reseal, type RecordFile } from "../support/forge.ts";
import { openRoad, type Road } from "../support/road.ts";
import { faultsOf } from "../support/second-verifier.ts";

let road: Road;
let record: string;
beforeAll(async () => {
  road = await openRoad();
  const chair = road.assembly.chair.cookie;
  const asked = { subject: "question", question: "Consentez-vous ?", method: "consent" };
  const { ballot } = (await road.assembly.act(chair, "ballot.open", asked)).json();
  const [{ cookie, delegation }, other] = road.three;
  const vote = { ballot, delegation, choice: "objection", reason: "Trop cher.", requestKey: "k" };
  await road.act(cookie, "vote.cast", vote);
  const consent = { ballot, delegation: other.delegation, choice: "consent", requestKey: "k2" };
  await road.act(other.cookie, "vote.cast", consent);
  await road.act(chair, "ballot.conclude", { ballot });
  record = await road.record();
});
afterAll(async () => road[Symbol.asyncDispose]());

const accepted = (content: string): boolean => {
  try {
    checkRecord(content);
    return true;
  } catch {
    return false;
  }
};

describe("the record of a round of consent", () => {
  it.each([
    ["a reason's words are others", /Trop cher\./u, "Trop tôt.", false],
    ["its hash is another", /(\\"reasonHash\\":\\")[0-9a-f]{2}/u, "$1zz", false],
    [
      "who consents has a reason",
      /(\\"choice\\":\\"consent\\",\\"entered\\":false,\\"order\\":2,)/u,
      String.raw`$1\"reasonHash\":\"00\",`,
      true,
    ],
    ["it was no round of consent", /\\"method\\":\\"consent\\"/u, String.raw`\"method\":\"choice\"`, true],
  ])("BAL-154 is refused by both when %s", (_, from, to, resealed) => {
    const changed = record.replace(from, to);
    expect(changed).not.toBe(record);
    const forged: RecordFile = JSON.parse(changed);
    const content = resealed ? JSON.stringify(reseal(forged)) : changed;
    expect([accepted(content), faultsOf(content).length > 0]).toEqual([false, true]);
  });
});
