import {
  ballotBody,
  closedFact,
  countVotes,
  declareResult,
  evidentSides,
  marksHash,
  openedFact,
  votesHash,
  type Ballot,
  type ClosedBallot,
  type DeclaredBallot,
  type Received,
  type Subject,
} from "../ballots/index.ts";
import { canonicalJson, hashText, type ActData } from "../journal/index.ts";
import { ok, refuse, type Result } from "../refusals.ts";
import { readSubject, sealSubject, type PlenarySubject, type TextualSubject } from "./subject.ts";

/**
 * What a declared ballot decided of its subject. Made by `conclude` alone: the class is not exported and its private
 * field keeps any other object from passing for one.
 */
class Concluded<O extends "adopted" | "rejected"> {
  readonly #outcome: O;
  readonly ballot: DeclaredBallot;
  readonly subject: TextualSubject;

  constructor(outcome: O, ballot: DeclaredBallot, subject: TextualSubject) {
    this.#outcome = outcome;
    this.ballot = ballot;
    this.subject = subject;
  }

  get outcome(): O {
    return this.#outcome;
  }

  static is(value: object): boolean {
    return #outcome in value;
  }
}

/** A declared ballot adopted this very subject: what the one function that writes an adoption asks for. */
export type Conclusion = Concluded<"adopted">;
/** A declared ballot rejected this very subject. */
export type Rejection = Concluded<"rejected">;

/** For the door of a store: no data, however shaped, is a conclusion. */
export const isConcluded = (value: object): boolean => Concluded.is(value);

/** What concluding decides: the subject's fate, or nothing changed (the subject stays called). */
export type Declaration =
  | { readonly decides: "adopted"; readonly ballot: DeclaredBallot; readonly conclusion: Conclusion }
  | { readonly decides: "rejected"; readonly ballot: DeclaredBallot; readonly conclusion: Rejection }
  /** Without result or quorum; or on a question, whose answer changes no text. */
  | { readonly decides: "nothing"; readonly ballot: DeclaredBallot };

/** All that is known of a ballot at the moment of concluding: its row, what it received, what the journal says of it. */
export interface BallotEvidence {
  readonly ballot: Ballot | null;
  readonly votes: Received;
  /** The data of this ballot's entries, null when the journal has none. */
  readonly opened: ActData["ballot.opened"] | null;
  readonly closed: ActData["ballot.closed"] | null;
  /** The journal says it was declared, cancelled or annulled already. */
  readonly settled: boolean;
  /** What would be put to the vote now, made anew from the text and the amendment; refused when it no longer can be. */
  readonly subjectNow: Result<PlenarySubject>;
}

/**
 * The assembly's decision, from a closed ballot whose row, votes and journal entries all say the same. Refuses
 * `no-ballot` when one of them is missing or says otherwise, `wrong-state` when the ballot is not closed or was
 * settled before, `not-adoptable` when what was voted is no longer what would be adopted.
 */
export function conclude(evidence: BallotEvidence, atMs: number): Result<Declaration> {
  const { ballot, opened, closed } = evidence;
  if (ballot === null || opened === null) return refuse("no-ballot");
  if (evidence.settled) return refuse("wrong-state", `ballot-${isUndone(ballot) ? ballot.state : "declared"}`);
  // A row that says open, or anything else, after the journal said closed was tampered with.
  if (ballot.state !== "closed")
    return closed === null ? refuse("wrong-state", `ballot-${ballot.state}`) : refuse("no-ballot");
  if (closed === null || !agree(ballot, opened, closed) || !recounts(ballot, heard(evidence.votes, closed)))
    return refuse("no-ballot");
  const subject = readSubject(ballot.subject);
  if (subject === null) return refuse("no-ballot");
  const declared = declareResult(ballot, atMs);
  return declared.ok ? settle(declared.value, subject, evidence.subjectNow) : declared;
}

const isUndone = ({ state }: Ballot): boolean => state === "cancelled" || state === "annulled";

function settle(
  ballot: DeclaredBallot,
  subject: PlenarySubject,
  subjectNow: Result<PlenarySubject>,
): Result<Declaration> {
  const { result } = ballot;
  if (subject.kind === "question") return ok({ decides: "nothing", ballot });
  // Only for and against can adopt or reject; seen and not counted, never the whole of a text.
  if (result.method !== "yes-no" && result.method !== "evident") return refuse("no-ballot");
  if (result.method === "evident" && subject.kind === "text") return refuse("no-ballot");
  const { outcome } = result;
  if (outcome === "no-result" || outcome === "no-quorum") return ok({ decides: "nothing", ballot });
  if (outcome === "rejected")
    return ok({ decides: outcome, ballot, conclusion: new Concluded(outcome, ballot, subject) });
  if (!subjectNow.ok) return subjectNow;
  if (!sameSubject(ballot.subject, subjectNow.value)) return refuse("not-adoptable", "changed");
  return ok({ decides: outcome, ballot, conclusion: new Concluded(outcome, ballot, subject) });
}

const sameSubject = (voted: Subject, now: PlenarySubject): boolean => sealSubject(now).hash === voted.hash;

/** The row says what the journal said at opening and at closing. */
function agree(ballot: ClosedBallot, opened: ActData["ballot.opened"], closed: ActData["ballot.closed"]): boolean {
  return (
    same(openedFact(ballot), opened) && same(closedFact(ballot), closed) && hashText(ballotBody(ballot)) === ballot.hash
  );
}

/** Where nothing was counted, what the chair saw stands in the journal alone. */
function heard(votes: Received, { evident }: ActData["ballot.closed"]): Received {
  const side = evidentSides.find((one) => one === evident);
  return side === undefined || !("votes" in votes) ? votes : { ...votes, evident: side };
}

/** The votes on disk give the result that the row claims. */
function recounts(ballot: ClosedBallot, votes: Received): boolean {
  return (
    votesHash(votes) === ballot.votesHash &&
    marksHash(ballot.roll, votes) === ballot.marksHash &&
    same(countVotes(ballot, votes), ballot.result)
  );
}

const same = (a: object, b: object): boolean => canonical(a) === canonical(b);
const canonical = (value: object): string => canonicalJson(JSON.parse(JSON.stringify(value)));
