import { and, eq } from "drizzle-orm";

import { parseRule, type Rule, type Tally } from "../../shared/ballots/index.ts";
import type { Tx } from "../storage/index.ts";

/** The ballot that decided an amendment, as its sheet says it; without tally where the majority was seen, not counted. */
export async function decidedBallot(
  tx: Tx,
  gathering: string,
  id: string,
): Promise<{ readonly number: number; readonly tally: Tally | null; readonly rule: Rule }> {
  const { ballots } = tx.tables;
  const [row] = await tx.db
    .select({ number: ballots.number, tally: ballots.tally, method: ballots.method, rule: ballots.rule })
    .from(ballots)
    .where(and(eq(ballots.gathering, gathering), eq(ballots.id, id)));
  const rule = row && parseRule(row.rule);
  if (row?.number === null || row?.number === undefined || row.tally === null || !rule?.ok) {
    throw new Error(`Ballot ${id} decided an amendment and was never counted`);
  }
  const tally = row.method === "evident" ? null : parseTally(row.tally);
  return { number: row.number, tally, rule: rule.value };
}

function parseTally(json: string): Tally {
  const tally: unknown = JSON.parse(json);
  if (typeof tally !== "object" || tally === null) throw new Error("A tally is an object");
  const figure = (key: string): number => Number(Reflect.get(tally, key));
  return {
    for: figure("for"),
    against: figure("against"),
    abstention: figure("abstention"),
    notTakingPart: figure("notTakingPart"),
  };
}
