import { and, eq } from "drizzle-orm";

import { parseRule, type Rule, type Tally } from "../../shared/ballots/index.ts";
import type { Tx } from "../storage/index.ts";

/** The ballot that decided an amendment, as its sheet says it. */
export async function decidedBallot(
  tx: Tx,
  gathering: string,
  id: string,
): Promise<{ readonly number: number; readonly tally: Tally; readonly rule: Rule }> {
  const { ballots } = tx.tables;
  const [row] = await tx.db
    .select({ number: ballots.number, tally: ballots.tally, rule: ballots.rule })
    .from(ballots)
    .where(and(eq(ballots.gathering, gathering), eq(ballots.id, id)));
  const rule = row && parseRule(row.rule);
  if (row?.number === null || row?.number === undefined || row.tally === null || !rule?.ok) {
    throw new Error(`Ballot ${id} decided an amendment and was never counted`);
  }
  return { number: row.number, tally: parseTally(row.tally), rule: rule.value };
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
