import { describe, expect, it } from "vitest";

import {
  byPhone,
  cancelBallot,
  closeBallot,
  closedFact,
  declareResult,
  openBallot,
  openedFact,
  type ClosedBallot,
} from "../../../shared/ballots/index.ts";
import { hashText } from "../../../shared/journal/index.ts";
import {
  conclude,
  isConcluded,
  readSubject,
  sealSubject,
  type AmendmentSubject,
  type BallotEvidence,
} from "../../../shared/plenary/index.ts";
import { ok, refuse } from "../../../shared/refusals.ts";
import { prepared, rollOf, voterNumber, votesCast, type Said } from "../ballots/support.ts";

const subject: AmendmentSubject = {
  kind: "amendment",
  amendments: ["a2", "a1"],
  changes: hashText("changes"),
  text: "t1",
  version: 7,
  head: hashText("head"),
  result: hashText("result"),
};

/** A ballot of three delegations, closed with these votes, and everything that is known of it. */
function evidence(
  said: readonly Said[],
  over: Partial<BallotEvidence> = {},
): BallotEvidence & { ballot: ClosedBallot } {
  const sealed = sealSubject(subject);
  const open = openBallot(
    { ...prepared(), subject: sealed },
    { number: 1, head: hashText("journal"), roll: rollOf(3), atMs: 1 },
  );
  if (!open.ok) throw new Error(open.code);
  const votes = votesCast(open.value, said);
  const ballot = closeBallot(open.value, byPhone(votes), 5);
  if (!ballot.ok) throw new Error(ballot.code);
  return {
    votes: byPhone(votes),
    opened: openedFact(ballot.value),
    closed: closedFact(ballot.value),
    settled: false,
    subjectNow: ok(subject),
    ...over,
    ballot: ballot.value,
  };
}

const yes: readonly Said[] = [{ voter: voterNumber(0), choice: "for" }];
const no: readonly Said[] = [{ voter: voterNumber(0), choice: "against" }];

describe("concluding", () => {
  it("PLN-1 a closed, adopted ballot of this very subject makes a conclusion", () => {
    const declared = conclude(evidence(yes), 9);
    expect(declared).toMatchObject({
      ok: true,
      value: {
        decides: "adopted",
        ballot: { state: "declared" },
        conclusion: { subject: { amendments: ["a1", "a2"], version: 7 } },
      },
    });
    expect(declared.ok && "conclusion" in declared.value && isConcluded(declared.value.conclusion)).toBe(true);
    expect(isConcluded({ outcome: "adopted" })).toBe(false);
  });

  it("PLN-2 a rejected ballot makes no adoption, a ballot without result changes nothing", () => {
    expect(conclude(evidence(no), 9)).toMatchObject({ ok: true, value: { decides: "rejected" } });
    const nothing = conclude(evidence([]), 9);
    expect(nothing).toMatchObject({
      ok: true,
      value: { decides: "nothing", ballot: { result: { outcome: "no-result" } } },
    });
    expect(nothing.ok && "conclusion" in nothing.value).toBe(false);
  });

  it("PLN-3 without its row, or without its entry at opening or closing, there is no ballot", () => {
    const known = evidence(yes);
    for (const over of [{ ballot: null }, { opened: null }, { closed: null }])
      expect(conclude({ ...known, ...over }, 9)).toMatchObject({ ok: false, code: "no-ballot" });
  });

  it("PLN-3 a row whose outcome, subject, tally, hash or roll was changed is no ballot", () => {
    const known = evidence(yes);
    const { ballot } = known;
    const other = sealSubject({ ...subject, version: 8 });
    const changed: readonly ClosedBallot[] = [
      { ...ballot, result: { ...ballot.result, outcome: "rejected" } },
      { ...ballot, subject: { ...ballot.subject, hash: hashText("another") } },
      { ...ballot, subject: { ...ballot.subject, body: other.body } },
      { ...ballot, subject: other },
      { ...ballot, hash: hashText("another") },
      { ...ballot, roll: rollOf(4) },
      { ...ballot, votesHash: hashText("another") },
    ];
    for (const one of changed)
      expect(conclude({ ...known, ballot: one }, 9)).toMatchObject({ ok: false, code: "no-ballot" });
    expect(conclude({ ...evidence(no), ballot: { ...evidence(no).ballot, result: ballot.result } }, 9).ok).toBe(false);
  });

  it("PLN-3 votes that were changed, added or taken away are no ballot", () => {
    const known = evidence(yes);
    const [vote] = "choices" in known.votes ? [] : known.votes.votes;
    if (!vote) throw new Error("one vote");
    for (const votes of [[], [{ ...vote, choice: "against" as const }], [vote, { ...vote, order: 2, voter: "d002" }]])
      expect(conclude({ ...known, votes: byPhone(votes) }, 9)).toMatchObject({ ok: false, code: "no-ballot" });
  });

  it("PLN-3 a row set back to open after the journal said closed is no ballot", () => {
    const known = evidence(yes);
    const { closedAtMs: _, result: __, marksHash: ___, votesHash: ____, ...opened } = known.ballot;
    const open = { ...opened, state: "open" as const, lastCall: false, step: null };
    expect(conclude({ ...known, ballot: open }, 9)).toMatchObject({ ok: false, code: "no-ballot" });
    expect(conclude({ ...known, ballot: open, closed: null }, 9)).toMatchObject({ ok: false, code: "wrong-state" });
  });

  it("PLN-4 a ballot is concluded once", () => {
    const known = evidence(yes);
    expect(conclude({ ...known, settled: true }, 9)).toMatchObject({ ok: false, code: "wrong-state" });
    const declared = declareResult(known.ballot, 9);
    const cancelled = cancelBallot(prepared(), 1);
    if (!declared.ok || !cancelled.ok) throw new Error("made so");
    expect(conclude({ ...known, ballot: declared.value }, 9).ok).toBe(false);
    expect(conclude({ ...known, ballot: cancelled.value }, 9).ok).toBe(false);
  });

  it("PLN-5 what was voted must be what would be adopted: else nothing is", () => {
    const moved = conclude(evidence(yes, { subjectNow: ok({ ...subject, version: 8 }) }), 9);
    expect(moved).toMatchObject({ ok: false, code: "not-adoptable", detail: "changed" });
    const gone = conclude(evidence(yes, { subjectNow: refuse("not-adoptable", "fallen") }), 9);
    expect(gone).toMatchObject({ ok: false, code: "not-adoptable", detail: "fallen" });
    expect(conclude(evidence(no, { subjectNow: refuse("not-adoptable", "fallen") }), 9).ok).toBe(true);
  });

  it("PLN-6 a subject is read only as it was hashed", () => {
    const sealed = sealSubject(subject);
    expect(readSubject(sealed)).toEqual({ ...subject, amendments: ["a1", "a2"] });
    expect(readSubject({ ...sealed, kind: "text" })).toBeNull();
    expect(readSubject({ ...sealed, body: `${sealed.body} ` })).toBeNull();
    expect(readSubject({ kind: "text", body: "[]", hash: hashText("[]") })).toBeNull();
  });
});
