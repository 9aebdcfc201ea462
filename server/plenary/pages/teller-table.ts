import {
  presentOn,
  readSaid,
  reasonsOn,
  saidByPaper,
  votesAtStation,
  type OpenBallot,
  type Received,
} from "../../../shared/ballots/index.ts";
import { may } from "../../../shared/people/index.ts";
import type { TellerTable } from "../../../shared/views/index.ts";
import type { PageContext } from "../../http/index.ts";

/** The table where a teller enters the vote of who has no phone. It shows that a vote stands, never which. */
export function tellerTable(
  { gathering, actor, shell, form, query, newId }: PageContext,
  ballot: OpenBallot,
  received: Received,
  nameOf: (voter: string) => string,
): TellerTable | null {
  if (ballot.asking.method === "evident" || !may(actor, "vote.enter", { gathering: gathering.id })) return null;
  // Of votes in the order they were written, a voter's last one stands.
  const standing = new Map(("choices" in received ? received.marks : received.votes).map((vote) => [vote.voter, vote]));
  const byName = presentOn(ballot.roll).filter((entry) => !votesAtStation(entry));
  const voters = byName.map(({ voter }) => {
    const vote = standing.get(voter);
    const stands = vote ? { receipt: vote.receipt, writtenAtMs: vote.atMs, entered: vote.entered } : null;
    return { voter, name: nameOf(voter), standing: stands };
  });
  const { pour, choix, raison = "" } = query;
  const choice = choix === undefined ? null : readSaid(ballot.asking, choix);
  const asked = voters.find(({ voter }) => voter === pour);
  const replaces = ballot.secrecy === "public" && asked?.standing && choice !== null;
  return {
    voters: voters.toSorted((a, b) => a.name.localeCompare(b.name, gathering.language)),
    counts: presentOn(ballot.roll).some(({ channel }) => channel === "hands" || channel === "paper"),
    requestKey: newId(),
    confirm: replaces && asked ? { voter: asked.voter, choice, reason: raison } : null,
    filled:
      shell.refused === null
        ? asked
          ? { voter: asked.voter, choice: null, reasons: {} }
          : null
        : { voter: form["voter"] ?? form["delegation"] ?? "", choice: saidByPaper(form), reasons: reasonsOn(form) },
  };
}
