import { ok, refuse, type Result } from "../refusals.ts";
import type { BallotState } from "./ballot.ts";
import { stationOf } from "./hand-count.ts";
import { mayBeCast, type RollEntry } from "./roll.ts";
import { receiptOf, standingVotes, type Vote } from "./vote.ts";

/** What casting asks of a ballot: whether it is open, and its hash for the receipt. */
export type CastOn =
  | { readonly state: "open"; readonly hash: string }
  | { readonly state: Exclude<BallotState, "open"> };

/** What a voter, or a teller for a voter, asks to write. */
export interface CastRequest {
  /** In its one written form (`readSaid`). */
  readonly choice: string;
  /** Of its reason, where it has one: the hash of typed words. */
  readonly reasonHash?: string | null;
  /** Made anew for each choice by whoever asks; the same again means the same vote sent twice. */
  readonly requestKey: string;
  /** The participant who casts or enters. */
  readonly by: string;
  /** The voter as whom they cast: their delegation, or themselves. Null: a teller, who enters for any voter. */
  readonly as: string | null;
  /** The receipt of the vote they have read and mean to replace, when it is somebody else's. */
  readonly replaces: string | null;
}

/**
 * `repeated`: the request was written before, here is its vote. `written`: a new vote, to be put on disk before its
 * receipt is given. `confirm`: nothing is written; another person of the same delegation, or a teller, voted
 * meanwhile, and the caster is to read that vote and confirm.
 */
export type Casting =
  | { readonly kind: "repeated"; readonly vote: Vote }
  | { readonly kind: "written"; readonly vote: Vote; readonly replaced: Vote | null }
  | { readonly kind: "confirm"; readonly standing: Vote };

/**
 * A vote by phone, or one that a teller enters, by name and marked so, for a voter without a phone. `entry` is the voter's line of the roll, null when there is none; `votes` are this voter's votes
 * and any other vote with this request key. Idempotent: the same key and choice give the same vote, even after
 * closing. Until closing a choice may change: the last written counts.
 * Refuses `request-key-reused`, `not-on-roll` (nor is it carried by the one who casts), `voted-by-hand` (counted with its
 * zone), `ballot-closed` (closed before it was written), `wrong-state`.
 */
export function castVote(
  ballot: CastOn,
  entry: RollEntry | null,
  request: CastRequest,
  votes: readonly Vote[],
  next: { readonly order: number; readonly atMs: number },
): Result<Casting> {
  const { choice, requestKey, by, as, reasonHash = null } = request;
  const entered = as === null;
  const same = votes.find((vote) => vote.requestKey === requestKey);
  if (same) {
    const said = same.choice === choice && (same.reasonHash ?? null) === reasonHash;
    const repeats = said && same.voter === entry?.voter && same.entered === entered;
    return repeats ? ok({ kind: "repeated", vote: same }) : refuse("request-key-reused");
  }
  if (ballot.state === "prepared") return refuse("wrong-state", "ballot-prepared");
  if (entry === null || !mayBeCast(entry, as)) return refuse("not-on-roll");
  if (ballot.state !== "open") return refuse("ballot-closed");
  const elsewhere = entered ? stationOf(entry) !== null : entry.channel === "hands" || entry.channel === "paper";
  if (elsewhere) return refuse("voted-by-hand");

  const standing = standingVotes(votes).get(entry.voter) ?? null;
  if (standing !== null && standing.by !== by && standing.receipt !== request.replaces) {
    return ok({ kind: "confirm", standing });
  }
  const vote = { order: next.order, voter: entry.voter, requestKey, choice, reasonHash, entered, by, atMs: next.atMs };
  return ok({ kind: "written", vote: { ...vote, receipt: receiptOf(ballot.hash, vote) }, replaced: standing });
}
