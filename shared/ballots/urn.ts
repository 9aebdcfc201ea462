import { hashJson, shortCode } from "../journal/index.ts";
import { ok, refuse, type Result } from "../refusals.ts";
import type { EvidentSide } from "./asking.ts";
import type { StationCount } from "./hand-count.ts";
import { presentOn, type Roll } from "./roll.ts";
import type { Vote } from "./vote.ts";

/** That a vote of this voter is in the urn of a secret ballot. What it says stands apart, without name, key or time. */
export interface RollMark {
  readonly voter: string;
  readonly requestKey: string;
  /** A teller put it in for a voter without a phone. */
  readonly entered: boolean;
  readonly by: string;
  readonly atMs: number;
  /** The short code given once the vote is on disk. */
  readonly receipt: string;
}

/** What a secret ballot received: who has voted, and what was said, in no order that means anything. */
export interface Urn {
  readonly marks: readonly RollMark[];
  readonly choices: readonly string[];
}

/** What a public ballot received: each vote by phone or at the table, and what two tellers counted alike at each station. */
export interface Box {
  readonly votes: readonly Vote[];
  readonly counts: readonly StationCount[];
  /** Of hands that nobody counted: where the chair saw the majority. */
  readonly evident?: EvidentSide;
}

export const byPhone = (votes: readonly Vote[]): Box => ({ votes, counts: [] });

/** What a ballot received: its box when it is public, its urn when it is secret. */
export type Received = Box | Urn;

/** What opening fixes of a secret ballot beside the rest. */
export interface SecretTerms {
  /** Fewer votes are never counted: the ballot stays open, or is cancelled and its choices destroyed. */
  readonly leastVotes: number;
  /** Over plain HTTP: the salted hash of the words in which the chair confirmed it. */
  readonly unencryptedHash: string | null;
}

/** A count of two says to each of the two what the other said. */
const leastSecretVotes = 3;

/** Over plain HTTP whoever shares the network can read a choice. `confirmation`: the hash of the chair's words, if any. */
export interface PlainHttp {
  readonly confirmation: string | null;
}

/**
 * The terms on which a secret ballot may open. Refuses `wrong-state`: unequal weights would tell whose choice it is, fewer
 * voters than the least number of votes could never be counted, and plain HTTP has to be confirmed in words.
 */
export function secretTerms(roll: Roll, plainHttp: PlainHttp | undefined): Result<SecretTerms> {
  const present = presentOn(roll);
  if (present.length < leastSecretVotes) return refuse("wrong-state", "secret-too-few-present");
  if (new Set(present.map(({ weight }) => weight)).size > 1) return refuse("wrong-state", "secret-weights");
  const confirmation = plainHttp?.confirmation ?? null;
  if (plainHttp !== undefined && confirmation === null) return refuse("wrong-state", "secret-unencrypted");
  return ok({ leastVotes: leastSecretVotes, unencryptedHash: confirmation });
}

/** May this urn be emptied and counted? */
export function mayCount({ leastVotes }: SecretTerms, { marks }: Urn): Result<true> {
  return marks.length < leastVotes ? refuse("wrong-state", "secret-too-few-votes") : ok(true);
}

/** Says that a vote was put in; whatever it says, the same request has the same receipt. */
export function markReceipt(ballotHash: string, mark: Omit<RollMark, "receipt" | "by">): string {
  const { voter, requestKey, entered, atMs } = mark;
  return shortCode(hashJson({ ballot: ballotHash, voter, requestKey, entered, atMs }));
}

/** Sorted by what they say (UTF-16 code units): the only order that tells nothing of who said it. */
export const sortedChoices = (choices: readonly string[]): readonly string[] =>
  [...choices].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
