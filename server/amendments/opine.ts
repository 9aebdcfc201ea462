import { Type } from "typebox";

import { addressOf, mayBeJudged, opinions } from "../../shared/amendments/index.ts";
import { limits } from "../../shared/limits.ts";
import { ok, refuse } from "../../shared/refusals.ts";
import { defineAct, type ActDefinition } from "../http/index.ts";
import { keepWords, readWords } from "../journal/index.ts";
import { isEnrolled } from "./delegations.ts";
import { journalFact } from "./fact.ts";
import type { AmendmentNeighbours } from "./neighbours.ts";
import { draftingGroup, keepOpinion, readOpinions } from "./opinions.ts";
import { readAmendment } from "./store.ts";

/** `delegation`: whose opinion it is; empty for the drafting group of the amendment's text. */
const body = Type.Object(
  {
    amendment: Type.String({ minLength: 1, maxLength: limits.idCharacters }),
    delegation: Type.String({ maxLength: limits.idCharacters }),
    opinion: Type.Union(opinions.map((one) => Type.Literal(one))),
    reason: Type.Optional(Type.String({ maxLength: limits.opinionReasonCharacters })),
  },
  { additionalProperties: false },
);

/**
 * What a delegation or the drafting group thinks of an amendment, at the revision that stands: one opinion each, the last
 * one said. The very same said again writes nothing.
 */
export const opineAct = (neighbours: AmendmentNeighbours): ActDefinition =>
  defineAct({
    action: "amendment.opine",
    body,
    async scope(tx, gathering, { amendment: id, delegation }) {
      const amendment = await readAmendment(tx, gathering.id, id);
      if (!amendment) return refuse("not-found");
      if (delegation === draftingGroup) return ok({ text: amendment.text });
      return (await isEnrolled(tx, gathering.id, delegation)) ? ok({ delegation }) : refuse("not-found");
    },
    async perform(
      { tx, gathering, atMs, record, newId, newSalt },
      { amendment: id, delegation, opinion, reason = "" },
    ) {
      const amendment = await readAmendment(tx, gathering.id, id);
      if (!amendment) return refuse("not-found");
      const { life, standing, revision } = amendment;
      const judged = mayBeJudged(life, standing, await neighbours.isBeingVoted(tx, id));
      if (!judged.ok) return judged;
      const see = { see: `/amendements/${addressOf(amendment)}` };
      const words = reason.trim();
      const before = (await readOpinions(tx, id)).find((one) => one.delegation === delegation);
      if (before?.opinion === opinion && before.revision === revision) {
        const kept = before.reason === null ? null : await readWords(tx, gathering.id, before.reason);
        if ((kept?.words ?? "") === words) return ok(see);
      }
      const typed = words === "" ? null : { id: newId(), kind: "opinion", words, salt: newSalt() };
      const reasonHash = typed === null ? {} : { reasonHash: await keepWords(tx, gathering.id, typed) };
      await keepOpinion(tx, id, { delegation, revision, opinion, reason: typed?.id ?? null, saidAtMs: atMs });
      const of = delegation === draftingGroup ? {} : { of: delegation };
      await record("amendment.opined", { ...journalFact(amendment), opinion, ...of, ...reasonHash });
      return ok(see);
    },
  });
