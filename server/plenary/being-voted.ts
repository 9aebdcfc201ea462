import { amendmentsIn, readSubject, type PlenarySubject } from "../../shared/plenary/index.ts";
import type { AmendmentNeighbours } from "../amendments/index.ts";
import { listBallots, listOpenSubjects } from "../ballots/index.ts";
import type { Tx } from "../storage/index.ts";

/** What other rooms ask of ballots, which are opaque to them: is this being voted now? */
export const beingVoted: AmendmentNeighbours = {
  isBeingVoted: async (tx, amendment) => (await openSubjects(tx)).some((one) => amendmentsIn(one).includes(amendment)),
  isTextBeingVoted: async (tx, text) =>
    (await openSubjects(tx)).some((one) => one.kind === "text" && one.text === text),
  async ballotsOn(tx, gathering, amendment) {
    const opened = await listBallots(tx, gathering, ["open", "closed", "declared", "cancelled", "annulled"]);
    return opened.flatMap(({ id, number, state, subjectKind, subject, subjectHash }) => {
      const put = readSubject({ kind: subjectKind, body: subject, hash: subjectHash });
      if (number === null || put === null || !amendmentsIn(put).includes(amendment)) return [];
      return [{ id, number, isOpen: state === "open", isAnnulled: state === "annulled" }];
    });
  },
};

async function openSubjects(tx: Tx): Promise<readonly PlenarySubject[]> {
  return (await listOpenSubjects(tx)).flatMap((subject) => readSubject(subject) ?? []);
}
