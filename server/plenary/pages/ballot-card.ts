import { eq } from "drizzle-orm";

import {
  agreedVotes,
  firstBallot,
  presentOn,
  readSaid,
  reasonsOn,
  saidByPaper,
  standingVotes,
  type OpenBallot,
} from "../../../shared/ballots/index.ts";
import type { BallotCard, CastVote, MyVote } from "../../../shared/views/index.ts";
import {
  countMarks,
  countVoted,
  nextBallotNumber,
  readCounts,
  readMarksOf,
  readReasons,
  readRegister,
  readVotesOf,
} from "../../ballots/index.ts";
import type { PageContext } from "../../http/index.ts";
import type { Tx } from "../../storage/index.ts";
import { ballotFacts } from "./ballot-facts.ts";
import type { Hall } from "./hall.ts";

/** The open ballot as this person sees it: the paper, what stands of their delegation's vote, or why they do not vote. */
export async function ballotCard(context: PageContext, hall: Hall, ballot: OpenBallot): Promise<BallotCard> {
  return {
    facts: await ballotFacts(context, hall, ballot),
    turnout: await turnoutOf(context, ballot),
    lastCall: ballot.lastCall,
    step: ballot.step,
    mine: await myVote(context, ballot),
  };
}

/** How many have voted: all that is shown while a ballot is open, to anybody. */
export const turnoutOf = async ({ tx }: PageContext, ballot: OpenBallot) => ({
  voted: await (ballot.secrecy === "secret" ? countMarks(tx, ballot.id) : votedIn(tx, ballot)),
  present: presentOn(ballot.roll).length,
});

const votedIn = async (tx: Tx, ballot: OpenBallot): Promise<number> =>
  (await countVoted(tx, ballot.id)) + agreedVotes(ballot.roll, await readCounts(tx, ballot.id));

async function myVote(context: PageContext, ballot: OpenBallot): Promise<MyVote> {
  const { tx, gathering, actor, shell, newId } = context;
  const { me } = shell;
  if (!me) return { kind: "public" };
  const { delegation } = me;
  if (!delegation) return { kind: "off-roll", off: { why: "noDelegation" } };
  const mandated = actor.grants.some((grant) => grant.role === "delegate" && grant.delegation === delegation.id);
  if (!mandated) return { kind: "off-roll", off: { why: "observer" } };
  const registered = (await readRegister(tx, gathering.id)).find((one) => one.delegation === delegation.id);
  const newcomer = registered ?? { delegation: delegation.id, enrolled: false, present: false };
  const off = firstBallot(ballot.roll, newcomer, (await nextBallotNumber(tx, gathering.id)) - 1);
  if (off) return { kind: "off-roll", off };
  const line = ballot.roll.find((one) => one.voter === delegation.id);
  if (line?.channel === "hands" || line?.channel === "paper")
    return { kind: "by-hand", channel: line.channel, zone: line.zone ?? null };
  const cast = await standingVote(context, ballot, delegation.id);
  return { kind: "voter", delegation, requestKey: newId(), cast, ...chosenOf(context, ballot, cast) };
}

async function standingVote(
  { tx, shell, gathering }: PageContext,
  ballot: OpenBallot,
  delegation: string,
): Promise<CastVote | null> {
  const vote = await (ballot.secrecy === "secret" ? markIn : standingIn)(tx, ballot.id, delegation);
  if (!vote) return null;
  const { choice, reasonHash = null, receipt, atMs, entered, by } = vote;
  const reason = reasonHash === null ? null : ((await readReasons(tx, gathering.id, [vote])).get(reasonHash) ?? null);
  const me = by === shell.me?.participant;
  return { choice, reason, receipt, writtenAtMs: atMs, by: { name: await nameOf(tx, by), me, teller: entered } };
}

const standingIn = async (tx: Tx, ballot: string, delegation: string) =>
  standingVotes(await readVotesOf(tx, ballot, delegation)).get(delegation);

/** Of a vote in an urn nobody reads what it says, its author neither. */
async function markIn(tx: Tx, ballot: string, delegation: string) {
  const [mark] = await readMarksOf(tx, ballot, delegation);
  return mark && { ...mark, choice: null, reasonHash: null };
}

async function nameOf({ db, tables: { participants } }: Tx, participant: string): Promise<string> {
  const [row] = await db.select({ name: participants.name }).from(participants).where(eq(participants.id, participant));
  return row?.name ?? "";
}

/** What was filled in and not written: the page shows it so again. */
function chosenOf({ shell, form, query }: PageContext, { asking }: OpenBallot, cast: CastVote | null) {
  if (shell.refused !== null) return { chosen: saidByPaper(form) || null, reasons: reasonsOn(form) };
  const { choix, raison = "" } = query;
  const chosen = choix === undefined ? null : readSaid(asking, choix);
  if (chosen !== null) return { chosen, reasons: { [chosen]: raison } };
  return { chosen, reasons: cast?.choice && cast.reason !== null ? { [cast.choice]: cast.reason } : {} };
}
