import { and, desc, eq } from "drizzle-orm";

import { mayBeWritten } from "../../shared/texts/index.ts";
import { ok, refuse, type Refused, type Result } from "../../shared/refusals.ts";
import type { Tx } from "../storage/index.ts";
import { appendCommits } from "./commits.ts";
import { readText } from "./store.ts";
import type { LastPush, Turn } from "./turn.ts";

/** What the disk said to a turn of one text: written; moved (another process wrote meanwhile); or no longer written. */
export type TurnFate = "written" | "moved" | Refused;

/** Writes the turns of all texts in one unit of work. A text that cannot take its turn is left out and said so. */
export async function writeTurns(
  tx: Tx,
  turns: readonly { readonly gathering: string; readonly turn: Turn }[],
): Promise<Result<ReadonlyMap<string, TurnFate>>> {
  const fates = new Map<string, TurnFate>();
  for (const { gathering, turn } of turns) fates.set(turn.before.text, await writeTurn(tx, gathering, turn));
  return ok(fates);
}

async function writeTurn(tx: Tx, gathering: string, turn: Turn): Promise<TurnFate> {
  const { text } = turn.before;
  const facts = await readText(tx, gathering, text);
  if (!facts) return refuse("not-found");
  const writable = mayBeWritten(facts.life);
  if (!writable.ok) return writable;
  if (await isClosed(tx, gathering)) return refuse("wrong-state", "gathering-closed");
  if (facts.version !== turn.before.version || facts.head !== turn.before.head) return "moved";
  await appendCommits(tx, text, turn.commits);
  for (const { client, last } of turn.outcomes) await tx.insert(tx.tables.pushes, { text, client, ...last });
  return "written";
}

async function isClosed(tx: Tx, gathering: string): Promise<boolean> {
  const { gatherings } = tx.tables;
  const [row] = await tx.db.select({ state: gatherings.state }).from(gatherings).where(eq(gatherings.id, gathering));
  return row?.state !== "open";
}

/** What became of the last push of a page, or null when it never pushed here. */
export async function readLastPush(tx: Tx, text: string, client: string): Promise<LastPush | null> {
  const { pushes } = tx.tables;
  const [row] = await tx.db
    .select({
      sequence: pushes.sequence,
      version: pushes.version,
      dropped: pushes.dropped,
      stepsHash: pushes.stepsHash,
    })
    .from(pushes)
    .where(and(eq(pushes.text, text), eq(pushes.client, client)))
    .orderBy(desc(pushes.sequence))
    .limit(1);
  return row ?? null;
}
