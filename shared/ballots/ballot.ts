import { canonicalJson, hashText, shortCode, type ActData } from "../journal/index.ts";
import { assertNever, ok, refuse, type Result } from "../refusals.ts";
import { choices } from "./choice.ts";
import { count, decide, type BallotResult } from "./count.ts";
import { phonesOnly, presentOn, rollHash, type Roll } from "./roll.ts";
import { writeRule, type Rule } from "./rule.ts";
import { marksHash, votesHash, type Vote } from "./vote.ts";

/** What is put to the vote, opaque to this room: its kind, the string that was hashed, its hash. */
export interface Subject {
  readonly kind: string;
  readonly body: string;
  readonly hash: string;
}

interface Asked {
  readonly id: string;
  /** The agenda item under which it is put. */
  readonly item: string;
  readonly subject: Subject;
  /** The words as typed, null once erased; the journal knows them by their salted hash. */
  readonly question: string | null;
  readonly questionHash: string;
  readonly rule: Rule;
  /** The ballot that this one replaces, when that was annulled. */
  readonly replaces: string | null;
}

/** What is fixed at opening, for good. `number` counts 1, 2, 3… in the gathering; `head` is the journal's, just before. */
interface Opened extends Asked {
  readonly number: number;
  readonly openedAtMs: number;
  readonly head: string;
  readonly roll: Roll;
  readonly hash: string;
}

interface Counted extends Opened {
  readonly closedAtMs: number;
  readonly result: BallotResult;
  readonly marksHash: string;
  readonly votesHash: string;
}

export interface PreparedBallot extends Asked {
  readonly state: "prepared";
}
export interface OpenBallot extends Opened {
  readonly state: "open";
  readonly lastCall: boolean;
}
export interface ClosedBallot extends Counted {
  readonly state: "closed";
}
export interface DeclaredBallot extends Counted {
  readonly state: "declared";
  readonly declaredAtMs: number;
}
/** Its votes are never counted, shown or exported. `opened` is null when it was cancelled before opening. */
export interface CancelledBallot extends Asked {
  readonly state: "cancelled";
  readonly opened: CancelledOpening | null;
  readonly cancelledAtMs: number;
}
/** What is still said of the opening of a cancelled ballot: no name of the roll. */
export interface CancelledOpening extends Pick<Opened, "number" | "hash" | "openedAtMs"> {
  readonly enrolled: number;
  readonly present: number;
}

/** A ballot's life: only a closed or declared one has a result. (`annulled` comes with annulling.) */
export type Ballot = PreparedBallot | OpenBallot | ClosedBallot | DeclaredBallot | CancelledBallot;
export type BallotState = Ballot["state"];

export interface Opening {
  readonly number: number;
  readonly head: string;
  readonly roll: Roll;
  readonly atMs: number;
}

/** Fixes what is put to the vote, under which rule, to whom, and after which act of the journal. */
export function openBallot(ballot: Ballot, { number, head, roll, atMs }: Opening): Result<OpenBallot> {
  if (ballot.state !== "prepared") return refuse("wrong-state", `ballot-${ballot.state}`);
  const fixed = { ...ballot, number, openedAtMs: atMs, head, roll };
  return ok({ ...fixed, state: "open", lastCall: false, hash: hashText(ballotBody(fixed)) });
}

/** Closes and counts. Never by a timer: only the chair's act comes here. */
export function closeBallot(ballot: Ballot, votes: readonly Vote[], atMs: number): Result<ClosedBallot> {
  if (ballot.state !== "open") return refuse("wrong-state", `ballot-${ballot.state}`);
  const { lastCall: _, ...opened } = ballot;
  return ok({
    ...opened,
    state: "closed",
    closedAtMs: atMs,
    result: decide(ballot.rule, count(ballot.roll, votes)),
    marksHash: marksHash(ballot.roll, votes),
    votesHash: votesHash(votes),
  });
}

/** Makes the count the assembly's decision. */
export function declareResult(ballot: Ballot, atMs: number): Result<DeclaredBallot> {
  if (ballot.state !== "closed") return refuse("wrong-state", `ballot-${ballot.state}`);
  return ok({ ...ballot, state: "declared", declaredAtMs: atMs });
}

/** Before closing only: afterwards a ballot is annulled, with its count in the record. */
export function cancelBallot(ballot: Ballot, atMs: number): Result<CancelledBallot> {
  switch (ballot.state) {
    case "prepared":
    case "open": {
      const { id, item, subject, question, questionHash, rule, replaces } = ballot;
      const opened = ballot.state === "open" ? openingOf(ballot) : null;
      const asked = { id, item, subject, question, questionHash, rule, replaces };
      return ok({ ...asked, opened, state: "cancelled", cancelledAtMs: atMs });
    }
    case "closed":
    case "declared":
    case "cancelled":
      return refuse("wrong-state", `ballot-${ballot.state}`);
    default:
      return assertNever(ballot);
  }
}

/** What a cancelled ballot keeps of its opening. */
export function openingOf({ number, hash, openedAtMs, roll }: Omit<Opened, keyof Asked>): CancelledOpening {
  return { number, hash, openedAtMs, enrolled: roll.length, present: presentOn(roll).length };
}

/** One key closes and proclaims when nothing but phones can still bring a vote. */
export const canCloseAndDeclare = (ballot: OpenBallot): boolean => phonesOnly(ballot.roll);

/** The data of `ballot.opened`. */
export function openedFact(ballot: Opened): ActData["ballot.opened"] {
  return { ...fixedAtOpening(ballot), hash: ballot.hash };
}

/** The data of `ballot.closed`. */
export function closedFact(ballot: Counted): ActData["ballot.closed"] {
  const { id, result, marksHash, votesHash } = ballot;
  return { ballot: id, tally: result.figures.tally, marksHash, votesHash };
}

/** The string that is hashed at opening (docs/record-format.md, Ballot). */
export const ballotBody = (ballot: Omit<Opened, "hash">): string =>
  canonicalJson({ ...fixedAtOpening(ballot), head: ballot.head });

function fixedAtOpening(ballot: Omit<Opened, "hash">) {
  return {
    ballot: ballot.id,
    number: ballot.number,
    subjectHash: ballot.subject.hash,
    questionHash: ballot.questionHash,
    options: [...choices],
    method: "choice",
    rule: writeRule(ballot.rule),
    unit: "delegation",
    secrecy: "public",
    rollHash: rollHash(ballot.roll),
    enrolled: ballot.roll.length,
    present: presentOn(ballot.roll).length,
    ...(ballot.replaces === null ? {} : { replaces: ballot.replaces }),
  };
}

/** What every screen shows to compare; it catches mix-ups, the hash proves. */
export const ballotCode = (ballot: Pick<Opened, "hash">): string => shortCode(ballot.hash);
