import { eq } from "drizzle-orm";

import {
  firstBallot,
  linesOf,
  readSaid,
  readSplit,
  reasonsOn,
  saidByPaper,
  standingVotes,
  type OpenBallot,
  type Unit,
} from "../../../shared/ballots/index.ts";
import type { CastVote, Me, MyVote } from "../../../shared/views/index.ts";
import { nextBallotNumber, readMarksOf, readReasons, readVoters, readVotesOf } from "../../ballots/index.ts";
import type { PageContext } from "../../http/index.ts";
import { readMandate } from "../../people/index.ts";
import type { Tx } from "../../storage/index.ts";

/** As which voter somebody casts: their delegation, or themselves. Null: whoever has no delegation. */
export const voterOf = ({ participant, delegation }: Me, unit: Unit): string | null =>
  delegation === null ? null : unit === "delegation" ? delegation.id : participant;

/** What stands of one's own vote, and of those that one carries; or why one casts none. */
export async function myVote(context: PageContext, ballot: OpenBallot): Promise<MyVote> {
  const { tx, gathering, actor, shell, newId } = context;
  const { me } = shell;
  if (!me) return { kind: "public" };
  const { delegation } = me;
  if (!delegation) return { kind: "off-roll", off: { why: "noDelegation" } };
  const mandated = actor.grants.some((grant) => grant.role === "delegate" && grant.delegation === delegation.id);
  if (!mandated) return { kind: "off-roll", off: { why: "observer" } };
  const { unit, split } = ballot.franchise;
  const voter = unit === "delegation" ? delegation.id : me.participant;
  const voters = await readVoters(tx, gathering.id, unit);
  const nameOf = (id: string): string => voters.find((one) => one.voter === id)?.name ?? "";
  const lines = linesOf(ballot.roll, voter);
  if (lines.length === 0) {
    const newcomer = voters.find((one) => one.voter === voter) ?? { voter, enrolled: false, present: false };
    const off = firstBallot(ballot.roll, newcomer, (await nextBallotNumber(tx, gathering.id)) - 1);
    if (off?.why === "represented") return { kind: "off-roll", off: { why: off.why, by: nameOf(off.holder) } };
    return { kind: "off-roll", off: off ?? { why: "withdrawn" } };
  }
  const [own] = lines;
  const byPhone = lines.filter(({ channel }) => channel === "phone" || channel === "proxy");
  if (byPhone.length === 0 && (own?.channel === "hands" || own?.channel === "paper"))
    return { kind: "by-hand", channel: own.channel, zone: own.zone ?? null };
  const papers = await Promise.all(
    byPhone.map(async (line) => ({
      voter: line.voter,
      name: nameOf(line.voter),
      carried: line.holder !== undefined,
      splits: split && line.weight > 1 ? line.weight : null,
      cast: await standingVote(context, ballot, line.voter),
    })),
  );
  const paper = chosenPaper(context, papers) ?? papers[0];
  if (paper === undefined) throw new Error("A voter without a line");
  const { cast, ...line } = paper;
  return {
    kind: "voter",
    delegation,
    line,
    others: papers
      .filter((one) => one !== paper)
      .map(({ cast: standing, ...one }) => ({ ...one, voted: standing !== null })),
    mandate: await readMandate(tx, delegation.id),
    requestKey: newId(),
    cast,
    ...chosenOf(context, ballot, line, cast),
  };
}

/** Whose paper is asked for, or came back refused. */
const chosenPaper = <Paper extends { readonly voter: string }>(
  { shell, form, query }: PageContext,
  papers: readonly Paper[],
): Paper | undefined => {
  const asked = shell.refused === null ? query["pour"] : (form["voter"] ?? form["delegation"]);
  return papers.find(({ voter }) => voter === asked);
};

async function standingVote(
  { tx, shell, gathering }: PageContext,
  ballot: OpenBallot,
  voter: string,
): Promise<CastVote | null> {
  const vote = await (ballot.secrecy === "secret" ? markIn : standingIn)(tx, ballot.id, voter);
  if (!vote) return null;
  const { choice, reasonHash = null, receipt, atMs, entered, by } = vote;
  const reason = reasonHash === null ? null : ((await readReasons(tx, gathering.id, [vote])).get(reasonHash) ?? null);
  const me = by === shell.me?.participant;
  return { choice, reason, receipt, writtenAtMs: atMs, by: { name: await nameOf(tx, by), me, teller: entered } };
}

const standingIn = async (tx: Tx, ballot: string, voter: string) =>
  standingVotes(await readVotesOf(tx, ballot, voter)).get(voter);

/** Of a vote in an urn nobody reads what it says, its author neither. */
async function markIn(tx: Tx, ballot: string, voter: string) {
  const [mark] = await readMarksOf(tx, ballot, voter);
  return mark && { ...mark, choice: null, reasonHash: null };
}

async function nameOf({ db, tables: { participants } }: Tx, participant: string): Promise<string> {
  const [row] = await db.select({ name: participants.name }).from(participants).where(eq(participants.id, participant));
  return row?.name ?? "";
}

/** What was filled in and not written: the page shows it so again. */
function chosenOf(
  { shell, form, query }: PageContext,
  { asking }: OpenBallot,
  { splits }: { readonly splits: number | null },
  cast: CastVote | null,
): Pick<Extract<MyVote, { kind: "voter" }>, "chosen" | "reasons"> {
  if (shell.refused !== null) return { chosen: saidByPaper(form) || null, reasons: reasonsOn(form) };
  const { choix: said, raison = "" } = query;
  const chosen =
    said === undefined ? null : (readSaid(asking, said) ?? (splits === null ? null : readSplit(said, splits)));
  if (chosen !== null) return { chosen, reasons: { [chosen]: raison } };
  return { chosen, reasons: cast?.choice && cast.reason !== null ? { [cast.choice]: cast.reason } : {} };
}
