import { canonicalJson, hashText, shortCode, type ActData } from "../journal/index.ts";
import { assertNever, ok, refuse, type Result } from "../refusals.ts";
import { answersOf, type Asking } from "./asking.ts";
import { franchiseFacts, type Franchise } from "./franchise.ts";
import { stationsOf } from "./hand-count.ts";
import { firstStep, type ConsentStep } from "./reason.ts";
import { evidentResult, resultOf, sideOf, type BallotResult } from "./result.ts";
import { presentOn, rollHash, type Roll } from "./roll.ts";
import { writeRule, type Rule } from "./rule.ts";
import { saidTally } from "./tally.ts";
import { mayCount, secretTerms, type PlainHttp, type Received, type SecretTerms } from "./urn.ts";
import { marksHash, votesHash } from "./vote.ts";

/** What is put to the vote, opaque to this room: its kind, the string that was hashed, its hash. */
export interface Subject {
  readonly kind: string;
  readonly body: string;
  readonly hash: string;
}

/** Public: names and choices are shown after closing. Secret: nobody, we neither, can tell them together afterwards. */
export type Secrecy = "public" | "secret";

/** What is put to the vote and how, from preparing on. */
export interface Asked {
  readonly id: string;
  /** The agenda item under which it is put. */
  readonly item: string;
  readonly subject: Subject;
  /** The words as typed, null once erased; the journal knows them by their salted hash. */
  readonly question: string | null;
  readonly questionHash: string;
  readonly asking: Asking;
  /** The words of the options, null once erased or when the method has none. */
  readonly options: readonly string[] | null;
  readonly optionsHash: string | null;
  readonly rule: Rule;
  readonly franchise: Franchise;
  readonly secrecy: Secrecy;
  /** The ballot that this one replaces, when that was annulled. */
  readonly replaces: string | null;
}

/** What is fixed at opening, for good. `number` counts 1, 2, 3… in the gathering; `head` is the journal's, just before. */
interface Opened extends Asked {
  readonly number: number;
  readonly openedAtMs: number;
  readonly head: string;
  readonly roll: Roll;
  /** Null when the ballot is public. */
  readonly secret: SecretTerms | null;
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
  /** Of a round of consent: where the chair has led it. Null of other methods. */
  readonly step: ConsentStep | null;
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
/** It counts for nothing any more; its count and its votes stay in the record, since receipts were given. */
export interface AnnulledBallot extends Counted {
  readonly state: "annulled";
  /** Null when it was annulled before it was declared. */
  readonly declaredAtMs: number | null;
  readonly annulledAtMs: number;
}
/** What is still said of the opening of a cancelled ballot: no name of the roll. */
export interface CancelledOpening extends Pick<Opened, "number" | "hash" | "openedAtMs"> {
  readonly enrolled: number;
  readonly present: number;
}

/** A ballot's life: only one that was closed has a result. */
export type Ballot = PreparedBallot | OpenBallot | ClosedBallot | DeclaredBallot | CancelledBallot | AnnulledBallot;
export type BallotState = Ballot["state"];

/**
 * Put to the vote, and its result not yet proclaimed: until then, or until the ballot is annulled, nothing that it is about
 * changes and nothing else is put to the vote in its place, or whoever reads a count they do not like could undo it.
 */
export const underWay: readonly BallotState[] = ["open", "closed"];

export interface Opening {
  readonly number: number;
  readonly head: string;
  readonly roll: Roll;
  readonly atMs: number;
  /** Absent where browsers come by HTTPS. */
  readonly plainHttp?: PlainHttp;
}

/** Fixes what is put to the vote, under which rule, to whom, and after which act of the journal. Refuses `wrong-state`. */
export function openBallot(ballot: Ballot, { number, head, roll, atMs, plainHttp }: Opening): Result<OpenBallot> {
  if (ballot.state !== "prepared") return refuse("wrong-state", `ballot-${ballot.state}`);
  const may = mayBeKept(ballot);
  if (!may.ok) return may;
  const secret = ballot.secrecy === "secret" ? secretTerms(roll, plainHttp) : ok(null);
  if (!secret.ok) return secret;
  const fixed = { ...ballot, number, openedAtMs: atMs, head, roll, secret: secret.value };
  return ok({
    ...fixed,
    state: "open",
    lastCall: false,
    step: firstStep(ballot.asking),
    hash: hashText(ballotBody(fixed)),
  });
}

/**
 * Whether it may be as secret, and by such a rule. Refuses `wrong-state`: the reasons of a round of consent bear names, and
 * an eye sees a simple majority of public hands alone.
 */
export function mayBeKept({ asking, secrecy, rule }: Pick<Asked, "asking" | "secrecy" | "rule">): Result<null> {
  if (asking.method === "consent" && secrecy === "secret") return refuse("wrong-state", "consent-public");
  const simple = rule.majority.kind === "simple" && rule.quorum === null;
  if (asking.method === "evident" && (secrecy === "secret" || !simple)) return refuse("wrong-state", "evident-simple");
  return ok(null);
}

/**
 * Closes and counts. Never by a timer: only the chair's act comes here. A secret ballot with fewer votes than were
 * declared at opening is refused `wrong-state`: it stays open, or is cancelled; so is one with a zone not counted yet.
 */
export function closeBallot(ballot: Ballot, received: Received, atMs: number): Result<ClosedBallot> {
  if (ballot.state !== "open") return refuse("wrong-state", `ballot-${ballot.state}`);
  if ((ballot.secret !== null) !== "choices" in received)
    throw new Error("A secret ballot has an urn, a public one votes");
  const may = ballot.secret !== null && "choices" in received ? mayCount(ballot.secret, received) : ok(true);
  if (!may.ok) return may;
  const { method } = ballot.asking;
  if (method === "evident" && (!("votes" in received) || received.evident === undefined))
    return refuse("wrong-state", "evident-awaited");
  if (method !== "evident" && "votes" in received && received.evident !== undefined) return refuse("malformed");
  if ("counts" in received && received.counts.length < stationsOf(ballot.roll).length)
    return refuse("wrong-state", "hands-to-enter");
  const { lastCall: _, step: _step, ...opened } = ballot;
  return ok({
    ...opened,
    state: "closed",
    closedAtMs: atMs,
    result: countVotes(ballot, received),
    marksHash: marksHash(ballot.roll, received),
    votesHash: votesHash(received),
  });
}

/** The result that these votes give. */
export function countVotes({ asking, rule, roll }: Opened, received: Received): BallotResult {
  if (asking.method !== "evident")
    return resultOf(asking, rule, roll, saidTally(asking.method === "yes-no" ? answersOf(asking) : [], roll, received));
  if (!("votes" in received) || received.evident === undefined) throw new Error("Nobody said where the majority was");
  if (received.votes.length > 0) throw new Error("A vote where nobody counts votes");
  return evidentResult(roll, received.evident);
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
      const opened = ballot.state === "open" ? openingOf(ballot) : null;
      return ok({ ...askedOf(ballot), opened, state: "cancelled", cancelledAtMs: atMs });
    }
    case "closed":
    case "declared":
    case "cancelled":
    case "annulled":
      return refuse("wrong-state", `ballot-${ballot.state}`);
    default:
      return assertNever(ballot);
  }
}

/** After closing only: before it a ballot is cancelled. Whether it has decided something meanwhile is asked elsewhere. */
export function annulBallot(ballot: Ballot, atMs: number): Result<AnnulledBallot> {
  if (ballot.state !== "closed" && ballot.state !== "declared") return refuse("wrong-state", `ballot-${ballot.state}`);
  const declaredAtMs = ballot.state === "declared" ? ballot.declaredAtMs : null;
  return ok({ ...ballot, state: "annulled", declaredAtMs, annulledAtMs: atMs });
}

/** What was asked, without what opening fixed. */
function askedOf(ballot: Asked): Asked {
  const { id, item, subject, question, questionHash, asking, options, optionsHash } = ballot;
  const { rule, franchise, secrecy, replaces } = ballot;
  return {
    id,
    item,
    subject,
    question,
    questionHash,
    asking,
    options,
    optionsHash,
    rule,
    franchise,
    secrecy,
    replaces,
  };
}

/** What a cancelled ballot keeps of its opening. */
export function openingOf({ number, hash, openedAtMs, roll }: Omit<Opened, keyof Asked>): CancelledOpening {
  return { number, hash, openedAtMs, enrolled: roll.length, present: presentOn(roll).length };
}

/** One key closes and proclaims when nothing is counted by zones: there the counts are read before they decide. */
export const canCloseAndDeclare = (ballot: OpenBallot): boolean => stationsOf(ballot.roll).length === 0;

/** The data of `ballot.opened`. */
export function openedFact(ballot: Opened): ActData["ballot.opened"] {
  return { ...fixedAtOpening(ballot), hash: ballot.hash };
}

/** The data of `ballot.closed`. */
export function closedFact(ballot: Counted): ActData["ballot.closed"] {
  const { id, result, marksHash, votesHash } = ballot;
  if (result.method !== "evident") return { ballot: id, tally: result.figures.tally, marksHash, votesHash };
  return { ballot: id, tally: {}, evident: sideOf(result), marksHash, votesHash };
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
    options: [...answersOf(ballot.asking)],
    ...(ballot.optionsHash === null ? {} : { optionsHash: ballot.optionsHash }),
    method: ballot.asking.method,
    ...(ballot.asking.method === "stv" ? { seats: ballot.asking.seats } : {}),
    rule: writeRule(ballot.rule),
    ...franchiseFacts(ballot.franchise),
    secrecy: ballot.secrecy,
    ...secretFacts(ballot.secret),
    rollHash: rollHash(ballot.roll),
    enrolled: ballot.roll.length,
    present: presentOn(ballot.roll).length,
    ...(ballot.replaces === null ? {} : { replaces: ballot.replaces }),
  };
}

const secretFacts = (secret: SecretTerms | null): { leastVotes?: number; unencryptedHash?: string } =>
  secret === null
    ? {}
    : {
        leastVotes: secret.leastVotes,
        ...(secret.unencryptedHash === null ? {} : { unencryptedHash: secret.unencryptedHash }),
      };

/** What every screen shows to compare; it catches mix-ups, the hash proves. */
export const ballotCode = (ballot: Pick<Opened, "hash">): string => shortCode(ballot.hash);
