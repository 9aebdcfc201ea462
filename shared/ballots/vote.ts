import { canonicalJson, hashJson, hashText, shortCode } from "../journal/index.ts";
import type { Roll } from "./roll.ts";

/** A vote as written. `order` counts 1, 2, 3… within the ballot; `by` is the participant who cast or entered it. */
export interface Vote {
  readonly order: number;
  readonly voter: string;
  readonly requestKey: string;
  /** What it says, in its one written form (`readSaid`). */
  readonly choice: string;
  /** A teller entered it for a voter without a phone. */
  readonly entered: boolean;
  readonly by: string;
  readonly atMs: number;
  /** The short code given once the vote is on disk. */
  readonly receipt: string;
}

/** Derived from what it receipts, so the same request gives the same receipt; it can be told aloud, it proves nothing. */
export function receiptOf(ballotHash: string, vote: Omit<Vote, "receipt" | "order" | "by">): string {
  const { voter, requestKey, choice, entered, atMs } = vote;
  return shortCode(hashJson({ ballot: ballotHash, voter, requestKey, choice, entered, atMs }));
}

/** The last written vote of each voter: these count. */
export function standingVotes(votes: readonly Vote[]): ReadonlyMap<string, Vote> {
  const standing = new Map<string, Vote>();
  for (const vote of inOrder(votes)) standing.set(vote.voter, vote);
  return standing;
}

const inOrder = (votes: readonly Vote[]): readonly Vote[] => [...votes].sort((a, b) => a.order - b.order);

/** Every vote received, the replaced ones marked: the string that is hashed (docs/record-format.md, List of votes). */
export function votesBody(votes: readonly Vote[]): string {
  const standing = standingVotes(votes);
  return canonicalJson(
    inOrder(votes).map(({ choice, entered, order, voter }) => ({
      choice,
      entered,
      order,
      voter,
      replaced: standing.get(voter)?.order !== order,
    })),
  );
}

type Mark = "cast" | "entered" | "none";

function markOf(vote: Vote | undefined): Mark {
  if (vote === undefined) return "none";
  return vote.entered ? "entered" : "cast";
}

/** The roll after closing, each line with its mark (docs/record-format.md, Marks). */
export function marksBody(roll: Roll, votes: readonly Vote[]): string {
  const standing = standingVotes(votes);
  return canonicalJson(roll.map((entry) => ({ ...entry, mark: markOf(standing.get(entry.voter)) })));
}

export const votesHash = (votes: readonly Vote[]): string => hashText(votesBody(votes));
export const marksHash = (roll: Roll, votes: readonly Vote[]): string => hashText(marksBody(roll, votes));
