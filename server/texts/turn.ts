import { hashJson } from "../../shared/journal/index.ts";
import { limits } from "../../shared/limits.ts";
import { refuse, type Refused } from "../../shared/refusals.ts";
import {
  acceptPush,
  extendHistory,
  stepsJson,
  type CommitOrigin,
  type KnownCommit,
  type Push,
  type TextHistory,
} from "../../shared/texts/index.ts";

/** A push that waits for its turn, and whom to answer. A commit needs no answer: it is told to all, its author included. */
export interface WaitingPush {
  readonly push: Push;
  /** The seat that pushes: nobody else pushes under its pages' names. Never written. */
  readonly owner: string;
  readonly origin: CommitOrigin;
  readonly atMs: number;
  answer(this: void, answer: PushAnswer): void;
}

export type PushAnswer =
  | { readonly kind: "dropped"; readonly version: number }
  | { readonly kind: "refused"; readonly refused: Refused };

/** What became of the last push of a page: one sent again gets the same answer. */
export interface LastPush {
  readonly sequence: number;
  /** The version at which it was answered. */
  readonly version: number;
  readonly dropped: boolean;
  readonly stepsHash: string;
}

/** What a turn makes of a text, not yet on disk: the history after it, what is written, and what is said once it is. */
export interface Turn {
  readonly before: TextHistory;
  readonly after: TextHistory;
  readonly commits: readonly KnownCommit[];
  /** In order; a page may have several. */
  readonly outcomes: readonly { readonly client: string; readonly last: LastPush }[];
  readonly answers: readonly (() => void)[];
}

/**
 * Decides all pushes of a turn, in the order in which they came. `known` holds the last push of every page that pushes
 * here. A push made before the answer to the one before it is refused: pipelined pushes diverge.
 */
export function decideTurn(
  before: TextHistory,
  known: ReadonlyMap<string, LastPush>,
  waiting: readonly WaitingPush[],
): Turn {
  let after = before;
  const commits: KnownCommit[] = [];
  const outcomes: { client: string; last: LastPush }[] = [];
  const latest = new Map(known);
  const answers: (() => void)[] = [];
  for (const { push, origin, atMs, answer } of waiting) {
    const stepsHash = hashJson(stepsJson(push.steps));
    const last = latest.get(push.client);
    const early = last && answerAgain(last, push, stepsHash);
    if (early) {
      if (early.kind !== "told") answers.push(() => answer(early));
      continue;
    }
    const outcome = acceptPush(after, push, origin, atMs);
    if (!outcome.ok) {
      answers.push(() => answer({ kind: "refused", refused: outcome }));
      continue;
    }
    const dropped = outcome.value.kind === "dropped";
    if (outcome.value.kind === "commit") {
      after = extendHistory(after, outcome.value.commit, limits.recentVersionsInMemory);
      commits.push(outcome.value.commit);
    }
    const { version } = after;
    if (dropped) answers.push(() => answer({ kind: "dropped", version }));
    const now: LastPush = { sequence: push.sequence, version, dropped, stepsHash };
    outcomes.push({ client: push.client, last: now });
    latest.set(push.client, now);
  }
  return { before, after, commits, outcomes, answers };
}

/** For a push whose answer is known, or that can have none; null: it is new. */
function answerAgain(last: LastPush, push: Push, stepsHash: string): PushAnswer | { readonly kind: "told" } | null {
  if (push.sequence > last.sequence) {
    return push.base < last.version ? { kind: "refused", refused: refuse("bad-step") } : null;
  }
  if (push.sequence < last.sequence) return { kind: "told" };
  if (stepsHash !== last.stepsHash) return { kind: "refused", refused: refuse("malformed") };
  return last.dropped ? { kind: "dropped", version: last.version } : { kind: "told" };
}
