import { Type, type Static } from "typebox";

import { isPresent, roles, type Grant } from "../../../shared/people/index.ts";
import { ok, refuse, type Result } from "../../../shared/refusals.ts";
import { defineAct, type ActContext, type ActDefinition } from "../../http/index.ts";
import { findDelegation } from "../delegations.ts";
import { addGrant, removeGrant } from "../grants.ts";
import { findSeatFacts, readSeats } from "../seats.ts";
import type { TextsInWriting } from "../texts-in-writing.ts";
import { checkIn } from "./attendance-acts.ts";
import { anyId, gatheringScope } from "./parts.ts";

const roleBody = Type.Object(
  {
    participant: anyId,
    role: Type.Union(roles.map((role) => Type.Literal(role))),
    delegation: Type.Optional(anyId),
    text: Type.Optional(anyId),
  },
  { additionalProperties: false },
);
type RoleBody = Static<typeof roleBody>;

/** Names somebody to a role, or takes it back. The chair does so for the chair only. */
export const roleActs = (textsInWriting: TextsInWriting): readonly ActDefinition[] => [
  defineAct({
    action: "role.grant",
    body: roleBody,
    scope: gatheringScope,
    async perform(context, body) {
      const grant = await checkGrant(context, body, textsInWriting);
      if (!grant.ok) return grant;
      const { participant } = body;
      if (await addGrant(context.tx, participant, grant.value)) {
        await context.record("role.granted", { participant, ...grant.value });
        await checkInDelegate(context, participant, grant.value);
      }
      return ok({ see: "/reglages" });
    },
  }),
  defineAct({
    action: "role.revoke",
    body: roleBody,
    scope: gatheringScope,
    async perform(context, body) {
      const allowed = mayName(context, body);
      if (!allowed.ok) return allowed;
      const { participant, ...grant } = body;
      const seat = await findSeatFacts(context.tx, context.gathering.id, participant);
      if (!seat.ok) return seat;
      if (grant.role === "organiser" && (await isLastOrganiser(context, participant))) {
        return refuse("wrong-state", "last-organiser");
      }
      if (await removeGrant(context.tx, participant, grant)) {
        await context.record("role.revoked", { participant, ...grant });
      }
      return ok({ see: "/reglages" });
    },
  }),
];

/** Who becomes a delegate of a delegation that is there is there too, until the desk says otherwise. */
async function checkInDelegate(context: ActContext, participant: string, { role, delegation }: Grant): Promise<void> {
  if (role !== "delegate" || delegation === undefined) return;
  const found = await findDelegation(context.tx, context.gathering.id, delegation);
  if (found.ok && isPresent(found.value.state)) await checkIn(context, [participant], true);
}

/** Whether nobody else could set anything any more. */
export async function isLastOrganiser({ tx, gathering }: ActContext, participant: string): Promise<boolean> {
  const organisers = (await readSeats(tx, gathering.id)).filter((seat) =>
    seat.grants.some((grant) => grant.role === "organiser"),
  );
  return organisers.length === 1 && organisers[0]?.participant === participant;
}

const mayName = ({ actor }: ActContext, { role }: RoleBody): Result<null> =>
  role === "chair" || actor.grants.some((grant) => grant.role === "organiser") ? ok(null) : refuse("not-allowed");

/** A role with what it belongs to: a delegation for delegates and observers, a text for drafters, nothing for the others. */
async function checkGrant(context: ActContext, body: RoleBody, textsInWriting: TextsInWriting): Promise<Result<Grant>> {
  const allowed = mayName(context, body);
  if (!allowed.ok) return allowed;
  const { tx, gathering } = context;
  const { participant, role, delegation, text } = body;
  const seat = await findSeatFacts(tx, gathering.id, participant);
  if (!seat.ok) return seat;
  if (seat.value.erased) return refuse("not-found");
  if ((text !== undefined) !== (role === "drafter")) return refuse("malformed");
  if (delegation !== undefined && role !== "delegate" && role !== "observer") return refuse("malformed");
  if (delegation === undefined && role === "delegate") return refuse("malformed");
  if (text !== undefined && !(await textsInWriting(tx, gathering.id)).some((one) => one.id === text)) {
    return refuse("not-found");
  }
  if (delegation !== undefined) {
    const found = await findDelegation(tx, gathering.id, delegation);
    if (!found.ok) return found;
  }
  return ok({ role, ...(delegation === undefined ? {} : { delegation }), ...(text === undefined ? {} : { text }) });
}
