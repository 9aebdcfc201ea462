import { Type } from "typebox";

import { agreedVotes, enterCount, presentOn, stationState } from "../../shared/ballots/index.ts";
import { limits } from "../../shared/limits.ts";
import { ok, refuse } from "../../shared/refusals.ts";
import { defineAct } from "../http/index.ts";
import { addCount, nextCountOrder, readCounts } from "./count-store.ts";
import { readBallot } from "./store.ts";
import { countVoted } from "./vote-store.ts";

const votes = Type.Integer({ minimum: 0, maximum: limits.delegationsPerGathering });

/**
 * A teller enters what they counted at a zone of hands or a box of papers. Two tellers enter, each for themselves; the
 * answer says whether they agree, never a sum over the hall.
 */
const enterCounted = defineAct({
  action: "vote.count",
  body: Type.Object(
    {
      ballot: Type.String({ minLength: 1, maxLength: limits.idCharacters }),
      channel: Type.Union([Type.Literal("hands"), Type.Literal("paper")]),
      zone: Type.Integer({ minimum: 1, maximum: limits.zones }),
      for: votes,
      against: votes,
      abstention: votes,
      notTakingPart: votes,
    },
    { additionalProperties: false },
  ),
  scope: async () => ok({}),
  async perform({ tx, gathering, actor, atMs, afterDisk }, { ballot: id, channel, zone, ...tally }) {
    const ballot = await readBallot(tx, gathering.id, id);
    if (!ballot || actor.participant === null) return refuse("not-found");
    if (!("roll" in ballot)) return refuse("wrong-state", `ballot-${ballot.state}`);
    const written = { order: await nextCountOrder(tx, id), by: actor.participant, atMs };
    const count = enterCount(ballot.state, ballot.roll, { channel, zone, tally }, written);
    if (!count.ok) return count;
    if (count.value.order > limits.countsPerBallot) return refuse("too-many");
    await addCount(tx, id, count.value);
    const entered = await readCounts(tx, id);
    const turnout = {
      ballot: id,
      voted: (await countVoted(tx, id)) + agreedVotes(entered),
      present: presentOn(ballot.roll).length,
    };
    afterDisk((hub) => {
      hub.turnout(gathering.id, turnout);
      hub.changed(gathering.id);
    });
    return ok({
      see: `/scrutins/${ballot.number}/mains`,
      body: { state: stationState({ channel, zone }, entered).state },
    });
  },
  fromForm: ({ zone, for: inFavour, against, abstention, notTakingPart, ...fields }) => ({
    ...fields,
    zone: Number(zone),
    for: numberIn(inFavour),
    against: numberIn(against),
    abstention: numberIn(abstention),
    notTakingPart: numberIn(notTakingPart),
  }),
});

/** A field left empty is none counted; what is no number is refused by the schema. */
const numberIn = (typed: string | undefined): number => (typed?.trim() ? Number(typed) : 0);

export const countActs = [enterCounted];
