import { and, eq, inArray } from "drizzle-orm";
import { Type } from "typebox";

import { limits } from "../../../shared/limits.ts";
import { afterAct, isEnrolled, isPresent, mandateKinds } from "../../../shared/people/index.ts";
import { ok, refuse, type Result } from "../../../shared/refusals.ts";
import { defineAct, type ActContext, type ActDefinition } from "../../http/index.ts";
import type { Tx } from "../../storage/index.ts";
import { changeDelegation, countProxies, findDelegation, type Delegation } from "../delegations.ts";
import { addGrant, removeGrant } from "../grants.ts";
import { findSeatFacts, readDelegates } from "../seats.ts";
import { anyId } from "./parts.ts";

const closed = { additionalProperties: false };
const ofGathering = async () => ok({});
const deskOf = (delegation: string): string => `/accueil/${delegation}`;

/** One delegate comes or goes; with the first of them the delegation is there, with the last it is not any more. */
const personal = (action: "person.arrive" | "person.leave", arrives: boolean): ActDefinition =>
  defineAct({
    action,
    body: Type.Object({ participant: anyId }, closed),
    scope: ofGathering,
    async perform(context, { participant }) {
      const delegate = await findDelegate(context, participant);
      if (!delegate.ok) return delegate;
      const { delegation } = delegate.value;
      await checkIn(context, [participant], arrives);
      const there = (await readDelegates(context.tx, context.gathering.id, delegation.id)).some(
        ({ checkedIn }) => checkedIn,
      );
      if (there !== isPresent(delegation.state)) {
        const moved = afterAct(delegation.state, there ? "arrive" : "leave");
        if (!moved.ok) return moved;
        await changeDelegation(context.tx, delegation.id, { state: moved.value });
        await context.record(there ? "delegation.arrived" : "delegation.left", { delegation: delegation.id });
      }
      return ok({ see: deskOf(delegation.id), body: { present: there } });
    },
  });

/** Is a ballot open in which this person has a vote of their own? Rooms on the right know. */
export type HasOpenVote = (tx: Tx, gathering: string, participant: string) => Promise<boolean>;

/**
 * A delegate who cannot be there hands the mandate to another person of the delegation, who is there; not while a ballot is
 * open in which the delegate votes for themselves: neither of the two could cast that vote any more.
 */
const alternate = (hasOpenVote: HasOpenVote): ActDefinition =>
  defineAct({
    action: "person.alternate",
    body: Type.Object({ participant: anyId, alternate: anyId }, closed),
    scope: ofGathering,
    async perform(context, body) {
      const { tx, gathering, record } = context;
      const delegate = await findDelegate(context, body.participant);
      if (!delegate.ok) return delegate;
      const { id, state } = delegate.value.delegation;
      const other = await findSeatFacts(tx, gathering.id, body.alternate);
      if (!other.ok) return other;
      const { erased, delegation, grants } = other.value;
      if (erased || delegation !== id) return refuse("not-found");
      const mandate = { role: "delegate", delegation: id } as const;
      if (grants.some((grant) => grant.role === mandate.role)) return refuse("wrong-state", "has-mandate");
      if (await hasOpenVote(tx, gathering.id, body.participant)) return refuse("ballot-open");
      await removeGrant(tx, body.participant, mandate);
      await record("role.revoked", { participant: body.participant, ...mandate });
      await addGrant(tx, body.alternate, mandate);
      await record("role.granted", { participant: body.alternate, ...mandate });
      await passProxies(context, body.participant, body.alternate);
      await checkIn(context, [body.participant], false);
      await checkIn(context, [body.alternate], isPresent(state));
      return ok({ see: deskOf(id) });
    },
  });

const proxyBody = { to: Type.Union([Type.Literal(""), anyId]) };

/** `to`: the delegation that carries its vote when it is not there, in ballots that allow it; empty: none. */
const delegationProxy = defineAct({
  action: "delegation.proxy",
  body: Type.Object({ delegation: anyId, ...proxyBody }, closed),
  scope: async (_tx, _gathering, { delegation }) => ok({ delegation }),
  async perform({ tx, gathering }, { delegation, to }) {
    for (const id of to === "" ? [delegation] : [delegation, to]) {
      const found = await findDelegation(tx, gathering.id, id);
      if (!found.ok) return found;
      if (!isEnrolled(found.value.state)) return refuse("wrong-state", "delegation-withdrawn");
    }
    const { delegations } = tx.tables;
    const may = await mayCarry(delegation, to, () => countProxies(tx, delegations, to, delegation));
    if (!may.ok) return may;
    await changeDelegation(tx, delegation, { proxy: may.value });
    return ok({ see: deskOf(delegation) });
  },
});

/** The same between delegates, for ballots by delegate. */
const personProxy = defineAct({
  action: "person.proxy",
  body: Type.Object({ participant: anyId, ...proxyBody }, closed),
  scope: ofGathering,
  async perform(context, { participant, to }) {
    const { tx } = context;
    const giver = await findDelegate(context, participant);
    if (!giver.ok) return giver;
    const holder = to === "" ? giver : await findDelegate(context, to);
    if (!holder.ok) return holder;
    const { participants } = tx.tables;
    const may = await mayCarry(participant, to, () => countProxies(tx, participants, to, participant));
    if (!may.ok) return may;
    await tx.db.update(participants).set({ proxy: may.value }).where(eq(participants.id, participant));
    return ok({ see: deskOf(giver.value.delegation.id) });
  },
});

/** Nobody carries their own vote for themselves, nor more than so many for others. */
async function mayCarry(giver: string, to: string, carried: () => Promise<number>): Promise<Result<string | null>> {
  if (to === "") return ok(null);
  if (to === giver) return refuse("malformed");
  return (await carried()) >= limits.proxiesPerHolder ? refuse("wrong-state", "proxies-full") : ok(to);
}

/** What its assembly allows it, in a kind and a few words; its own delegates read them when they vote. */
const mandate = defineAct({
  action: "delegation.mandate",
  body: Type.Object(
    {
      delegation: anyId,
      kind: Type.Union(["", ...mandateKinds].map((kind) => Type.Literal(kind))),
      note: Type.Optional(Type.String({ maxLength: limits.questionCharacters })),
    },
    closed,
  ),
  scope: async (_tx, _gathering, { delegation }) => ok({ delegation }),
  async perform({ tx, gathering }, { delegation, kind, note = "" }) {
    const found = await findDelegation(tx, gathering.id, delegation);
    if (!found.ok) return found;
    const given = mandateKinds.find((one) => one === kind) ?? null;
    await changeDelegation(tx, delegation, { mandate: given, mandateNote: note.trim() || null });
    return ok({ see: deskOf(delegation) });
  },
});

export const attendanceActs = (hasOpenVote: HasOpenVote): readonly ActDefinition[] => [
  personal("person.arrive", true),
  personal("person.leave", false),
  alternate(hasOpenVote),
  delegationProxy,
  personProxy,
  mandate,
];

/** The delegates of these participants are there, or are not. */
export async function checkIn({ tx }: ActContext, participants: readonly string[], there: boolean): Promise<void> {
  const { participants: table } = tx.tables;
  if (participants.length === 0) return;
  await tx.db
    .update(table)
    .set({ checkedIn: there })
    .where(and(inArray(table.id, [...participants]), eq(table.erased, false)));
}

/** Who gave their vote to a delegate gave it to the mandate; who hands that over has none to give any more. */
async function passProxies({ tx, gathering }: ActContext, from: string, to: string): Promise<void> {
  const { participants } = tx.tables;
  const { id, proxy } = participants;
  await tx.db.update(participants).set({ proxy: null }).where(eq(id, from));
  await tx.db
    .update(participants)
    .set({ proxy: null })
    .where(and(eq(id, to), eq(proxy, from)));
  await tx.db
    .update(participants)
    .set({ proxy: to })
    .where(and(eq(participants.gathering, gathering.id), eq(proxy, from)));
}

/** With their delegation, which is not withdrawn. Refuses `not-found` whoever is no delegate here. */
async function findDelegate(
  { tx, gathering }: ActContext,
  participant: string,
): Promise<Result<{ readonly delegation: Delegation }>> {
  const seat = await findSeatFacts(tx, gathering.id, participant);
  if (!seat.ok) return seat;
  const grant = seat.value.grants.find(({ role }) => role === "delegate");
  if (seat.value.erased || grant?.delegation === undefined) return refuse("not-found");
  const delegation = await findDelegation(tx, gathering.id, grant.delegation);
  if (!delegation.ok) return delegation;
  if (!isEnrolled(delegation.value.state)) return refuse("wrong-state", "delegation-withdrawn");
  return ok({ delegation: delegation.value });
}
