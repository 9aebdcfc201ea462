/** What a sub-amendment is put to the vote on: its parent at one of its revisions. */
export interface ParentVoted {
  readonly amendment: string;
  readonly revision: number;
  readonly hash: string;
}

/** What a ballot decided of one amendment, or of several identical ones, at the version it was put to the vote on. */
export interface Decision {
  readonly ballot: string;
  readonly amendments: readonly string[];
  /** The hash of the submitted change set, and that of the text if adopted; of a sub-amendment, of its parent's change set if adopted. */
  readonly changes: string;
  readonly result: string;
  readonly text: string;
  readonly version: number;
  readonly head: string;
  readonly parent?: ParentVoted;
}

/**
 * The assembly's word on an amendment, without which none is adopted or rejected, nor what was so undone. Only plenary makes one, from its own
 * conclusion (tests/architecture holds it to that); the private field keeps any other object from passing for one.
 */
export class Warrant<O extends "adopted" | "rejected" | "annulled"> {
  readonly #outcome: O;
  readonly decision: Decision;

  constructor(outcome: O, decision: Decision) {
    this.#outcome = outcome;
    this.decision = decision;
  }

  get outcome(): O {
    return this.#outcome;
  }

  static is(value: object): boolean {
    return #outcome in value;
  }
}

export type AdoptionWarrant = Warrant<"adopted">;
export type RejectionWarrant = Warrant<"rejected">;
/** The ballot that had decided of these amendments is annulled. */
export type UndoingWarrant = Warrant<"annulled">;
