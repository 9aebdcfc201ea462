import {
  presentOn,
  readSaid,
  reasonsOn,
  saidByPaper,
  votesAtStation,
  type OpenBallot,
} from "../../../shared/ballots/index.ts";
import { may } from "../../../shared/people/index.ts";
import type { TellerTable } from "../../../shared/views/index.ts";
import { readReceived, readRegister } from "../../ballots/index.ts";
import type { PageContext } from "../../http/index.ts";

/** The table where a teller enters the vote of who has no phone. It shows that a vote stands, never which. */
export async function tellerTable(context: PageContext, ballot: OpenBallot): Promise<TellerTable | null> {
  const { tx, gathering, actor, shell, form, query, newId } = context;
  if (!may(actor, "vote.enter", { gathering: gathering.id })) return null;
  const names = new Map((await readRegister(tx, gathering.id)).map(({ delegation, name }) => [delegation, name]));
  const received = await readReceived(tx, ballot);
  // Of votes in the order they were written, a voter's last one stands.
  const standing = new Map(("choices" in received ? received.marks : received.votes).map((vote) => [vote.voter, vote]));
  const byName = presentOn(ballot.roll).filter((entry) => !votesAtStation(entry));
  const delegations = byName.map(({ voter }) => {
    const vote = standing.get(voter);
    const stands = vote ? { receipt: vote.receipt, writtenAtMs: vote.atMs, entered: vote.entered } : null;
    return { id: voter, name: names.get(voter) ?? "", standing: stands };
  });
  const { delegation, choix, raison = "" } = query;
  const choice = choix === undefined ? null : readSaid(ballot.asking, choix);
  const replaceable = ballot.secrecy === "public" ? delegations : [];
  const asked = replaceable.find(({ id, standing }) => id === delegation && standing !== null);
  return {
    delegations: delegations.toSorted((a, b) => a.name.localeCompare(b.name, gathering.language)),
    counts: presentOn(ballot.roll).some(({ channel }) => channel !== "phone"),
    requestKey: newId(),
    confirm: asked && choice !== null ? { delegation: asked.id, choice, reason: raison } : null,
    filled:
      shell.refused === null
        ? null
        : { delegation: form["delegation"] ?? "", choice: saidByPaper(form), reasons: reasonsOn(form) },
  };
}
