/** A vote that this device keeps until the server has given its receipt. It is sent again with the same key. */
export interface KeptVote {
  readonly kind: "kept-vote";
  readonly ballot: string;
  readonly delegation: string;
  /** Whose vote it is. */
  readonly voter: string;
  readonly choice: string;
  /** Empty where it has none. */
  readonly reason: string;
  readonly requestKey: string;
  readonly replaces: string;
  /** When it was last tried; null while the first try is under way. */
  readonly triedMs: number | null;
}

/** The kept vote of this ballot in what a page keeps for itself, or in what the device stored; null when it is none. */
export function readKept(value: unknown, ballot: string): KeptVote | null {
  if (typeof value !== "object" || value === null || !("kind" in value) || value.kind !== "kept-vote") return null;
  const kept = value as Record<string, unknown>;
  const { ballot: of, delegation, voter, choice, reason, requestKey, replaces, triedMs } = kept;
  if (of !== ballot || typeof delegation !== "string" || typeof choice !== "string") return null;
  if (typeof requestKey !== "string" || typeof replaces !== "string") return null;
  return {
    kind: "kept-vote",
    ballot,
    delegation,
    // Kept by a page of before there were any others.
    voter: typeof voter === "string" ? voter : delegation,
    choice,
    reason: typeof reason === "string" ? reason : "",
    requestKey,
    replaces,
    triedMs: typeof triedMs === "number" ? triedMs : null,
  };
}
