import { agreedVotes, presentOn, type OpenBallot } from "../../../shared/ballots/index.ts";
import type { BallotCard } from "../../../shared/views/index.ts";
import { countMarks, countVoted, readCounts } from "../../ballots/index.ts";
import type { PageContext } from "../../http/index.ts";
import type { Tx } from "../../storage/index.ts";
import { ballotFacts } from "./ballot-facts.ts";
import type { Hall } from "./hall.ts";
import { myVote } from "./my-vote.ts";

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
  (await countVoted(tx, ballot.id)) + agreedVotes(await readCounts(tx, ballot.id));
