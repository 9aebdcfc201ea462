import { byPhone } from "../../shared/ballots/index.ts";
import type { ActData } from "../../shared/journal/index.ts";
import { readSubject, type BallotEvidence } from "../../shared/plenary/index.ts";
import { refuse } from "../../shared/refusals.ts";
import { readBallot, readReceived } from "../ballots/index.ts";
import type { ActGathering } from "../http/index.ts";
import { readEntriesOf } from "../journal/index.ts";
import type { Tx } from "../storage/index.ts";
import { nameOfSubject, readSubjectNow } from "./subjects.ts";

/** Everything that concluding looks at, read anew from the disk: the row, its votes, the journal, what would be adopted. */
export async function readEvidence(tx: Tx, gathering: ActGathering, id: string): Promise<BallotEvidence> {
  const ballot = await readBallot(tx, gathering.id, id);
  const subject = ballot && readSubject(ballot.subject);
  const now = subject ? await readSubjectNow(tx, gathering, nameOfSubject(subject)) : refuse("no-ballot");
  let settled = false;
  for (const act of ["ballot.declared", "ballot.cancelled", "ballot.annulled"] as const)
    settled ||= (await entryOfBallot(tx, gathering, act, id)) !== null;
  return {
    ballot,
    votes: ballot === null ? byPhone([]) : await readReceived(tx, ballot),
    opened: await entryOfBallot(tx, gathering, "ballot.opened", id),
    closed: await entryOfBallot(tx, gathering, "ballot.closed", id),
    settled,
    subjectNow: now.ok ? { ok: true, value: now.value.subject } : now,
  };
}

type BallotAct = Extract<keyof ActData, `ballot.${string}`>;

/** The data of this ballot's entry of an act; null when the journal has none. */
export async function entryOfBallot<A extends BallotAct>(
  tx: Tx,
  gathering: ActGathering,
  act: A,
  id: string,
): Promise<ActData[A] | null> {
  for (const { body } of await readEntriesOf(tx, gathering.id, act)) {
    const { data }: { data: ActData[A] } = JSON.parse(body);
    if (data.ballot === id) return data;
  }
  return null;
}
