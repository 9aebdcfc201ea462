import { Type } from "typebox";

import {
  castVote,
  readSaid,
  readSplit,
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
import { seeAfter } from "./see-after.ts";
import { castInUrn } from "./secret-vote.ts";
import { openDesk } from "./vote-desk.ts";

const id = Type.String({ minLength: 1, maxLength: limits.idCharacters });

const fields = {
  ballot: id,
  /** What it says: `for`, `for*2,against*1`, `2`, `1,3`, `2>1=3`, `1:good,2:reject` (docs/record-format.md, List of votes). */
  choice: Type.String({ maxLength: limits.choiceCharacters }),
  /** Of a reservation or an objection; of anything else it is dropped. */
  reason: Type.Optional(Type.String({ maxLength: reasonCharacters })),
  /** Made anew for each choice; the same again is the same vote sent twice. */
  requestKey: Type.String({ minLength: 1, maxLength: limits.requestKeyCharacters }),
  /** The receipt of the vote, cast by somebody else, that was read and is to be replaced. */
  replaces: Type.Optional(Type.String({ maxLength: limits.requestKeyCharacters })),
};

const closed = { additionalProperties: false };

interface VoteBody {
  readonly ballot: string;
  readonly delegation?: string | undefined;
  readonly voter?: string | undefined;
  readonly choice: string;
  readonly reason?: string | undefined;
  readonly requestKey: string;
  readonly replaces?: string | undefined;
}

/** A delegate votes for their delegation; the answer is given once the vote is on disk. */
const cast = defineAct({
  action: "vote.cast",
  /** `delegation`: of the one who casts. `voter`: whose vote it is, if not the delegation's own. */
  body: Type.Object({ ...fields, delegation: id, voter: Type.Optional(id) }, closed),
  grouped: true,
  scope: async (_tx, _gathering, { delegation }) => ok({ delegation }),
  async readAhead(tx, gathering, bodies) {
    for (const ballot of new Set(bodies.map((body) => body.ballot))) {
      const asked = bodies.filter((body) => body.ballot === ballot).map(askedBy);
      await openDesk(tx, gathering.id, ballot, asked);
    }
  },
  perform: async (context, body) => write(context, body, false),
  fromForm: voteOf,
});

/** A teller enters the vote of whoever has no phone. */
const enter = defineAct({
  action: "vote.enter",
  /** `voter`, on the roll; `delegation` says the same where a delegation is the voter. */
  body: Type.Union([Type.Object({ ...fields, voter: id }, closed), Type.Object({ ...fields, delegation: id }, closed)]),
  scope: async () => ok({}),
  perform: async (context, body) => write(context, body, true),
  fromForm: voteOf,
});

export const voteActs = [cast, enter];

const askedBy = ({ voter, delegation, requestKey }: VoteBody) => ({
  voter: voter ?? delegation ?? "",
  requestKey,
});

/** Decides on the frozen roll, then writes one row; a refusal has written nothing. */
async function write(context: ActContext, body: VoteBody, entered: boolean): Promise<Result<ActAnswer>> {
  const { tx, gathering, actor, atMs, afterDisk } = context;
  const { ballot: id, requestKey, replaces = null } = body;
  const asked = askedBy(body);
  const desk = await openDesk(tx, gathering.id, id, [asked]);
  if (!desk || actor.participant === null) return refuse("not-found");
  const [ballot, entry] = [desk.at, desk.entry(asked.voter)];
  if (ballot.asking.method === "evident") return refuse("voted-by-hand");
  const { unit, split } = ballot.franchise;
  const choice = readSaid(ballot.asking, body.choice) ?? (split && entry ? readSplit(body.choice, entry.weight) : null);
  if (choice === null) return refuse("unclear-vote");
  const as = entered ? null : unit === "delegation" ? (body.delegation ?? "") : actor.participant;
  const request = { choice, requestKey, by: actor.participant, as, replaces };
  if (ballot.secrecy === "secret")
    return castInUrn(context, actor.participant, ballot, { ...request, ballot: id, voter: asked.voter });
  const typed = reasonFor(ballot.asking, choice, body.reason);
  if (!typed.ok) return typed;
  const votes = desk.votes(asked);
  const sent = votes.find((vote) => vote.requestKey === requestKey)?.reasonHash ?? null;
  const reason = await reasonWords(context, typed.value, sent);
  const reasoned = { ...request, reasonHash: reason?.hash ?? null };
  const casting = castVote(ballot.on, entry, reasoned, votes, { order: desk.order, atMs });
  if (!casting.ok) return casting;
  if (casting.value.kind === "written") {
    await reason?.keep();
    afterDisk(desk.write(casting.value.vote));
    const turnout = { ballot: id, voted: desk.voted, present: ballot.present };
    afterDisk((hub) => hub.turnout(gathering.id, turnout));
  }
  const repeat = casting.value.kind === "confirm" ? { choice, reason: typed.value } : null;
  const see = seeAfter({ voter: asked.voter, as, number: ballot.number, repeat });
  return ok({ see, body: (entered ? saidAtTable : shownTo)(casting.value) });
}

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
