import { eq } from "drizzle-orm";

import { parseCode } from "../../shared/people/index.ts";
import { ok, refuse, type Result } from "../../shared/refusals.ts";
import type { Key } from "../http/index.ts";
import type { Tx } from "../storage/index.ts";
import { findCode, markUsed } from "./codes.ts";
import { openSession } from "./sessions.ts";

/** Opens the seat of a code under a new session and says in which gathering. Refuses `code-unknown` and `code-revoked`. */
export async function enterByCode(
  tx: Tx,
  key: Key,
  typed: string,
  session: { readonly hash: string; readonly atMs: number },
): Promise<Result<{ readonly slug: string }>> {
  const code = parseCode(typed);
  const found = code === null ? null : await findCode(tx, key, code);
  if (found === null) return refuse("code-unknown");
  if (found.state === "revoked") return refuse("code-revoked");
  const { gatherings } = tx.tables;
  const [gathering] = await tx.db
    .select({ slug: gatherings.slug })
    .from(gatherings)
    .where(eq(gatherings.id, found.gathering));
  if (!gathering) throw new Error(`A code without its gathering ${found.gathering}`);
  await openSession(tx, { gathering: found.gathering, participant: found.participant }, session.hash, session.atMs);
  await markUsed(tx, found.id);
  return ok(gathering);
}
