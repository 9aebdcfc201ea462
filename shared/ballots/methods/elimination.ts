/** Who leaves the race after a round. `tied`: the several options that had the fewest votes; empty when one had. */
export interface Elimination {
  readonly tied: readonly string[];
  /** Null when nobody leaves: the count has ended, here or by a tie that nobody has decided. */
  readonly eliminated: string | null;
}

export const nobodyLeaves: Elimination = { tied: [], eliminated: null };

/**
 * The option with the fewest votes leaves. Chance never chooses between several: the assembly does. `decisions` are
 * those it took, the next one first; the one that is used is taken off. One that names none of the tied decides nothing.
 */
export function eliminate(fewest: readonly string[], decisions: string[]): Elimination {
  const [only = null, ...others] = fewest;
  if (others.length === 0) return { tied: [], eliminated: only };
  const [decided = null] = decisions;
  if (decided === null || !fewest.includes(decided)) return { tied: fewest, eliminated: null };
  decisions.shift();
  return { tied: fewest, eliminated: decided };
}
