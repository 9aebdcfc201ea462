import { Mapping, type Step } from "prosemirror-transform";

import { noHash } from "../journal/index.ts";
import { ok, refuse, type Result } from "../refusals.ts";
import { sealCommit, type CommitOrigin, type SealedCommit } from "./commit.ts";
import { decidePush } from "./decide-push.ts";
import { emptyText } from "./empty-text.ts";
import { inspectText } from "./inspect.ts";
import { afterSteps, type Confirmed } from "./rebase.ts";
import { repairedIds, repairIds } from "./repair-ids.ts";
import type { TextNode } from "./schema.ts";

/** Whose push a commit was: a page load, and its count of pushes. Never hashed, never exported. */
export interface PushName {
  readonly client: string;
  readonly sequence: number;
}

export interface Push extends PushName {
  readonly base: number;
  readonly steps: readonly Step[];
}

/** A commit in memory. The steps confirmed are its own, then its repairs. */
export interface KnownCommit extends Confirmed {
  readonly push: PushName;
  readonly own: readonly Step[];
  readonly repairs: readonly Step[];
  readonly sealed: SealedCommit;
}

/** A text as its authority holds it: the head, and the window of recent versions over which a push can be carried. */
export interface TextHistory {
  readonly text: string;
  readonly version: number;
  readonly head: string;
  readonly doc: TextNode;
  /** The commits `version - recent.length + 1 … version`, and the document before the first of them. */
  readonly recent: readonly KnownCommit[];
  readonly floor: TextNode;
}

export const emptyHistory = (text: string): TextHistory => historyFrom(text, 0, noHash, emptyText());

export const historyFrom = (text: string, version: number, head: string, doc: TextNode): TextHistory => ({
  text,
  version,
  head,
  doc,
  recent: [],
  floor: doc,
});

/** The oldest version from which a push can be carried to the head. */
export const floorVersion = (history: TextHistory): number => history.version - history.recent.length;

/** The next commit, or `dropped`: nothing of the push is left once it is carried to the head. */
export type Outcome = { readonly kind: "commit"; readonly commit: KnownCommit } | { readonly kind: "dropped" };

/**
 * What a push becomes at the head of the text. A base older than the window drops it (the words go back to their author);
 * a base that does not exist is refused as bad-step.
 */
export function acceptPush(history: TextHistory, push: Push, origin: CommitOrigin, atMs: number): Result<Outcome> {
  const floor = floorVersion(history);
  if (push.base < floor) return ok({ kind: "dropped" });
  const base = push.base === floor ? history.floor : history.recent[push.base - floor - 1]?.doc;
  if (!base) return refuse("bad-step");
  const since = history.recent.slice(push.base - floor);
  const decided = decidePush(push.steps, base, since, history.version + 1);
  if (!decided.ok) return decided;
  if (decided.value.kind === "dropped") return ok(decided.value);
  const { steps, repairs, doc } = decided.value;
  return ok({ kind: "commit", commit: nextCommit(history, push, { steps, repairs, doc }, origin, atMs) });
}

/**
 * The commit that an act of the assembly writes (an adoption): its steps are made at the head, apply as a whole or not at
 * all, and get their ids repaired like any other. Null when they do not apply or leave what the schema does not allow.
 */
export function commitAtHead(
  history: TextHistory,
  steps: readonly Step[],
  push: PushName,
  origin: CommitOrigin,
  atMs: number,
): KnownCommit | null {
  const doc = afterSteps(steps, history.doc);
  if (doc === null || inspectText(doc) !== null) return null;
  const repairs = repairIds(
    history.doc,
    new Mapping(steps.map((step) => step.getMap())),
    doc,
    repairedIds(history.version + 1),
  );
  const repaired = afterSteps(repairs, doc);
  return repaired ? nextCommit(history, push, { steps, repairs, doc: repaired }, origin, atMs) : null;
}

/** The history with one more version, keeping a window of `keep` commits. */
export function extendHistory(history: TextHistory, commit: KnownCommit, keep: number): TextHistory {
  const recent = [...history.recent, commit];
  const surplus = Math.max(0, recent.length - keep);
  return {
    text: history.text,
    version: commit.sealed.version,
    head: commit.sealed.hash,
    doc: commit.doc,
    recent: recent.slice(surplus),
    floor: surplus === 0 ? history.floor : (recent[surplus - 1]?.doc ?? history.floor),
  };
}

type Made = { readonly steps: readonly Step[]; readonly repairs: readonly Step[]; readonly doc: TextNode };

function nextCommit(history: TextHistory, push: PushName, made: Made, origin: CommitOrigin, atMs: number): KnownCommit {
  const sealed = sealCommit({
    text: history.text,
    version: history.version + 1,
    previous: history.head,
    ...origin,
    atMs,
    steps: made.steps,
    repairs: made.repairs,
  });
  return {
    push: { client: push.client, sequence: push.sequence },
    own: made.steps,
    repairs: made.repairs,
    steps: [...made.steps, ...made.repairs],
    doc: made.doc,
    sealed,
  };
}
