import type { Tx } from "../storage/index.ts";

/** A ballot that was opened on an amendment, or on several identical ones. */
export interface BallotOnIt {
  readonly id: string;
  readonly number: number;
  readonly isOpen: boolean;
  /** It counts for nothing any more. */
  readonly isAnnulled: boolean;
}

/** What rooms on the right know of ballots, and this one asks: a ballot's subject is opaque here. */
export interface AmendmentNeighbours {
  /** Is a ballot on this amendment, one identical to it or a sub-amendment to it open, or counted and not yet proclaimed? */
  isBeingVoted(tx: Tx, amendment: string): Promise<boolean>;
  /** The same of a ballot on the whole of this text. */
  isTextBeingVoted(tx: Tx, text: string): Promise<boolean>;
  /** The ballots opened on each amendment of a gathering that was ever put to the vote, oldest first; cancelled ones too. */
  ballotsOnEach(tx: Tx, gathering: string): Promise<ReadonlyMap<string, readonly BallotOnIt[]>>;
}
