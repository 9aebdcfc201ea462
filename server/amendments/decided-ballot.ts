import { and, eq, isNotNull } from "drizzle-orm";

import { parseRule, type Rule, type Tally } from "../../shared/ballots/index.ts";
import type { Tx } from "../storage/index.ts";

/** The ballot that decided an amendment, as its sheet says it; without tally where the majority was seen, not counted. */
interface DecidedBallot {
  readonly number: number;
  readonly tally: Tally | null;
  readonly rule: Rule;
}

/** All counted ballots of a gathering, read at once. What is given throws for a ballot that was never counted. */
export async function readDecidedBallots(tx: Tx, gathering: string): Promise<(id: string) => DecidedBallot> {
  const { ballots } = tx.tables;
  const { id, number, tally, method, rule } = ballots;
  const rows = await tx.db
    .select({ id, number, tally, method, rule })
    .from(ballots)
    .where(and(eq(ballots.gathering, gathering), isNotNull(ballots.tally)));
  const byId = new Map(rows.map((row) => [row.id, row]));
  return (ballot) => {
    const row = byId.get(ballot);
    const under = row && parseRule(row.rule);
    if (row?.number === null || row?.number === undefined || row.tally === null || !under?.ok) {
      throw new Error(`Ballot ${ballot} decided an amendment and was never counted`);
    }
    return { number: row.number, tally: row.method === "evident" ? null : parseTally(row.tally), rule: under.value };
  };
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
