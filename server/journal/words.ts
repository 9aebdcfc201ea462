import { and, eq } from "drizzle-orm";

import { hashWords, type TypedWords } from "../../shared/journal/index.ts";
import type { Tx } from "../storage/index.ts";

/** Typed words as they stand beside the journal: null once erased, the hash for ever. */
export interface KeptWords {
  readonly words: string | null;
  readonly salt: string;
  readonly hash: string;
}

/** Keeps words that somebody typed, under an id of their own; gives the salted hash that an entry may hold. */
export async function keepWords(
  tx: Tx,
  gathering: string,
  { id, kind, words, salt }: TypedWords & { readonly id: string; readonly kind: string },
): Promise<string> {
  const hash = hashWords({ salt, words });
  await tx.insert(tx.tables.words, { id, gathering, kind, salt, text: words, hash });
  return hash;
}

/** Erases words of which no entry holds the hash: nothing of them stays. */
export async function eraseWords(tx: Tx, gathering: string, ids: readonly string[]): Promise<void> {
  const { words } = tx.tables;
  if (ids.length > 0) await tx.db.delete(words).where(and(eq(words.gathering, gathering), tx.among(words.id, ids)));
}

/** Null when there never were such words. */
export async function readWords(tx: Tx, gathering: string, id: string): Promise<KeptWords | null> {
  const { words } = tx.tables;
  const [row] = await tx.db
    .select({ words: words.text, salt: words.salt, hash: words.hash })
    .from(words)
    .where(and(eq(words.gathering, gathering), eq(words.id, id)));
  return row ?? null;
}
