import { Type } from "typebox";

import {
  cosignAmendment,
  declareInadmissible,
  standingOf,
  takeOverAmendment,
  uncosignAmendment,
} from "../../shared/amendments/index.ts";
import { limits } from "../../shared/limits.ts";
import { ok, refuse, type Result } from "../../shared/refusals.ts";
import { defineAct, type ActContext, type ActDefinition } from "../http/index.ts";
import { readDocument, readText } from "../texts/index.ts";
import { Carrier } from "./carry.ts";
import { addCosignature, readCosignatures, removeCosignature } from "./cosignatures.ts";
import { isEnrolled } from "./delegations.ts";
import { journalFact } from "./fact.ts";
import type { AmendmentNeighbours } from "./neighbours.ts";
import {
  readAmendment,
  saveAmendmentLife,
  saveAuthor,
  saveReason,
  saveStanding,
  type AmendmentFacts,
} from "./store.ts";
import { keepTyped } from "./wish.ts";

const closed = { additionalProperties: false } as const;
const id = Type.String({ minLength: 1, maxLength: limits.idCharacters });

export const lifeActs = (neighbours: AmendmentNeighbours): readonly ActDefinition[] => [
  inadmissibleAct(neighbours),
  takeOverAct(neighbours),
  cosignAct(neighbours),
  uncosignAct(neighbours),
];

/** The chair rules it out, and says why; for good: its author may submit another. */
const inadmissibleAct = (neighbours: AmendmentNeighbours): ActDefinition =>
  defineAct({
    action: "amendment.inadmissible",
    body: Type.Object(
      { amendment: id, reason: Type.String({ minLength: 1, maxLength: limits.rationaleCharacters }) },
      closed,
    ),
    scope: async () => ok({}),
    async perform(context, body) {
      const { tx } = context;
      const amendment = await find(context, body.amendment);
      if (!amendment.ok) return amendment;
      const { value } = amendment;
      if (value.standing.standing !== "live") return refuse("wrong-state", `amendment-${value.standing.standing}`);
      const life = declareInadmissible(value.life, await neighbours.isBeingVoted(tx, value.id));
      if (!life.ok) return life;
      const words = await keepTyped(context, "reason", body.reason.trim());
      if (words === null) return refuse("malformed");
      await saveAmendmentLife(tx, [value.id], life.value);
      await saveReason(tx, value.id, words.id);
      await context.record("amendment.inadmissible", { ...journalFact(value), reasonHash: words.hash });
      return answer(value);
    },
  });

/** What its author withdrew another delegation takes over as it was worded last: the same number, a new author. */
const takeOverAct = (neighbours: AmendmentNeighbours): ActDefinition =>
  defineAct({
    action: "amendment.takeOver",
    body: Type.Object({ amendment: id, delegation: id }, closed),
    scope: async (tx, gathering, { delegation }) =>
      (await isEnrolled(tx, gathering.id, delegation)) ? ok({ delegation }) : refuse("not-found"),
    async perform(context, { amendment: named, delegation }) {
      const { tx, gathering } = context;
      const amendment = await find(context, named);
      if (!amendment.ok) return amendment;
      const { value } = amendment;
      if (value.parent !== null) return refuse("wrong-state", "sub-amendment-revised");
      const text = await readText(tx, gathering.id, value.text);
      if (!text) return refuse("not-found");
      if (text.life.state !== "tabled") return refuse("wrong-state", `text-${text.life.state}`);
      if (await neighbours.isTextBeingVoted(tx, text.id)) return refuse("text-being-voted");
      const { doc } = await readDocument(tx, text.id, text.version);
      const standing = standingOf(await new Carrier(tx, text.id, doc).carry(value), null);
      const life = takeOverAmendment(value.life, standing, { author: value.delegation, delegation });
      if (!life.ok) return life;
      await saveAmendmentLife(tx, [value.id], life.value);
      await saveStanding(tx, value.id, standing);
      await saveAuthor(tx, value.id, delegation);
      await removeCosignature(tx, value, delegation);
      await context.record("amendment.takenOver", {
        ...journalFact({ ...value, delegation }),
        from: value.delegation,
      });
      return answer(value);
    },
  });

/** `hash` is that of the words that were read: a delegation signs those and no others. Signed twice is signed. */
const cosignAct = (neighbours: AmendmentNeighbours): ActDefinition =>
  defineAct({
    action: "amendment.cosign",
    body: Type.Object({ amendment: id, delegation: id, hash: Type.String({ pattern: "^[0-9a-f]{64}$" }) }, closed),
    scope: async (tx, gathering, { delegation }) =>
      (await isEnrolled(tx, gathering.id, delegation)) ? ok({ delegation }) : refuse("not-found"),
    async perform(context, { amendment: named, delegation, hash }) {
      const { tx } = context;
      const amendment = await find(context, named);
      if (!amendment.ok) return amendment;
      const { value } = amendment;
      const voted = await neighbours.isBeingVoted(tx, value.id);
      const allowed = cosignAmendment({ ...value, author: value.delegation }, { delegation, hash }, voted);
      if (!allowed.ok) return allowed;
      if (await hasSigned(context, value, delegation)) return answer(value);
      await addCosignature(tx, value, delegation, context.atMs);
      await context.record("amendment.cosigned", { ...journalFact(value), cosignatory: delegation });
      return answer(value);
    },
  });

const uncosignAct = (neighbours: AmendmentNeighbours): ActDefinition =>
  defineAct({
    action: "amendment.uncosign",
    body: Type.Object({ amendment: id, delegation: id }, closed),
    scope: async (_tx, _gathering, { delegation }) => ok({ delegation }),
    async perform(context, { amendment: named, delegation }) {
      const { tx } = context;
      const amendment = await find(context, named);
      if (!amendment.ok) return amendment;
      const { value } = amendment;
      if (value.standing.standing !== "live") return refuse("wrong-state", `amendment-${value.standing.standing}`);
      const signed = await hasSigned(context, value, delegation);
      const allowed = uncosignAmendment(value.life, signed, await neighbours.isBeingVoted(tx, value.id));
      if (!allowed.ok) return allowed;
      await removeCosignature(tx, value, delegation);
      await context.record("amendment.uncosigned", { ...journalFact(value), cosignatory: delegation });
      return answer(value);
    },
  });

const hasSigned = async ({ tx }: ActContext, { id: amendment, revision }: AmendmentFacts, delegation: string) =>
  (await readCosignatures(tx, amendment)).some((one) => one.delegation === delegation && one.revision === revision);

async function find({ tx, gathering }: ActContext, named: string): Promise<Result<AmendmentFacts>> {
  const amendment = await readAmendment(tx, gathering.id, named);
  return amendment ? ok(amendment) : refuse("not-found");
}

const answer = ({ id: amendment, number }: AmendmentFacts) =>
  ok({ see: `/amendements/${number}`, body: { amendment, number } });
