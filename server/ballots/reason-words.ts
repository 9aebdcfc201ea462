import { and, eq, inArray } from "drizzle-orm";

import { hashWords } from "../../shared/journal/index.ts";
import type { ActContext } from "../http/index.ts";
import { keepWords } from "../journal/index.ts";
import type { Tx } from "../storage/index.ts";

/** Of a vote's reason: its salted hash; `keep` writes the words beside, once the vote is written. */
export interface TypedReason {
  readonly hash: string;
  readonly keep: () => Promise<void>;
}

/**
 * The hash under which a vote's reason is kept. `sent` is that of the vote with the same request key, when there is one: the
 * same words sent twice are the same vote.
 */
export async function reasonWords(
  { tx, gathering, newId, newSalt }: ActContext,
  words: string | null,
  sent: string | null,
): Promise<TypedReason | null> {
  if (words === null) return null;
  const before = sent === null ? undefined : (await readKept(tx, gathering.id, [sent]))[0];
  const repeated = before && (before.text === null || hashWords({ salt: before.salt, words }) === before.hash);
  if (repeated) return { hash: before.hash, keep: async () => undefined };
  const typed = { id: newId(), kind: "reason", words, salt: newSalt() };
  return {
    hash: hashWords(typed),
    keep: async () => {
      await keepWords(tx, gathering.id, typed);
    },
  };
}

/** Reasons by their hash: null once erased. */
export async function readReasons(
  tx: Tx,
  gathering: string,
  votes: readonly { readonly reasonHash?: string | null }[],
): Promise<ReadonlyMap<string, string | null>> {
  const hashes = votes.flatMap(({ reasonHash }) => reasonHash ?? []);
  const rows = await readKept(tx, gathering, hashes);
  return new Map(rows.map(({ hash, text }) => [hash, text]));
}

async function readKept({ db, tables: { words } }: Tx, gathering: string, hashes: readonly string[]) {
  if (hashes.length === 0) return [];
  return db
    .select({ hash: words.hash, salt: words.salt, text: words.text })
    .from(words)
    .where(and(eq(words.gathering, gathering), inArray(words.hash, [...hashes])));
}
