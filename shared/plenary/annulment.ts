import { annulBallot, type AnnulledBallot, type Ballot } from "../ballots/index.ts";
import type { ActData } from "../journal/index.ts";
import { ok, refuse, type Result } from "../refusals.ts";
import { readSubject } from "./subject.ts";

/** What annulling looks at: the ballot's row, and what the journal says of it. */
export interface AnnulmentEvidence {
  readonly ballot: Ballot;
  /** The data of this ballot's entries, null when the journal has none. */
  readonly closed: ActData["ballot.closed"] | null;
  readonly declared: ActData["ballot.declared"] | null;
}

/**
 * Takes a count back, so that the assembly votes again. Refuses `wrong-state` before closing, after annulling, and once the
 * ballot has adopted or rejected an amendment or a text: undoing that is more than annulling a ballot. Refuses `no-ballot`
 * when the journal says otherwise than the row.
 */
export function annul({ ballot, closed, declared }: AnnulmentEvidence, atMs: number): Result<AnnulledBallot> {
  if (ballot.state !== "closed" && ballot.state !== "declared") return annulBallot(ballot, atMs);
  if (closed === null || (declared !== null) !== (ballot.state === "declared")) return refuse("no-ballot");
  if (declared !== null && declared.outcome !== ballot.result.outcome) return refuse("no-ballot");
  return hasDecided(ballot) ? refuse("wrong-state", "ballot-decided") : annulBallot(ballot, atMs);
}

/** A declared ballot adopted or rejected an amendment or a text. A question's answer changes none. */
function hasDecided(ballot: Ballot): boolean {
  if (ballot.state !== "declared" || readSubject(ballot.subject)?.kind === "question") return false;
  return ballot.result.outcome === "adopted" || ballot.result.outcome === "rejected";
}

/** May a ballot be opened in the place of this one? `replacedBy`: one that took it already and was not cancelled. */
export function mayReplace(ballot: Ballot, replacedBy: { readonly id: string } | null): Result<AnnulledBallot> {
  if (ballot.state !== "annulled") return refuse("wrong-state", "ballot-not-annulled");
  return replacedBy === null ? ok(ballot) : refuse("wrong-state", "ballot-replaced");
}
