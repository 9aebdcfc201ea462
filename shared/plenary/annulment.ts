import { annulBallot, type AnnulledBallot, type Ballot } from "../ballots/index.ts";
import type { ActData } from "../journal/index.ts";
import { ok, refuse, type Result } from "../refusals.ts";
import { readSubject, type TextualSubject } from "./subject.ts";

/** What annulling looks at: the ballot's row, and what the journal says of it. */
export interface AnnulmentEvidence {
  readonly ballot: Ballot;
  /** The data of this ballot's entries, null when the journal has none. */
  readonly closed: ActData["ballot.closed"] | null;
  readonly declared: ActData["ballot.declared"] | null;
}

/**
 * Takes a count back, so that the assembly votes again. What it decided on amendments is to be undone with it, by the
 * warrant of the annulled ballot. Refuses `wrong-state` before closing, after annulling, and once it has adopted or
 * rejected the whole of a text or a sub-amendment; `no-ballot` when the journal says otherwise than the row.
 */
export function annul({ ballot, closed, declared }: AnnulmentEvidence, atMs: number): Result<AnnulledBallot> {
  if (ballot.state !== "closed" && ballot.state !== "declared") return annulBallot(ballot, atMs);
  if (closed === null || (declared !== null) !== (ballot.state === "declared")) return refuse("no-ballot");
  if (declared !== null && declared.outcome !== ballot.result.outcome) return refuse("no-ballot");
  const decided = decidedBy(ballot);
  if (decided?.kind === "text") return refuse("wrong-state", "ballot-decided");
  return decided?.kind === "subAmendment" ? refuse("wrong-state", "ballot-decided-sub") : annulBallot(ballot, atMs);
}

/** What a declared ballot, annulled since or not, adopted or rejected; null of a question, whose answer changes nothing. */
export function decidedBy(ballot: Ballot): TextualSubject | null {
  const declared = ballot.state === "declared" || (ballot.state === "annulled" && ballot.declaredAtMs !== null);
  if (!declared || (ballot.result.outcome !== "adopted" && ballot.result.outcome !== "rejected")) return null;
  const subject = readSubject(ballot.subject);
  return subject === null || subject.kind === "question" ? null : subject;
}

/** May a ballot be opened in the place of this one? `replacedBy`: one that took it already and was not cancelled. */
export function mayReplace(ballot: Ballot, replacedBy: { readonly id: string } | null): Result<AnnulledBallot> {
  if (ballot.state !== "annulled") return refuse("wrong-state", "ballot-not-annulled");
  return replacedBy === null ? ok(ballot) : refuse("wrong-state", "ballot-replaced");
}
