import { canonicalJson, hashJson, hashText, shortCode } from "../journal/index.ts";
import { votesAtStation } from "./hand-count.ts";
import type { Roll, RollEntry } from "./roll.ts";
import { sortedChoices, type Received, type RollMark } from "./urn.ts";

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
  /** Of its reason, where it has one: the hash of typed words. */
  readonly reasonHash?: string | null;
  /** The short code given once the vote is on disk. */
  readonly receipt: string;
}

/** Derived from what it receipts, so the same request gives the same receipt; it can be told aloud, it proves nothing. */
export function receiptOf(ballotHash: string, vote: Omit<Vote, "receipt" | "order" | "by" | "reasonHash">): string {
  const { voter, requestKey, choice, entered, atMs } = vote;
  return shortCode(hashJson({ atMs, ballot: ballotHash, choice, entered, requestKey, voter }));
}

/** The last written vote of each voter: these count. */
export function standingVotes(votes: readonly Vote[]): ReadonlyMap<string, Vote> {
  const standing = new Map<string, Vote>();
  for (const vote of inOrder(votes)) standing.set(vote.voter, vote);
  return standing;
}

const inOrder = (votes: readonly Vote[]): readonly Vote[] => [...votes].sort((a, b) => a.order - b.order);

/**
 * The string that is hashed (docs/record-format.md, List of votes): every vote received, the replaced ones marked, then the
 * counts of the stations; of a secret ballot the sorted choices alone.
 */
export function votesBody(received: Received): string {
  if ("choices" in received) return canonicalJson([...sortedChoices(received.choices)]);
  const standing = standingVotes(received.votes);
  const votes = inOrder(received.votes).map(({ choice, entered, order, voter, reasonHash = null }) => ({
    choice,
    entered,
    order,
    voter,
    ...(reasonHash === null ? {} : { reasonHash }),
    replaced: standing.get(voter)?.order !== order,
  }));
  return canonicalJson([...votes, ...received.counts.map(({ channel, zone, tally }) => ({ channel, zone, tally }))]);
}

/** What a line of the roll did: cast by phone, entered by a teller, counted at its station, or nothing. */
export type Mark = "cast" | "entered" | "counted" | "none";

function markOf(vote: { readonly entered: boolean } | undefined): Mark {
  if (vote === undefined) return "none";
  return vote.entered ? "entered" : "cast";
}

/** The roll after closing, each line with its mark (docs/record-format.md, Marks). */
export const marksBody = (roll: Roll, received: Received): string =>
  canonicalJson(markedRoll(roll, received).map((line) => ({ ...line })));

/** The roll, each line with its mark; while the ballot is open, with what it did until now. */
export function markedRoll(roll: Roll, received: Received): readonly (RollEntry & { readonly mark: Mark })[] {
  const standing = "choices" in received ? markedIn(received.marks) : standingVotes(received.votes);
  return roll.map((entry) => ({
    ...entry,
    mark: votesAtStation(entry) ? "counted" : markOf(standing.get(entry.voter)),
  }));
}

const markedIn = (marks: readonly RollMark[]): ReadonlyMap<string, RollMark> =>
  new Map(marks.map((mark) => [mark.voter, mark]));

export const votesHash = (received: Received): string => hashText(votesBody(received));
export const marksHash = (roll: Roll, received: Received): string => hashText(marksBody(roll, received));
