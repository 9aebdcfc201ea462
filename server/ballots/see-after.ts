interface After {
  readonly voter: string;
  /** As which voter it was cast; null: a teller entered it, on the ballot of this number. */
  readonly as: string | null;
  readonly number: number;
  /** A choice that is not written: the page shows the vote that stands, and this one checked again, to confirm. */
  readonly choice?: string | null;
}

/** The page after a vote: one's own, or that of the vote that one carries; at the table, the roll. */
export function seeAfter({ voter, as, number, choice = null }: After): string {
  const query = new URLSearchParams(choice === null ? {} : { choix: choice });
  if (as === null ? choice !== null : voter !== as) query.set("pour", voter);
  const page = as === null ? `/scrutins/${number}/emargement` : "/";
  return query.size === 0 ? page : `${page}?${query.toString()}`;
}
