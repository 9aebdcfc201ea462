import { describe, expect, it } from "vitest";

import {
  annulBallot,
  byPhone,
  cancelBallot,
  closeBallot,
  closedFact,
  declareResult,
  openBallot,
  type Ballot,
  type ClosedBallot,
  type DeclaredBallot,
} from "../../../shared/ballots/index.ts";
import { hashText } from "../../../shared/journal/index.ts";
import { annul, currentMoment, mayReplace, sealSubject, type PlenarySubject } from "../../../shared/plenary/index.ts";
import type { Result } from "../../../shared/refusals.ts";
import { opened, prepared, rollOf, voterNumber, votesCast } from "../ballots/support.ts";
import { randomFrom, runs, seeds } from "../../support/runs.ts";

const hash = hashText("hash");
const text = { text: "t1", version: 7, head: hash } as const;
const subjects: readonly PlenarySubject[] = [
  { kind: "question", item: "i1" },
  { kind: "amendment", amendments: ["a1"], changes: hash, ...text, result: hash },
  { kind: "text", ...text, hash },
];
const sides = ["for", "against", "abstention", "notTakingPart"] as const;
type Side = (typeof sides)[number];

const must = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`${result.code} ${result.detail ?? ""}`);
  return result.value;
};

function closed(subject: PlenarySubject, said: readonly Side[], rule = "simple"): ClosedBallot {
  const opening = { number: 3, head: hash, roll: rollOf(3), atMs: 1 };
  const ballot = must(openBallot({ ...prepared(rule), subject: sealSubject(subject) }, opening));
  const votes = said.map((choice, i) => ({ voter: voterNumber(i), choice }));
  return must(closeBallot(ballot, byPhone(votesCast(ballot, votes)), 2));
}
const declared = (ballot: ClosedBallot): DeclaredBallot => must(declareResult(ballot, 3));
const known = (ballot: ClosedBallot | DeclaredBallot) => ({
  ballot,
  closed: closedFact(ballot),
  declared: ballot.state === "declared" ? { ballot: ballot.id, outcome: ballot.result.outcome } : null,
});

describe("annulling", () => {
  it.each(seeds())(
    "BAL-25 seed %i: what is closed can be annulled, unless it has decided on the whole of a text",
    (seed) => {
      const random = randomFrom(seed);
      const among = <T>(all: readonly [T, ...T[]] | readonly T[]): T => all[Math.floor(random() * all.length)] as T;
      for (let run = 0; run < runs(60, 2000); run += 1) {
        const subject = among(subjects);
        const said = Array.from({ length: Math.floor(random() * 4) }, () => among(sides));
        const counted = closed(subject, said, among(["simple", ">=2/3 expressed", "simple quorum >=2/3 voted"]));
        const ballot = random() < 0.5 ? counted : declared(counted);
        const { outcome } = ballot.result;
        const decided = ballot.state === "declared" && subject.kind === "text" && /^(adopted|rejected)$/u.test(outcome);
        // Everything that was fixed and counted stays as it was.
        const kept = {
          ...ballot,
          state: "annulled",
          annulledAtMs: 9,
          declaredAtMs: ballot.state === "declared" ? 3 : null,
        };
        const refused = { ok: false, code: "wrong-state", detail: "ballot-decided" };
        expect(annul(known(ballot), 9)).toMatchObject(decided ? refused : { ok: true, value: kept });
      }
    },
  );

  it("BAL-25 before closing, and once annulled, nothing is annulled; what is annulled moves no more", () => {
    const open = opened("simple", rollOf(3));
    const annulled = must(annulBallot(declared(closed({ kind: "question", item: "i1" }, ["for"])), 9));
    for (const ballot of [prepared(), open, must(cancelBallot(open, 2)), annulled] satisfies Ballot[])
      expect(annul({ ballot, closed: null, declared: null }, 9)).toMatchObject({
        ok: false,
        code: "wrong-state",
        detail: `ballot-${ballot.state}`,
      });
    for (const move of [cancelBallot(annulled, 1), declareResult(annulled, 1), closeBallot(annulled, byPhone([]), 1)])
      expect(move).toMatchObject({ ok: false, code: "wrong-state", detail: "ballot-annulled" });
  });

  it("BAL-25 a row that says otherwise than the journal is not annulled", () => {
    const counted = closed({ kind: "text", ...text, hash }, ["for"]);
    const was = { ballot: "b1", outcome: "adopted" };
    for (const evidence of [
      { ...known(counted), declared: was },
      { ...known(counted), closed: null },
      { ...known(declared(counted)), declared: null },
      { ...known(declared(closed({ kind: "text", ...text, hash }, []))), declared: was },
    ])
      expect(annul(evidence, 9)).toMatchObject({ ok: false, code: "no-ballot" });
  });

  it("BAL-26 one ballot alone takes the place of an annulled one", () => {
    const counted = declared(closed({ kind: "question", item: "i1" }, ["for"]));
    const annulled = must(annulBallot(counted, 9));
    expect(mayReplace(annulled, null)).toMatchObject({ ok: true, value: { id: annulled.id } });
    expect(mayReplace(annulled, { id: "b4" })).toMatchObject({ code: "wrong-state", detail: "ballot-replaced" });
    expect(mayReplace(counted, null)).toMatchObject({ code: "wrong-state", detail: "ballot-not-annulled" });
  });

  it("BAL-27 an annulled ballot is what the hall sees until the chair goes on", () => {
    const ballot = { id: "b3", number: 3, state: "annulled", amendments: ["a1"] } as const;
    const facts = { closed: false, item: "i1", ballots: [ballot], called: [] };
    expect(currentMoment(facts)).toEqual({ kind: "result", ballot: "b3" });
    expect(currentMoment({ ...facts, called: ["a2"] })).toEqual({ kind: "discussion", amendments: ["a2"] });
    const next = { id: "b4", number: 4, state: "open", amendments: ["a1"] } as const;
    expect(currentMoment({ ...facts, ballots: [ballot, next] })).toEqual({ kind: "voting", ballot: "b4" });
  });
});
