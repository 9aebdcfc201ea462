import type { BallotState, Rule } from "../ballots/index.ts";
import { simpleMajority, twoThirdsOfExpressed, underWay } from "../ballots/index.ts";
import { ok, refuse, type Result } from "../refusals.ts";
import type { PlenarySubject } from "./subject.ts";

/** Unless changed before opening: simple majority, and two thirds of the expressed for the whole of a text. */
export const usualRule = (kind: PlenarySubject["kind"]): Rule =>
  kind === "text" ? twoThirdsOfExpressed : simpleMajority;

/** What opening depends on beside the ballot itself. */
export interface OpeningFacts {
  readonly item: string;
  readonly currentItem: string | null;
  /** States of the ballots of the same item. */
  readonly ofSameItem: readonly BallotState[];
  readonly subject:
    | { readonly kind: "amendment"; readonly states: readonly string[] }
    | { readonly kind: "subAmendment"; readonly states: readonly string[] }
    | { readonly kind: "block"; readonly states: readonly string[] }
    | { readonly kind: "text"; readonly state: string; readonly amendmentStates: readonly string[] }
    | { readonly kind: "question" };
}

/**
 * May this be put to the vote now? Its item is current and no ballot of it is under way; its amendments are called; or its text is
 * tabled and no amendment of it is left submitted or called.
 */
export function mayOpen({ item, currentItem, ofSameItem, subject }: OpeningFacts): Result<true> {
  if (item !== currentItem) return refuse("wrong-state", "agenda-not-current");
  if (ofSameItem.some((state) => underWay.includes(state))) return refuse("ballot-open");
  if (subject.kind === "amendment" || subject.kind === "subAmendment" || subject.kind === "block") {
    const uncalled = subject.states.find((state) => state !== "called");
    return uncalled === undefined
      ? ok(true)
      : refuse("wrong-state", `amendment-${uncalled === "notMoved" ? "not-moved" : uncalled}`);
  }
  if (subject.kind === "question") return ok(true);
  if (subject.state !== "tabled") return refuse("wrong-state", `text-${subject.state}`);
  const pending = subject.amendmentStates.some((state) => state === "submitted" || state === "called");
  return pending ? refuse("wrong-state", "amendments-alive") : ok(true);
}
