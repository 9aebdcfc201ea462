import type { Step } from "prosemirror-transform";

import { canonicalJson, hashJson, hashText, type Json } from "../journal/index.ts";
import { plainJson } from "./json.ts";
import type { TextNode } from "./schema.ts";

/**
 * Who a commit is by: an id, never of a person. The delegation that typed it; the text itself, for words of its workshop
 * typed by somebody without delegation; or the adopted amendment, with the ballot that decided it.
 */
export interface CommitOrigin {
  readonly author: string;
  readonly ballot?: string;
}

/** One version of a text, as it is hashed (docs/record-format.md, "Commit"). */
export interface Commit extends CommitOrigin {
  readonly text: string;
  /** From 1; version 0 is the empty text. Counts commits, not steps. */
  readonly version: number;
  readonly previous: string;
  /** Whole minutes, in milliseconds: a finer time would tell how a person types. */
  readonly atMs: number;
  readonly steps: readonly Step[];
  readonly repairs: readonly Step[];
}

/** A commit with the string that was hashed and its hash: what is stored and exported. */
export interface SealedCommit {
  readonly version: number;
  readonly hash: string;
  readonly body: string;
}

export function sealCommit(commit: Commit): SealedCommit {
  const { text, version, previous, author, ballot } = commit;
  const facts: Json = {
    text,
    version,
    previous,
    author,
    atMs: Math.floor(commit.atMs / minuteMs) * minuteMs,
    steps: stepsJson(commit.steps),
    repairs: stepsJson(commit.repairs),
  };
  const body = canonicalJson(ballot === undefined ? facts : { ...facts, ballot });
  return { version, hash: hashText(body), body };
}

const minuteMs = 60_000;

export const stepsJson = (steps: readonly Step[]): readonly Json[] => steps.map((step) => plainJson(step.toJSON()));

/** The hash of a text is over its canonical JSON, ids included. */
export const textHash = (doc: TextNode): string => hashJson(plainJson(doc.toJSON()));
