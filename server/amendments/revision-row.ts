import { parseChangeSet, type ChangeSet } from "../../shared/amendments/index.ts";
import { hashText } from "../../shared/journal/index.ts";
import type { AmendmentFault } from "../../shared/views/index.ts";
import type { Tables } from "../storage/index.ts";

export type RevisionRow = Tables["revisions"]["$inferSelect"];

/** What one revision of an amendment asks for, and on which version it was written. */
export interface RevisionFacts {
  readonly revision: number;
  readonly base: { readonly version: number; readonly head: string };
  readonly changes: ChangeSet;
  readonly hash: string;
  /** The id of its rationale among the typed words. */
  readonly rationale: string | null;
  readonly divisible: boolean;
  readonly origin: RevisionRow["origin"];
  /** The sub-amendment whose adoption made it; null: its author. */
  readonly made: string | null;
  /** Of a sub-amendment: the revision of its parent that it is written on. */
  readonly onRevision: number | null;
  readonly submittedAtMs: number;
  /** What is wrong with its rows: somebody changed them, or a bug wrote them. It then asks for nothing. */
  readonly broken?: AmendmentFault;
}

/** Never throws: what cannot be read, or is not what was hashed, is broken. */
export const revisionOf = (row: RevisionRow): RevisionFacts => ({
  revision: row.revision,
  base: { version: row.baseVersion, head: row.baseHead },
  ...changesOf(row),
  hash: row.hash,
  rationale: row.rationaleWords,
  divisible: row.divisible,
  origin: row.origin,
  made: row.made,
  onRevision: row.onRevision,
  submittedAtMs: row.submittedAtMs,
});

/** Of a revision that is not there. */
export const noRevision = (revision: number): RevisionFacts => ({
  revision,
  base: { version: 0, head: "" },
  changes: [],
  hash: "",
  rationale: null,
  divisible: false,
  origin: "submitted",
  made: null,
  onRevision: null,
  submittedAtMs: 0,
  broken: "changes",
});

function changesOf({ changes, hash }: RevisionRow): Pick<RevisionFacts, "changes" | "broken"> {
  if (hashText(changes) !== hash) return { changes: [], broken: "hash" };
  try {
    return { changes: parseChangeSet(changes) };
  } catch {
    return { changes: [], broken: "changes" };
  }
}
