import fc from "fast-check";
import { describe, expect, it } from "vitest";

import {
  castVote,
  consentSteps,
  reasonFor,
  reasonsOn,
  stepAfter,
  voteFields,
  type RollEntry,
  type Vote,
} from "../../../shared/ballots/index.ts";

const consent = { method: "consent" } as const;
const entry: RollEntry = {
  voter: "kerloch",
  delegation: "kerloch",
  weight: 1,
  channel: "phone",
  presence: "present",
};

describe("the reason of a vote", () => {
  it.each([
    ["objection", "  Trop cher.\n", "Trop cher."],
    ["objection", " \n", "reason-needed"],
    ["objection", undefined, "reason-needed"],
    ["reservation", undefined, null],
    ["reservation", "Revoir dans un an.", "Revoir dans un an."],
    ["consent", "Oui !", null],
    ["abstention", "Sans avis.", null],
  ])("BAL-150 of %s, typed as %j, is %j", (said, typed, expected) => {
    const reason = reasonFor(consent, said, typed);
    expect(reason.ok ? reason.value : reason.code).toBe(expected);
  });

  it("BAL-150 no other method takes one", () => {
    expect(reasonFor({ method: "yes-no" }, "against", "Trop cher.")).toEqual({ ok: true, value: null });
  });

  it("BAL-150 on a paper, that of the answer that is chosen counts, and both are shown again", () => {
    const paper = { ballot: "b1", choice: "objection", "reason-objection": "Non.", "reason-reservation": "Peut-être." };
    expect(voteFields(paper)).toEqual({ ballot: "b1", choice: "objection", reason: "Non." });
    expect(reasonsOn(paper)).toEqual({ objection: "Non.", reservation: "Peut-être." });
    expect(reasonsOn({ choice: "objection", reason: "Non." })).toEqual({ objection: "Non." });
    expect(voteFields({ ...paper, choice: "consent" })).toEqual({ ballot: "b1", choice: "consent" });
  });

  it("BAL-151 the same key is the same vote with the same reason alone", () => {
    const on = { state: "open", hash: "h" } as const;
    const keyAndReason = fc.tuple(fc.constantFrom("k1", "k2", "k3"), fc.constantFrom(null, "r1", "r2"));
    const send = (votes: Vote[], requestKey: string, reasonHash: string | null) => {
      const asked = { choice: "reservation", reasonHash, requestKey, by: "p1", as: entry.voter, replaces: null };
      const before = votes.find((vote) => vote.requestKey === requestKey);
      const casting = castVote(on, entry, asked, votes, { order: votes.length + 1, atMs: votes.length });
      if (casting.ok && casting.value.kind === "written") votes.push(casting.value.vote);
      if (before === undefined) return [casting.ok && casting.value.kind, "written"];
      if (before.reasonHash === reasonHash) return [casting.ok && casting.value.kind, "repeated"];
      return [casting.ok || casting.code, "request-key-reused"];
    };
    fc.assert(
      fc.property(fc.array(keyAndReason, { maxLength: 12 }), (sent) => {
        const votes: Vote[] = [];
        const answers = sent.map(([key, reason]) => send(votes, key, reason));
        expect(answers.map(([got]) => got)).toEqual(answers.map(([, expected]) => expected));
      }),
    );
  });

  it("BAL-155 a round goes through its four steps, and then asks for objections again", () => {
    expect(consentSteps.map(stepAfter)).toEqual(["react", "objections", "integrate", "objections"]);
  });
});
