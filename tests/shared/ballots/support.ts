import {
  byPhone,
  buildRoll,
  castVote,
  closeBallot,
  openBallot,
  parseRule,
  type Choice,
  type OpenBallot,
  type PreparedBallot,
  type Registered,
  type Roll,
  type Rule,
  type Vote,
  usualFranchise,
} from "../../../shared/ballots/index.ts";
import { hashText, hashWords } from "../../../shared/journal/index.ts";

export function rule(written: string): Rule {
  const parsed = parseRule(written);
  if (!parsed.ok) throw new Error(`not a rule: ${written}`);
  return parsed.value;
}

/** So many delegations d001, d002…: the first `present` of them are there. */
export const rollOf = (enrolled: number, present = enrolled): Roll =>
  buildRoll(Array.from({ length: enrolled }, (_, i) => registered(voterNumber(i), { present: i < present })));

/** A delegation of two places as check-in knows it. */
export const registered = (delegation: string, known: Partial<Registered> = {}): Registered => ({
  voter: delegation,
  delegation,
  delegates: 2,
  enrolled: true,
  present: true,
  ...known,
});

export const voterNumber = (index: number): string => `d${String(index + 1).padStart(3, "0")}`;

export const prepared = (written = "simple"): PreparedBallot => ({
  state: "prepared",
  id: "b1",
  item: "i1",
  subject: { kind: "amendment", body: "{}", hash: hashText("{}") },
  question: "Adoptez-vous l’amendement 1 ?",
  questionHash: hashWords({ salt: "0123456789abcdef0123456789abcdef", words: "Adoptez-vous l’amendement 1 ?" }),
  asking: { method: "yes-no" },
  options: null,
  optionsHash: null,
  rule: rule(written),
  franchise: usualFranchise,
  secrecy: "public",
  replaces: null,
});

export function opened(written: string, roll: Roll): OpenBallot {
  const ballot = openBallot(prepared(written), { number: 1, head: hashText("head"), roll, atMs: 1000 });
  if (!ballot.ok) throw new Error(ballot.code);
  return ballot.value;
}

export interface Said {
  readonly voter: string;
  readonly choice: Choice;
  readonly key?: string;
}

/** Votes cast one after the other, each with a key of its own unless it says one. */
export function votesCast(ballot: OpenBallot, said: readonly Said[]): readonly Vote[] {
  const votes: Vote[] = [];
  for (const { voter, choice, key } of said) {
    const entry = ballot.roll.find((one) => one.voter === voter) ?? null;
    const request = { choice, requestKey: key ?? `k${votes.length}`, by: voter, as: voter, replaces: null };
    const cast = castVote(ballot, entry, request, votes, { order: votes.length + 1, atMs: 2000 });
    if (!cast.ok) throw new Error(cast.code);
    if (cast.value.kind === "written") votes.push(cast.value.vote);
  }
  return votes;
}

export interface Counts {
  readonly for?: number;
  readonly against?: number;
  readonly abstention?: number;
  readonly notTakingPart?: number;
}

/** The result of a ballot in which so many delegations answered so, of so many present and enrolled. */
export function resultOf(written: string, counts: Counts, present?: number, enrolled?: number) {
  const said = (["for", "against", "abstention", "notTakingPart"] as const).flatMap((choice) =>
    Array.from({ length: counts[choice] ?? 0 }, () => choice),
  );
  const there = present ?? said.length;
  const ballot = opened(written, rollOf(enrolled ?? there, there));
  const votes = votesCast(
    ballot,
    said.map((choice, i) => ({ voter: voterNumber(i), choice })),
  );
  const closed = closeBallot(ballot, byPhone(votes), 3000);
  if (!closed.ok) throw new Error(closed.code);
  const { result } = closed.value;
  if (result.method !== "yes-no") throw new Error(result.method);
  return result;
}
