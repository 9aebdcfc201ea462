import {
  presentOn,
  standingVotes,
  votesAtStation,
  votesOf,
  type AnnulledBallot,
  type Ballot,
  type DeclaredBallot,
  type Received,
  type Roll,
} from "../../../shared/ballots/index.ts";
import { translator, type Translate } from "../../../shared/i18n/index.ts";
import { assertNever } from "../../../shared/refusals.ts";
import type { AnnulledView, BallotStage, ResultView } from "../../../shared/views/index.ts";
import { readReason, readReceived, readReplacing, readVoterNames } from "../../ballots/index.ts";
import type { PageContext } from "../../http/index.ts";
import { ballotCard } from "./ballot-card.ts";
import { ballotFacts, cancelledFacts } from "./ballot-facts.ts";
import { voterOf } from "./my-vote.ts";
import { statedReasons } from "../stated-reasons.ts";
import { consequencesOf } from "./consequences.ts";
import type { Hall } from "./hall.ts";

/** `names`: who voted what, and who did not, is said too. Only of what is declared. */
interface Shows {
  readonly names: boolean;
}

/** A ballot as this person may see it now; null when it was never opened. */
export async function ballotStage(
  context: PageContext,
  hall: Hall,
  ballot: Ballot,
  shows: Shows,
): Promise<BallotStage | null> {
  switch (ballot.state) {
    case "prepared":
      return null;
    case "open":
      return { stage: "open", card: await ballotCard(context, hall, ballot) };
    case "closed":
      return { stage: "closed", facts: await ballotFacts(context, hall, ballot), result: ballot.result };
    case "declared":
      return { stage: "declared", result: await resultView(context, hall, ballot, shows) };
    case "cancelled": {
      const facts = await cancelledFacts(context, hall, ballot);
      const reason = await readReason(context.tx, context.gathering.id, ballot.id);
      return facts && { stage: "cancelled", facts, reason };
    }
    case "annulled":
      return { stage: "annulled", ...(await annulledView(context, hall, ballot, shows)) };
    default:
      return assertNever(ballot);
  }
}

export async function annulledView(
  context: PageContext,
  hall: Hall,
  ballot: AnnulledBallot,
  shows: Shows,
): Promise<AnnulledView> {
  const { tx, gathering } = context;
  return {
    result: await resultView(context, hall, ballot, shows),
    reason: await readReason(tx, gathering.id, ballot.id),
    declared: ballot.declaredAtMs !== null,
    replacedBy: (await readReplacing(tx, gathering.id, ballot.id))?.number ?? null,
  };
}

export async function resultView(
  context: PageContext,
  hall: Hall,
  ballot: DeclaredBallot | AnnulledBallot,
  shows: Shows,
): Promise<ResultView> {
  const { tx, gathering, shell } = context;
  const received = await readReceived(tx, ballot);
  const standing = "choices" in received ? null : standingVotes(received.votes);
  const t = translator(gathering.language);
  const named = await readVoterNames(tx, gathering.id, ballot.franchise.unit);
  const me = shell.me && voterOf(shell.me, ballot.franchise.unit);
  // Where hands were seen nobody voted by name, and nobody is told to have kept silent.
  const counted = ballot.result.method !== "evident";
  return {
    facts: await ballotFacts(context, hall, ballot),
    result: ballot.result,
    closedAtMs: ballot.closedAtMs,
    declaredAtMs: ballot.declaredAtMs,
    mine: me === null ? null : (standing?.get(me)?.choice ?? null),
    consequences: await consequencesOf(context, hall, ballot),
    counts: "choices" in received ? [] : received.counts,
    reasons: "choices" in received ? [] : await statedReasons(tx, gathering.id, received.votes, named),
    silent: shows.names && counted ? silentOn(ballot.roll, received).map(named).sort(byName) : [],
    absent: shows.names ? absentOn(ballot.roll, named, t).sort(byName) : [],
    votes: shows.names && counted ? namedVotes(ballot, received, named, t) : null,
  };
}

/** Who said what; of several votes, how many. Null of a secret ballot. */
function namedVotes(
  ballot: DeclaredBallot | AnnulledBallot,
  received: Received,
  named: (voter: string) => string,
  t: Translate,
): ResultView["votes"] {
  if ("choices" in received) return null;
  const byWeight = ballot.franchise.weights !== "one";
  return votesOf(ballot, received.votes)
    .map(({ voter, weight, said }) => {
      const name = named(voter);
      return { voter: byWeight ? t("result.votes-of", { name, count: weight }) : name, choice: said };
    })
    .sort((a, b) => byName(a.voter, b.voter));
}

const absentOn = (roll: Roll, named: (voter: string) => string, t: Translate): string[] =>
  roll.flatMap(({ voter, presence }) => {
    if (presence === "present" || presence === "represented") return [];
    return presence === "excused" ? t("result.excused", { name: named(voter) }) : named(voter);
  });

function silentOn(roll: Roll, received: Received): readonly string[] {
  const voted = new Set(("choices" in received ? received.marks : received.votes).map(({ voter }) => voter));
  return presentOn(roll).flatMap((entry) => (voted.has(entry.voter) || votesAtStation(entry) ? [] : [entry.voter]));
}

const byName = (a: string, b: string): number => a.localeCompare(b, "fr");
