import { Type, type Static } from "typebox";

import { limits } from "../../../shared/limits.ts";
import { isEnrolled, isPresent, tidyName, type Grant } from "../../../shared/people/index.ts";
import { ok, refuse, type Result } from "../../../shared/refusals.ts";
import { defineAct, type ActContext, type ActDefinition, type Key } from "../../http/index.ts";
import { codeOf, issueCode, revokeCodes } from "../codes.ts";
import { readDelegations, type Delegation } from "../delegations.ts";
import { addGrant } from "../grants.ts";
import { addSeat, findSeatFacts, readSeats, type SeatFacts } from "../seats.ts";
import { endSessions } from "../sessions.ts";
import type { TextsInWriting } from "../texts-in-writing.ts";
import { anyId, gatheringScope } from "./parts.ts";

const closed = { additionalProperties: false };
const issueBody = Type.Union([
  Type.Object({ delegation: anyId }, closed),
  Type.Object({ delegations: Type.Literal("all") }, closed),
  Type.Object({ participant: anyId }, closed),
  Type.Object(
    {
      role: Type.Union(
        (["chair", "secretary", "teller", "organiser", "observer"] as const).map((one) => Type.Literal(one)),
      ),
      name: Type.Optional(Type.String({ maxLength: limits.nameCharacters })),
    },
    closed,
  ),
  Type.Object(
    {
      role: Type.Literal("drafter"),
      text: anyId,
      name: Type.Optional(Type.String({ maxLength: limits.nameCharacters })),
    },
    closed,
  ),
]);
type Issue = Static<typeof issueBody>;

interface Issued {
  readonly participant: string;
  readonly code: string;
}

/**
 * Issues codes: the seats that a delegation (or each of them) still lacks, one new seat for a role, or a code anew for a
 * seat that stands, which replaces its former one. The answer to a program holds the codes; people print them.
 */
const issue = (key: Key, textsInWriting: TextsInWriting): ActDefinition =>
  defineAct({
    action: "code.issue",
    body: issueBody,
    fromForm: (fields) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== "")),
    scope: gatheringScope,
    async perform(context, body) {
      const issued = await issueFor(context, key, body, textsInWriting);
      if (!issued.ok) return issued;
      return ok({ see: sheetOf(body, issued.value), body: { issued: issued.value } });
    },
  });

async function issueFor(
  context: ActContext,
  key: Key,
  body: Issue,
  textsInWriting: TextsInWriting,
): Promise<Result<readonly Issued[]>> {
  const { tx, gathering } = context;
  if ("participant" in body) return reissue(context, key, body.participant);
  if ("role" in body) {
    if (
      !("text" in body) &&
      body.role === "organiser" &&
      !context.actor.grants.some((grant) => grant.role === "organiser")
    ) {
      return refuse("not-allowed");
    }
    const text = "text" in body ? body.text : undefined;
    if (text !== undefined && !(await textsInWriting(tx, gathering.id)).some((one) => one.id === text)) {
      return refuse("not-found");
    }
    const grant = text === undefined ? { role: body.role } : { role: body.role, text };
    return ok([await addSeatWithCode(context, key, grant, tidyName(body.name ?? "") || null)]);
  }
  const wanted = (await readDelegations(tx, gathering.id)).filter(
    (one) => isEnrolled(one.state) && ("delegations" in body || one.id === body.delegation),
  );
  if (wanted.length === 0) return refuse("not-found");
  const seats = await readSeats(tx, gathering.id);
  const issued: Issued[] = [];
  for (const delegation of wanted) {
    for (const grant of seatsLacking(delegation, seats)) {
      const there = grant.role === "delegate" && isPresent(delegation.state);
      issued.push(await addSeatWithCode(context, key, grant, null, there));
    }
  }
  return ok(issued);
}

/** What a delegation may send and has no seat for yet. */
function seatsLacking({ id, delegates, observers }: Delegation, seats: readonly SeatFacts[]): readonly Grant[] {
  const held = (role: Grant["role"]): number =>
    seats.filter((seat) => seat.grants.some((grant) => grant.role === role && grant.delegation === id)).length;
  const lacking = (role: Grant["role"], count: number): readonly Grant[] =>
    Array.from({ length: Math.max(0, count - held(role)) }, () => ({ role, delegation: id }));
  return [...lacking("delegate", delegates), ...lacking("observer", observers)];
}

async function addSeatWithCode(
  context: ActContext,
  key: Key,
  grant: Grant,
  name: string | null,
  checkedIn = false,
): Promise<Issued> {
  const { tx, gathering, atMs } = context;
  const participant = context.newId();
  const seat = { id: participant, gathering: gathering.id, name, delegation: grant.delegation ?? null };
  await addSeat(tx, { ...seat, createdAtMs: atMs, checkedIn });
  await addGrant(tx, participant, grant);
  await context.record("role.granted", { participant, ...grant });
  return issueTo(context, key, participant);
}

async function issueTo(context: ActContext, key: Key, participant: string): Promise<Issued> {
  const { tx, gathering, atMs } = context;
  const id = context.newId();
  const replaced = await issueCode(tx, key, { id, gathering: gathering.id, participant, issuedAtMs: atMs });
  if (replaced) await context.record("code.revoked", { participant });
  return { participant, code: codeOf(key, id) };
}

async function reissue(context: ActContext, key: Key, participant: string): Promise<Result<readonly Issued[]>> {
  const seat = await findSeatFacts(context.tx, context.gathering.id, participant);
  if (!seat.ok) return seat;
  if (seat.value.erased) return refuse("not-found");
  // Who sits there asks for it: this device alone holds the seat, and shows the new code.
  if (participant !== context.actor.participant) await endSessions(context.tx, participant, "revoked", context.atMs);
  return ok([await issueTo(context, key, participant)]);
}

function sheetOf(body: Issue, issued: readonly Issued[]): string {
  const [only] = issued;
  if ("delegation" in body) return `/codes/feuille?delegation=${encodeURIComponent(body.delegation)}`;
  if ("delegations" in body || !only) return "/codes/feuille";
  return `/codes/feuille?place=${encodeURIComponent(only.participant)}`;
}

/** A lost or stolen code opens nothing any more, nor does the device that holds the seat. */
const revoke = defineAct({
  action: "code.revoke",
  body: Type.Object({ participant: anyId }, closed),
  scope: gatheringScope,
  async perform({ tx, gathering, atMs, record }, { participant }) {
    const seat = await findSeatFacts(tx, gathering.id, participant);
    if (!seat.ok) return seat;
    if (await revokeCodes(tx, participant)) {
      await endSessions(tx, participant, "revoked", atMs);
      await record("code.revoked", { participant });
    }
    return ok({ see: "/codes" });
  },
});

export const codeActs = (key: Key, textsInWriting: TextsInWriting): readonly ActDefinition[] => [
  issue(key, textsInWriting),
  revoke,
];
