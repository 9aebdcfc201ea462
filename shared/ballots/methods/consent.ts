import type { Answer, MethodOutcome } from "./answer.ts";

/** Where each stands at the end of a round: an objection that was integrated or lifted is none any more. */
export const positions = ["consent", "reservation", "objection", "notTakingPart"] as const;
export type Position = (typeof positions)[number];
export type ConsentTally = { readonly [position in Position]: number };

/** What somebody holds against it, as far as the ballot lists it. */
export interface Statement {
  readonly position: "reservation" | "objection";
  /** Null where the votes are secret. */
  readonly delegation: string | null;
  /** Objections are reasoned; a reservation may be. */
  readonly reason: string | null;
}

export interface ConsentWorking {
  readonly tally: ConsentTally;
  readonly statements: readonly Statement[];
}

/** A round of consent: one objection stands against it; without any there is consent, with reservations or without. */
export function consent(tally: ConsentTally, statements: readonly Statement[]): Answer<ConsentWorking> {
  return { outcome: outcomeOf(tally), winners: [], ranking: [], working: { tally, statements } };
}

function outcomeOf({ consent, reservation, objection }: ConsentTally): MethodOutcome {
  if (objection > 0) return "objections";
  if (reservation > 0) return "reservations";
  return consent > 0 ? "consent" : "no-result";
}
