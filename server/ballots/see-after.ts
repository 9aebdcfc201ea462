interface After {
  readonly voter: string;
  /** As which voter it was cast; null: a teller entered it, on the ballot of this number. */
  readonly as: string | null;
  readonly number: number;
  /** What is not written: the page shows the vote that stands, and this one filled in again, to confirm. */
  readonly repeat?: { readonly choice: string; readonly reason: string | null } | null;
}

/** The page after a vote: one's own, or that of the vote that one carries; at the table, the roll. */
export function seeAfter({ voter, as, number, repeat = null }: After): string {
  const query = new URLSearchParams();
  if (repeat !== null) query.set("choix", repeat.choice);
  if (repeat?.reason) query.set("raison", repeat.reason);
  if (as === null ? repeat !== null : voter !== as) query.set("pour", voter);
  const page = as === null ? `/scrutins/${number}/emargement` : "/";
  return query.size === 0 ? page : `${page}?${query.toString()}`;
}
