import { Type } from "typebox";

import { consentSteps } from "../../shared/ballots/index.ts";
import { limits } from "../../shared/limits.ts";
import { ok, refuse } from "../../shared/refusals.ts";
import { defineAct } from "../http/index.ts";
import { cancel, closeAndCount } from "./conduct.ts";
import { readBallot, writeLastCall, writeStep } from "./store.ts";

const id = Type.String({ minLength: 1, maxLength: limits.idCharacters });
const ofGathering = async () => ok({});

/** Closes and counts; what the result does is another act. */
const close = defineAct({
  action: "ballot.close",
  body: Type.Object({ ballot: id }, { additionalProperties: false }),
  scope: ofGathering,
  async perform(context, { ballot }) {
    const closed = await closeAndCount(context, ballot);
    if (!closed.ok) return closed;
    return ok({ see: "/tribune", body: { number: closed.value.number, outcome: closed.value.result.outcome } });
  },
});

/** Its votes are never counted, shown or exported. */
const cancelled = defineAct({
  action: "ballot.cancel",
  body: Type.Object(
    { ballot: id, reason: Type.Optional(Type.String({ maxLength: limits.rationaleCharacters })) },
    { additionalProperties: false },
  ),
  scope: ofGathering,
  async perform(context, { ballot, reason = "" }) {
    const done = await cancel(context, ballot, reason.trim() === "" ? null : reason.trim());
    return done.ok ? ok({ see: "/tribune", body: { number: done.value.opened?.number ?? null } }) : done;
  },
});

/** Phones and screen say "dernier appel". It closes nothing and is no act of the assembly: not journaled. */
const lastCall = defineAct({
  action: "ballot.lastCall",
  body: Type.Object({ ballot: id }, { additionalProperties: false }),
  scope: ofGathering,
  async perform({ tx, gathering, afterDisk }, { ballot: id }) {
    const ballot = await readBallot(tx, gathering.id, id);
    if (!ballot) return refuse("not-found");
    if (ballot.state !== "open") return refuse("wrong-state", `ballot-${ballot.state}`);
    await writeLastCall(tx, ballot);
    afterDisk((hub) => hub.changed(gathering.id));
    return ok({ see: "/tribune" });
  },
});

/** Phones and screen say where a round of consent is. No act of the assembly, as the last call is none: not journaled. */
const step = defineAct({
  action: "ballot.step",
  body: Type.Object(
    { ballot: id, step: Type.Union(consentSteps.map((one) => Type.Literal(one))) },
    { additionalProperties: false },
  ),
  scope: ofGathering,
  async perform({ tx, gathering, afterDisk }, { ballot: id, step: next }) {
    const ballot = await readBallot(tx, gathering.id, id);
    if (!ballot) return refuse("not-found");
    if (ballot.state !== "open") return refuse("wrong-state", `ballot-${ballot.state}`);
    if (ballot.step === null) return refuse("malformed");
    await writeStep(tx, ballot, next);
    afterDisk((hub) => hub.changed(gathering.id));
    return ok({ see: "/tribune" });
  },
});

export const ballotActs = [close, cancelled, lastCall, step];
