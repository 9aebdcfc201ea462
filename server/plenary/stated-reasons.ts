import { reasoned, standingVotes, type Vote } from "../../shared/ballots/index.ts";
import type { StatedReason } from "../../shared/views/index.ts";
import { readReasons } from "../ballots/index.ts";
import type { Tx } from "../storage/index.ts";

/** The objections of a round of consent, then its reservations, each with whose it is and why. */
export async function statedReasons(
  tx: Tx,
  gathering: string,
  votes: readonly Vote[],
  named: (voter: string) => string,
): Promise<readonly StatedReason[]> {
  const standing = [...standingVotes(votes).values()];
  const words = await readReasons(tx, gathering, standing);
  return reasoned.toReversed().flatMap((said) =>
    standing
      .filter(({ choice }) => choice === said)
      .map(({ voter, reasonHash = null }) => ({ said, delegation: named(voter), reason: typed(words, reasonHash) }))
      .toSorted((a, b) => a.delegation.localeCompare(b.delegation, "fr")),
  );
}

function typed(words: ReadonlyMap<string, string | null>, hash: string | null): StatedReason["reason"] {
  if (hash === null) return null;
  const kept = words.get(hash) ?? null;
  return kept === null ? "erased" : { words: kept };
}
