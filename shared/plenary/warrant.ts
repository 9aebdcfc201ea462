import {
  Warrant,
  type AdoptionWarrant,
  type Decision,
  type RejectionWarrant,
  type UndoingWarrant,
} from "../amendments/index.ts";
import type { AnnulledBallot } from "../ballots/index.ts";
import { decidedBy } from "./annulment.ts";
import type { Conclusion, Rejection } from "./conclusion.ts";
import { amendmentsIn, partsOfSubject } from "./subject.ts";

/** Where the text stands when a part is adopted: as it was voted, then as the part before left it. */
type Standing = Pick<Decision, "version" | "head">;

/**
 * What amendments asks for before it writes an adoption, part by part in the order that was voted: null after the last,
 * and when the ballot was on the whole of a text.
 */
export function adoptionWarrant(conclusion: Conclusion, part = 0, at?: Standing): AdoptionWarrant | null {
  const { ballot, subject } = conclusion;
  const decided = partsOfSubject(subject)[part];
  if (decided === undefined || subject.kind === "text") return null;
  const { amendments, changes, result } = decided;
  const { text, version, head } = { ...subject, ...at };
  const parent = subject.kind === "subAmendment" ? { parent: subject.parent } : {};
  return new Warrant("adopted", { ballot: ballot.id, amendments, changes, result, text, version, head, ...parent });
}

/** All parts are rejected at once; null when the ballot was on the whole of a text. */
export function rejectionWarrant({ ballot, subject }: Rejection): RejectionWarrant | null {
  const [first] = partsOfSubject(subject);
  if (first === undefined || subject.kind === "text") return null;
  const { changes, result } = first;
  const { text, version, head } = subject;
  const amendments = [...amendmentsIn(subject)].sort();
  return new Warrant("rejected", { ballot: ballot.id, amendments, changes, result, text, version, head });
}

/** What amendments asks for before it undoes what a ballot decided of them: that it is annulled. Null when it decided none. */
export function undoingWarrant(ballot: AnnulledBallot): UndoingWarrant | null {
  const subject = decidedBy(ballot);
  const [first] = subject ? partsOfSubject(subject) : [];
  if (!subject || subject.kind === "text" || !first) return null;
  const { text, version, head } = subject;
  const amendments = [...amendmentsIn(subject)].sort();
  return new Warrant("annulled", { ...first, ballot: ballot.id, amendments, text, version, head });
}
