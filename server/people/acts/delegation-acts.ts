import { Type } from "typebox";

import { limits } from "../../../shared/limits.ts";
import {
  afterAct,
  isEnrolled,
  isPresent,
  readDelegationList,
  sameName,
  tidyName,
  type DelegationAct,
  type ListedDelegation,
} from "../../../shared/people/index.ts";
import { ok, refuse, type Result } from "../../../shared/refusals.ts";
import { defineAct, type ActContext, type ActDefinition } from "../../http/index.ts";
import { changeDelegation, findDelegation, lastOrdinal, takenNames } from "../delegations.ts";
import { readDelegates } from "../seats.ts";
import { checkIn } from "./attendance-acts.ts";
import { anyId, gatheringScope } from "./parts.ts";

const listed = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: limits.nameCharacters }),
    delegates: Type.Integer({ minimum: 1, maximum: limits.peoplePerDelegation }),
    observers: Type.Integer({ minimum: 0, maximum: limits.peoplePerDelegation }),
  },
  { additionalProperties: false },
);

/** Admits one delegation or a pasted list of them. All or none: a name taken meanwhile refuses the whole. */
const admit = defineAct({
  action: "delegation.admit",
  bodyBytes: 4 * limits.formBytes,
  body: Type.Object(
    { delegations: Type.Array(listed, { minItems: 1, maxItems: limits.delegationsPerPaste }) },
    { additionalProperties: false },
  ),
  fromForm: (fields) => ({ delegations: listedInForm(fields) }),
  scope: gatheringScope,
  async perform(context, { delegations }) {
    const { tx, gathering } = context;
    const taken = new Set((await takenNames(tx, gathering.id)).map(sameName));
    let ordinal = await lastOrdinal(tx, gathering.id);
    const admitted: string[] = [];
    for (const one of delegations) {
      const checked = checkListed(one, taken);
      if (!checked.ok) return checked;
      ordinal += 1;
      admitted.push(await addDelegation(context, checked.value, ordinal));
    }
    return ok({ see: "/accueil", body: { admitted } });
  },
});

function checkListed(one: ListedDelegation, taken: Set<string>): Result<ListedDelegation> {
  const name = tidyName(one.name);
  if (name === "" || one.delegates + one.observers > limits.peoplePerDelegation) return refuse("malformed");
  if (taken.has(sameName(name))) return refuse("wrong-state", "name-taken");
  taken.add(sameName(name));
  return ok({ ...one, name });
}

async function addDelegation(context: ActContext, one: ListedDelegation, ordinal: number): Promise<string> {
  const id = context.newId();
  await context.tx.insert(context.tx.tables.delegations, { id, gathering: context.gathering.id, ...one, ordinal });
  await context.record("delegation.admitted", { delegation: id });
  return id;
}

/** A pasted list, of which the lines without fault are admitted (the page has shown the others); or the three fields. */
function listedInForm(fields: Readonly<Record<string, string>>): unknown {
  const { list, name, delegates, observers, ...others } = fields;
  if (list === undefined) return [{ name, delegates: Number(delegates), observers: Number(observers), ...others }];
  return readDelegationList(list, []).flatMap(({ read }) => ("delegation" in read ? [read.delegation] : []));
}

const named = Type.Object(
  { delegation: anyId, name: Type.String({ minLength: 1, maxLength: limits.nameCharacters }) },
  { additionalProperties: false },
);

const rename = defineAct({
  action: "delegation.rename",
  body: named,
  scope: delegationScope,
  async perform({ tx, gathering, record }, body) {
    const found = await findDelegation(tx, gathering.id, body.delegation);
    if (!found.ok) return found;
    const name = tidyName(body.name);
    if (name === "") return refuse("malformed");
    const taken = (await takenNames(tx, gathering.id)).filter((one) => one !== found.value.name).map(sameName);
    if (taken.includes(sameName(name))) return refuse("wrong-state", "name-taken");
    if (name !== found.value.name) {
      await changeDelegation(tx, body.delegation, { name });
      await record("delegation.renamed", { delegation: body.delegation });
    }
    return ok({ see: "/accueil" });
  },
});

const one = Type.Object({ delegation: anyId }, { additionalProperties: false });

/** The acts of the desk: each moves a delegation along its life. */
const moves = [
  move("delegation.arrive", "arrive", "delegation.arrived"),
  move("delegation.leave", "leave", "delegation.left"),
  move("delegation.withdraw", "withdraw", "delegation.withdrawn"),
];

function move(
  action: "delegation.arrive" | "delegation.leave" | "delegation.withdraw",
  act: DelegationAct,
  entry: "delegation.arrived" | "delegation.left" | "delegation.withdrawn",
): ActDefinition {
  return defineAct({
    action,
    body: one,
    scope: delegationScope,
    async perform(context, { delegation }) {
      const { tx, gathering, record } = context;
      const found = await findDelegation(tx, gathering.id, delegation);
      if (!found.ok) return found;
      const reached = afterAct(found.value.state, act);
      if (!reached.ok) return reached;
      await changeDelegation(tx, delegation, { state: reached.value });
      // Whoever of them is not there is marked so afterwards.
      const delegates = (await readDelegates(tx, gathering.id, delegation)).map(({ participant }) => participant);
      await checkIn(context, delegates, isPresent(reached.value));
      await record(entry, { delegation });
      return ok({ see: "/accueil", body: { state: reached.value } });
    },
  });
}

/** `phone`, `hands 2` (raised in zone 2 of the hall), `paper 1` (into box 1); frozen with the roll at each opening. */
const votesBy = defineAct({
  action: "delegation.votesBy",
  body: Type.Object(
    { delegation: anyId, by: Type.String({ pattern: "^(phone|(hands|paper) [1-9][0-9]?)$" }) },
    { additionalProperties: false },
  ),
  scope: delegationScope,
  async perform({ tx, gathering }, { delegation, by }) {
    const found = await findDelegation(tx, gathering.id, delegation);
    if (!found.ok) return found;
    if (!isEnrolled(found.value.state)) return refuse("wrong-state", "delegation-withdrawn");
    const [channel, zone] = readVotesBy(by);
    if (zone > limits.zones) return refuse("malformed");
    await changeDelegation(tx, delegation, { votesBy: channel, zone });
    return ok({ see: `/accueil/${delegation}` });
  },
});

/** Said before or at the opening: the roll then lists it as excused as long as it is not there. */
const excuse = defineAct({
  action: "delegation.excuse",
  body: Type.Object({ delegation: anyId, excused: Type.Boolean() }, { additionalProperties: false }),
  scope: delegationScope,
  async perform({ tx, gathering }, { delegation, excused }) {
    const found = await findDelegation(tx, gathering.id, delegation);
    if (!found.ok) return found;
    if (!isEnrolled(found.value.state)) return refuse("wrong-state", "delegation-withdrawn");
    await changeDelegation(tx, delegation, { excused });
    return ok({ see: `/accueil/${delegation}` });
  },
  fromForm: ({ excused, ...fields }) => ({ ...fields, excused: excused === "true" }),
});

function readVotesBy(by: string): readonly ["phone" | "hands" | "paper", number] {
  const [channel, zone = "1"] = by.split(" ");
  return [channel === "hands" || channel === "paper" ? channel : "phone", Number(zone)];
}

async function delegationScope(
  _tx: unknown,
  _gathering: unknown,
  body: { readonly delegation: string },
): Promise<Result<{ readonly delegation: string }>> {
  return ok({ delegation: body.delegation });
}

export const delegationActs: readonly ActDefinition[] = [admit, rename, votesBy, excuse, ...moves];
