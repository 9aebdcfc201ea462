import { amendmentsIn, parentIn, readSubject, type PlenarySubject } from "../../shared/plenary/index.ts";
import type { AmendmentNeighbours, BallotOnIt } from "../amendments/index.ts";
import { listBallots, listSubjectsUnderWay } from "../ballots/index.ts";
import type { Tx } from "../storage/index.ts";

/** What other rooms ask of ballots, which are opaque to them: is this being voted now, or counted and not yet proclaimed? */
export const beingVoted: AmendmentNeighbours = {
  isBeingVoted: async (tx, amendment) =>
    (await subjectsUnderWay(tx)).some((one) => amendmentsIn(one).includes(amendment) || parentIn(one) === amendment),
  isTextBeingVoted: async (tx, text) =>
    (await subjectsUnderWay(tx)).some((one) => one.kind === "text" && one.text === text),
  async ballotsOnEach(tx, gathering) {
    const opened = await listBallots(tx, gathering, ["open", "closed", "declared", "cancelled", "annulled"]);
    const onEach = new Map<string, BallotOnIt[]>();
    for (const { id, number, state, subjectKind, subject, subjectHash } of opened) {
      const put = readSubject({ kind: subjectKind, body: subject, hash: subjectHash });
      if (number === null || put === null) continue;
      const ballot = { id, number, isOpen: state === "open", isAnnulled: state === "annulled" };
      for (const amendment of new Set(amendmentsIn(put))) {
        const before = onEach.get(amendment);
        if (before) before.push(ballot);
        else onEach.set(amendment, [ballot]);
      }
    }
    return onEach;
  },
};

/** Is a ballot on the whole of a text, or on one of its amendments, open, or counted and not yet proclaimed? */
export const isTouchedByAVote = async (tx: Tx, text: string): Promise<boolean> =>
  (await subjectsUnderWay(tx)).some((one) => one.kind !== "question" && one.text === text);

async function subjectsUnderWay(tx: Tx): Promise<readonly PlenarySubject[]> {
  return (await listSubjectsUnderWay(tx)).flatMap((subject) => readSubject(subject) ?? []);
}
