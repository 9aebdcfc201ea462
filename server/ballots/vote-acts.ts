import { Type } from "typebox";

import {
  castVote,
  enterVote,
  readSaid,
  reasonCharacters,
  reasonFor,
  voteFields,
  type Casting,
  type Vote,
} from "../../shared/ballots/index.ts";
import { limits } from "../../shared/limits.ts";
import { ok, refuse, type Result } from "../../shared/refusals.ts";
import { defineAct, type ActAnswer, type ActContext } from "../http/index.ts";
import { reasonWords } from "./reason-words.ts";
import { castInUrn } from "./secret-vote.ts";
import { openDesk } from "./vote-desk.ts";

const id = Type.String({ minLength: 1, maxLength: limits.idCharacters });

const vote = Type.Object(
  {
    ballot: id,
    /** For whom: the vote is the delegation's. */
    delegation: id,
    /** What it says: `for`, `2`, `1,3`, `2>1=3`, `1:good,2:reject` (docs/record-format.md, List of votes). */
    choice: Type.String({ maxLength: limits.choiceCharacters }),
    /** Of a reservation or an objection; of anything else it is dropped. */
    reason: Type.Optional(Type.String({ maxLength: reasonCharacters })),
    /** Made anew for each choice; the same again is the same vote sent twice. */
    requestKey: Type.String({ minLength: 1, maxLength: limits.requestKeyCharacters }),
    /** The receipt of the vote, cast by somebody else, that was read and is to be replaced. */
    replaces: Type.Optional(Type.String({ maxLength: limits.requestKeyCharacters })),
  },
  { additionalProperties: false },
);

interface VoteBody {
  readonly ballot: string;
  readonly delegation: string;
  readonly choice: string;
  readonly reason?: string | undefined;
  readonly requestKey: string;
  readonly replaces?: string | undefined;
}

/** A delegate votes for their delegation; the answer is given once the vote is on disk. */
const cast = defineAct({
  action: "vote.cast",
  body: vote,
  grouped: true,
  scope: async (_tx, _gathering, { delegation }) => ok({ delegation }),
  async readAhead(tx, gathering, bodies) {
    for (const ballot of new Set(bodies.map((body) => body.ballot))) {
      const asked = bodies.filter((body) => body.ballot === ballot);
      await openDesk(tx, gathering.id, ballot, asked);
    }
  },
  perform: async (context, body) => write(context, body, castVote),
  fromForm: voteOf,
});

/** A teller enters the vote of a delegation without a phone. */
const enter = defineAct({
  action: "vote.enter",
  body: vote,
  scope: async (_tx, _gathering, { delegation }) => ok({ delegation }),
  perform: async (context, body) => write(context, body, enterVote),
  fromForm: voteOf,
});

export const voteActs = [cast, enter];

/** Decides on the frozen roll, then writes one row; a refusal has written nothing. */
async function write(context: ActContext, body: VoteBody, decide: typeof castVote): Promise<Result<ActAnswer>> {
  const { tx, gathering, actor, atMs, afterDisk } = context;
  const { ballot: id, delegation, requestKey, replaces = null } = body;
  const asked = { delegation, requestKey };
  const desk = await openDesk(tx, gathering.id, id, [asked]);
  if (!desk || actor.participant === null) return refuse("not-found");
  const ballot = desk.at;
  if (ballot.asking.method === "evident") return refuse("voted-by-hand");
  const choice = readSaid(ballot.asking, body.choice);
  if (choice === null) return refuse("unclear-vote");
  if (ballot.secrecy === "secret") {
    const secret = { ballot: id, delegation, choice, requestKey, entered: decide === enterVote };
    return castInUrn(context, actor.participant, ballot, secret);
  }
  const said = reasonFor(ballot.asking, choice, body.reason);
  if (!said.ok) return said;
  const votes = desk.votes(asked);
  const sent = votes.find((vote) => vote.requestKey === requestKey)?.reasonHash ?? null;
  const reason = await reasonWords(context, said.value, sent);
  const casting = decide(
    ballot.on,
    desk.entry(delegation),
    { choice, reasonHash: reason?.hash ?? null, requestKey, by: actor.participant, replaces },
    votes,
    { order: desk.order, atMs },
  );
  if (!casting.ok) return casting;
  if (casting.value.kind === "written") {
    await reason?.keep();
    await desk.write(casting.value.vote);
    const turnout = { ballot: id, voted: desk.voted, present: ballot.present };
    afterDisk((hub) => hub.turnout(gathering.id, turnout));
  }
  const again = { choix: choice, ...(said.value === null ? {} : { raison: said.value }) };
  if (decide === castVote) return ok({ see: seeAfter(casting.value, again, "/"), body: shownTo(casting.value) });
  const page = `/scrutins/${ballot.number}`;
  return ok({ see: seeAfter(casting.value, { ...again, delegation }, page), body: saidAtTable(casting.value) });
}

/** To confirm, the page shows that a vote stands, and the choice just made checked again. */
const seeAfter = (casting: Casting, again: Record<string, string>, page: string): string =>
  casting.kind === "confirm" ? `${page}?${new URLSearchParams(again).toString()}` : page;

/** What the delegation itself reads of its own vote. */
function shownTo(casting: Casting): Readonly<Record<string, unknown>> {
  if (casting.kind === "confirm") return { kind: casting.kind, standing: shown(casting.standing) };
  return { kind: casting.kind, vote: shown(casting.vote) };
}

/** At the table nobody reads how a delegation voted from its phone: only that it did, and when. */
function saidAtTable(casting: Casting): Readonly<Record<string, unknown>> {
  if (casting.kind !== "confirm") return { kind: casting.kind, vote: shown(casting.vote) };
  const { receipt, atMs, entered } = casting.standing;
  return { kind: casting.kind, standing: { receipt, atMs, entered } };
}

const shown = ({ choice, receipt, atMs, entered, order }: Vote) => ({ choice, receipt, atMs, entered, order });

/** A form sends its paper field by field, and all its fields: nothing replaced is an empty one. */
function voteOf(form: Readonly<Record<string, string>>): unknown {
  const { replaces, ...fields } = voteFields(form);
  return replaces === undefined || replaces === "" ? fields : { ...fields, replaces };
}
