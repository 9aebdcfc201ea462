import { expect, it } from "vitest";

import { readKept } from "../../../client/pages/ballots/index.ts";

const kept = { kind: "kept-vote", ballot: "b1", delegation: "d1", choice: "objection", requestKey: "k", replaces: "" };

it("BAL-157 a vote kept on the device is read back with its reason; one that was kept without has none", () => {
  expect(readKept({ ...kept, reason: "Trop cher.", triedMs: 5 }, "b1")).toMatchObject({ reason: "Trop cher." });
  expect(readKept({ ...kept, triedMs: null }, "b1")).toMatchObject({ choice: "objection", reason: "" });
});
