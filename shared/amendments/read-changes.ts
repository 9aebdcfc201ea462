import type { ChangeSet } from "./change.ts";

/** The change set that a stored body says (docs/record-format.md, "Change set"). The body is one whose hash holds. */
export function readChangeSet(body: string): ChangeSet {
  const changes: unknown = JSON.parse(body);
  if (!Array.isArray(changes)) throw new Error("A change set is a list");
  return changes as ChangeSet;
}
