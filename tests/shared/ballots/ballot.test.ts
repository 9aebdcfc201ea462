import { readFileSync } from "node:fs";

import { describe, expect, it } from "vitest";

import {
  byPhone,
  ballotBody,
  ballotCode,
  buildRoll,
  cancelBallot,
  closeBallot,
  declareResult,
  marksBody,
  openBallot,
  openedFact,
  rollBody,
  usualFranchise,
  votesBody,
  type Vote,
} from "../../../shared/ballots/index.ts";
import { hashText } from "../../../shared/journal/index.ts";
import { opened, prepared, registered, rollOf, voterNumber, votesCast } from "./support.ts";

const page = readFileSync(new URL("../../../docs/record-format.md", import.meta.url), "utf8");
const example = (heading: string): string => {
  const section = page.slice(page.indexOf(`\n## ${heading}\n`));
  return /```json\n(.+)\n```/.exec(section)?.[1] ?? "";
};

describe("a ballot's life", () => {
  it("BAL-20 goes from prepared to open, closed, declared, and never back", () => {
    const open = opened("simple", rollOf(3));
    const votes = votesCast(open, [{ voter: voterNumber(0), choice: "for" }]);
    const closed = closeBallot(open, byPhone(votes), 5000);
    if (!closed.ok) throw new Error(closed.code);
    const declared = declareResult(closed.value, 6000);
    if (!declared.ok) throw new Error(declared.code);
    expect(declared.value).toMatchObject({ state: "declared", result: { outcome: "adopted" }, number: 1 });

    const opening = { number: 2, head: "", roll: rollOf(1), atMs: 1 };
    for (const ballot of [open, closed.value, declared.value])
      expect(openBallot(ballot, opening)).toMatchObject({
        ok: false,
        code: "wrong-state",
        detail: `ballot-${ballot.state}`,
      });
    for (const ballot of [prepared(), closed.value, declared.value])
      expect(closeBallot(ballot, byPhone([]), 1)).toMatchObject({
        ok: false,
        code: "wrong-state",
        detail: `ballot-${ballot.state}`,
      });
    for (const ballot of [prepared(), open, declared.value])
      expect(declareResult(ballot, 1)).toMatchObject({
        ok: false,
        code: "wrong-state",
        detail: `ballot-${ballot.state}`,
      });
    for (const ballot of [closed.value, declared.value])
      expect(cancelBallot(ballot, 1)).toMatchObject({
        ok: false,
        code: "wrong-state",
        detail: `ballot-${ballot.state}`,
      });
  });

  it("BAL-21 a cancelled ballot holds neither roll nor count; opened before, it keeps its number", () => {
    const cancelled = cancelBallot(opened("simple", rollOf(3)), 9);
    expect(cancelled).toMatchObject({ ok: true, value: { state: "cancelled", opened: { number: 1, enrolled: 3 } } });
    expect(JSON.stringify(cancelled)).not.toContain("d001");
    expect(cancelBallot(prepared(), 9)).toMatchObject({ ok: true, value: { opened: null } });
  });

  it("BAL-22 the roll lists all enrolled, sorted, each present, absent or excused; the withdrawn are not on it", () => {
    const roll = buildRoll([
      registered("tanneries", { present: false }),
      registered("kerloch"),
      registered("brémont", { enrolled: false }),
      registered("orvelles", { present: false, excused: true }),
    ]);
    expect(roll.map(({ voter, presence, weight }) => [voter, presence, weight])).toEqual([
      ["kerloch", "present", 1],
      ["orvelles", "excused", 1],
      ["tanneries", "absent", 1],
    ]);
  });

  it("BAL-23 everything fixed at opening changes the ballot's hash and code", () => {
    const base = { number: 1, head: hashText("head"), roll: rollOf(3), atMs: 1000 };
    const code = (over: object, of = prepared()) => {
      const ballot = openBallot({ ...of, ...over }, { ...base, ...over });
      return ballot.ok ? ballotCode(ballot.value) : "";
    };
    const codes = [
      code({}),
      code({ number: 2 }),
      code({ head: hashText("another") }),
      code({ roll: rollOf(4) }),
      code({ roll: rollOf(3, 2) }),
      code({ subject: { kind: "amendment", body: "[]", hash: hashText("[]") } }),
      code({ questionHash: hashText("Autre ?") }),
      code({ replaces: "b0" }),
      ...(["unit", "weights", "proxies", "split"] as const).map((term) =>
        code({
          franchise: {
            ...usualFranchise,
            [term]: term === "unit" ? "delegate" : term === "weights" ? "delegates" : true,
          },
        }),
      ),
      code({}, prepared(">=2/3 expressed")),
    ];
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes[0]).toMatch(/^.{4}-.{4}$/);
    expect(code({ atMs: 5 })).toBe(codes[0]);
  });

  it("BAL-24 roll, marks, votes and ballot hash byte for byte as the record's page says", () => {
    const roll = [...buildRoll([registered("kerloch"), registered("tanneries", { present: false })])];
    roll.splice(1, 0, { voter: "orvelles", delegation: "orvelles", weight: 1, channel: "hands", presence: "present" });
    const vote = (order: number, voter: string, choice: "for" | "against", entered = false): Vote => ({
      order,
      voter,
      choice,
      entered,
      requestKey: `k${order}`,
      by: "",
      atMs: 0,
      receipt: "",
    });
    const votes = [vote(3, "kerloch", "for"), vote(1, "kerloch", "against"), vote(2, "orvelles", "for", true)];
    expect(rollBody(roll)).toBe(example("Roll"));
    expect(marksBody(roll, byPhone(votes))).toBe(example("Marks"));
    expect(votesBody(byPhone(votes))).toBe(example("List of votes"));

    const subject = example("Subject");
    const ballot = openBallot(
      { ...prepared(), subject: { kind: "amendment", body: subject, hash: hashText(subject) } },
      { number: 1, head: "7a68faebda200f63c9ef32321f0c2a16e721aee2933044c9384506636b0aaf4e", roll, atMs: 1 },
    );
    if (!ballot.ok) throw new Error(ballot.code);
    expect(ballotBody(ballot.value)).toBe(example("Ballot"));
    expect(openedFact(ballot.value).hash).toBe(hashText(example("Ballot")));
  });
});
