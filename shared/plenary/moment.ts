import type { BallotState } from "../ballots/index.ts";

/** A ballot as far as the moment depends on it. */
export interface MomentBallot {
  readonly id: string;
  readonly number: number;
  readonly state: BallotState;
  /** The amendments it is about; empty for the whole of a text. */
  readonly amendments: readonly string[];
}

export interface MomentFacts {
  readonly closed: boolean;
  /** The current agenda item, and the ballots opened under it. */
  readonly item: string | null;
  readonly ballots: readonly MomentBallot[];
  /** The amendments called now (several when identical). */
  readonly called: readonly string[];
}

/** What is happening in the hall: the same on phones, console and screen. */
export type Moment =
  | { readonly kind: "gatheringClosed" }
  | { readonly kind: "voting"; readonly ballot: string }
  | { readonly kind: "result"; readonly ballot: string }
  | { readonly kind: "discussion"; readonly amendments: readonly string[] }
  | { readonly kind: "item"; readonly item: string }
  | { readonly kind: "between" };

/**
 * An open ballot before all; then the item's last result, until another amendment is called; then what is discussed.
 * After a ballot that was stopped, what it was about is discussed again; when it was a question, that it was stopped is the
 * last result. An annulled one is shown as such. No clock decides: only acts do.
 */
export function currentMoment({ closed, item, ballots, called }: MomentFacts): Moment {
  if (closed) return { kind: "gatheringClosed" };
  const last = lastOpened(ballots);
  if (last?.state === "open") return { kind: "voting", ballot: last.id };
  if (last?.state === "cancelled" && called.length > 0) return { kind: "discussion", amendments: called };
  if (last && !called.some((amendment) => !last.amendments.includes(amendment)))
    return { kind: "result", ballot: last.id };
  if (called.length > 0) return { kind: "discussion", amendments: called };
  return item === null ? { kind: "between" } : { kind: "item", item };
}

function lastOpened(ballots: readonly MomentBallot[]): MomentBallot | null {
  const shown = ballots.filter(({ state }) => state !== "prepared");
  return shown.reduce<MomentBallot | null>((last, one) => (last && last.number > one.number ? last : one), null);
}
