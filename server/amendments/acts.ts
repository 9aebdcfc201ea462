import { Type } from "typebox";

import {
  addressOf,
  callAmendment,
  checkSupporters,
  declareNotMoved,
  isPending,
  reserveAmendment,
  withdrawAmendment,
  type AmendmentLife,
} from "../../shared/amendments/index.ts";
import { limits } from "../../shared/limits.ts";
import { ok, refuse, type Result } from "../../shared/refusals.ts";
import { defineAct, type ActContext, type ActDefinition } from "../http/index.ts";
import { readDocument, readText } from "../texts/index.ts";
import { Carrier } from "./carry.ts";
import { blockQuestionOf, groupsOf } from "./block.ts";
import { journalFact } from "./fact.ts";
import { commentActs } from "./comment-acts.ts";
import { reorderAct } from "./reorder.ts";
import { opineAct } from "./opine.ts";
import { identicalTo } from "./identical.ts";
import type { AmendmentNeighbours } from "./neighbours.ts";
import { readAmendment, readAmendmentsOn, saveAmendmentLife, type AmendmentFacts } from "./store.ts";
import { countSupporters } from "./cosignatures.ts";
import { deadlineAct } from "./deadline.ts";
import { divideAct } from "./divide.ts";
import { lifeActs } from "./life-acts.ts";
import { reviseAct } from "./revise.ts";
import { submitAct } from "./submit.ts";

const closed = { additionalProperties: false } as const;
const amendmentId = Type.String({ minLength: 1, maxLength: limits.idCharacters });

export const amendmentActs = (neighbours: AmendmentNeighbours): readonly ActDefinition[] => [
  submitAct(neighbours),
  reviseAct(neighbours),
  ...lifeActs(neighbours),
  divideAct(neighbours),
  deadlineAct,
  withdrawAct(neighbours),
  callAct,
  callTogetherAct,
  takeOutAct(neighbours),
  opineAct(neighbours),
  ...commentActs,
  reorderAct(neighbours),
  reserveAct(neighbours),
  notMovedAct(neighbours),
];

const withdrawAct = (neighbours: AmendmentNeighbours): ActDefinition =>
  defineAct({
    action: "amendment.withdraw",
    body: Type.Object({ amendment: amendmentId }, closed),
    async scope(tx, gathering, body) {
      const amendment = await readAmendment(tx, gathering.id, body.amendment);
      return amendment ? ok({ delegation: amendment.delegation }) : refuse("not-found");
    },
    async perform(context, body) {
      const amendment = await findLive(context, body.amendment);
      if (!amendment.ok) return amendment;
      const voted = await neighbours.isBeingVoted(context.tx, amendment.value.id);
      const life = withdrawAmendment(amendment.value.life, voted);
      return life.ok ? settle(context, "amendment.withdrawn", [amendment.value], life.value) : life;
    },
  });

/** Identical ones are called with it. */
const callAct: ActDefinition = defineAct({
  action: "amendment.call",
  body: Type.Object({ amendment: amendmentId }, closed),
  scope: async () => ok({}),
  async perform(context, body) {
    const amendment = await find(context, body.amendment);
    if (!amendment.ok) return amendment;
    const text = await readText(context.tx, context.gathering.id, amendment.value.text);
    if (!text) return refuse("not-found");
    if (text.life.state !== "tabled") return refuse("wrong-state", `text-${text.life.state}`);
    const life = callReadable(amendment.value);
    if (!life.ok) return life;
    const { doc } = await readDocument(context.tx, text.id, text.version);
    const carried = await new Carrier(context.tx, text.id, doc).carry(amendment.value);
    if (carried.broken !== undefined) return refuse("wrong-state", "amendment-broken");
    const supported = await checkingSupporters(context, text.id);
    const enough = supported(amendment.value);
    if (!enough.ok) return enough;
    const same = await identicalTo(context.tx, amendment.value, text.version);
    const waiting = same.filter((one) => one.life.state === "submitted" && supported(one).ok);
    return settle(context, "amendment.called", waiting, life.value);
  },
});

/** Several that leave each other alone, and those identical to them: they are discussed and put to the vote as one. */
const callTogetherAct: ActDefinition = defineAct({
  action: "amendment.callTogether",
  body: Type.Object(
    { amendments: Type.Array(amendmentId, { minItems: 2, maxItems: limits.amendmentsPerBlock, uniqueItems: true }) },
    closed,
  ),
  fromForm: (form) => {
    const picked = Object.entries(form).flatMap(([name, value]) => (name.startsWith("pick-") && value ? [value] : []));
    return { amendments: picked };
  },
  scope: async () => ok({}),
  async perform(context, body) {
    const { tx, gathering } = context;
    const question = await blockQuestionOf(tx, gathering.id, body.amendments);
    if (!question.ok) return question;
    const waiting = new Map<string, AmendmentFacts>();
    const supported = await checkingSupporters(context, question.value.text);
    for (const id of body.amendments) {
      const amendment = await find(context, id);
      if (!amendment.ok) return amendment;
      const life = callReadable(amendment.value);
      if (!life.ok) return life;
      const enough = supported(amendment.value);
      if (!enough.ok) return enough;
      for (const one of await identicalTo(tx, amendment.value, question.value.version))
        if (one.life.state === "submitted" && supported(one).ok) waiting.set(one.id, one);
    }
    return settle(context, "amendment.called", [...waiting.values()], { state: "called" }, "/tribune");
  },
});

/** Any delegation has one taken out of what was called together: it waits, to be called and voted alone. */
const takeOutAct = (neighbours: AmendmentNeighbours): ActDefinition =>
  defineAct({
    action: "amendment.takeOut",
    body: Type.Object({ amendment: amendmentId, delegation: amendmentId }, closed),
    scope: async (_tx, _gathering, { delegation }) => ok({ delegation }),
    async perform(context, body) {
      const { tx } = context;
      const amendment = await findLive(context, body.amendment);
      if (!amendment.ok) return amendment;
      const life = reserveAmendment(amendment.value.life, await neighbours.isBeingVoted(tx, amendment.value.id));
      if (!life.ok) return life;
      const { text, calledAtMs } = amendment.value;
      const called = (await readAmendmentsOn(tx, text)).filter((one) => one.life.state === "called");
      const groups = groupsOf(called.filter((one) => one.calledAtMs === calledAtMs));
      const own = groups.find((group) => group.some(({ id }) => id === amendment.value.id));
      if (groups.length < 2 || own === undefined) return refuse("wrong-state", "amendment-alone");
      return settle(context, "amendment.reserved", own, life.value, "/");
    },
  });

/** Identical ones are put off with it. */
const reserveAct = (neighbours: AmendmentNeighbours): ActDefinition =>
  defineAct({
    action: "amendment.reserve",
    body: Type.Object({ amendment: amendmentId }, closed),
    scope: async () => ok({}),
    async perform(context, body) {
      const amendment = await findLive(context, body.amendment);
      if (!amendment.ok) return amendment;
      const voted = await neighbours.isBeingVoted(context.tx, amendment.value.id);
      const life = reserveAmendment(amendment.value.life, voted);
      if (!life.ok) return life;
      const text = await readText(context.tx, context.gathering.id, amendment.value.text);
      const same = text ? await identicalTo(context.tx, amendment.value, text.version) : [amendment.value];
      const called = same.filter((one) => one.life.state === "called");
      return settle(context, "amendment.reserved", called, life.value);
    },
  });

/** One act may name several. */
const notMovedAct = (neighbours: AmendmentNeighbours): ActDefinition =>
  defineAct({
    action: "amendment.notMoved",
    body: Type.Object(
      { amendments: Type.Array(amendmentId, { minItems: 1, maxItems: 100, uniqueItems: true }) },
      closed,
    ),
    fromForm: ({ amendments = "", ...rest }) => ({ ...rest, amendments: amendments.split(/[\s,]+/u).filter(Boolean) }),
    scope: async () => ok({}),
    async perform(context, body) {
      const amendments: AmendmentFacts[] = [];
      for (const id of body.amendments) {
        const amendment = await findLive(context, id);
        if (!amendment.ok) return amendment;
        const life = declareNotMoved(amendment.value.life, await neighbours.isBeingVoted(context.tx, id));
        if (!life.ok) return life;
        amendments.push(amendment.value);
      }
      return settle(context, "amendment.notMoved", amendments, { state: "notMoved" });
    },
  });

/** One whose rows are broken is not called: it would stand before the assembly with nothing to vote on. */
const callReadable = ({ life, standing, broken }: AmendmentFacts): ReturnType<typeof callAmendment> =>
  broken === undefined ? callAmendment(life, standing) : refuse("wrong-state", "amendment-broken");

/** Whether an amendment of this text has the co-signatures that the gathering asks for. */
async function checkingSupporters({ tx, gathering }: ActContext, text: string) {
  const signed = gathering.supporters === 0 ? new Map<string, number>() : await countSupporters(tx, text);
  return ({ id }: AmendmentFacts): Result<null> => checkSupporters(signed.get(id) ?? 0, gathering.supporters);
}

async function find({ tx, gathering }: ActContext, id: string): Promise<Result<AmendmentFacts>> {
  const amendment = await readAmendment(tx, gathering.id, id);
  return amendment ? ok(amendment) : refuse("not-found");
}

/** What has fallen, or is in the text already, is settled: nobody takes it back, and nobody has to move it. */
async function findLive(context: ActContext, id: string): Promise<Result<AmendmentFacts>> {
  const amendment = await find(context, id);
  if (!amendment.ok || !isPending(amendment.value.life)) return amendment;
  const { standing } = amendment.value.standing;
  return standing === "live" ? amendment : refuse("wrong-state", `amendment-${standing}`);
}

type LifeAct = "amendment.withdrawn" | "amendment.called" | "amendment.reserved" | "amendment.notMoved";

async function settle(
  context: ActContext,
  act: LifeAct,
  amendments: readonly AmendmentFacts[],
  life: AmendmentLife,
  see?: string,
): Promise<Result<{ see: string; body: Record<string, unknown> }>> {
  const ids = amendments.map(({ id }) => id);
  await saveAmendmentLife(context.tx, ids, life, life.state === "called" ? context.atMs : null);
  for (const amendment of amendments) await context.record(act, journalFact(amendment));
  return ok({
    see: see ?? `/amendements/${amendments[0] ? addressOf(amendments[0]) : ""}`,
    body: { amendments: ids, state: life.state },
  });
}
