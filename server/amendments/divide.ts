import { Type } from "typebox";

import {
  changeSetHash,
  divide,
  divideAmendment,
  outlineOf,
  rebase,
  redline,
  standingOf,
} from "../../shared/amendments/index.ts";
import { limits } from "../../shared/limits.ts";
import { ok, refuse } from "../../shared/refusals.ts";
import { defineAct, type ActDefinition } from "../http/index.ts";
import { readDocument, readText } from "../texts/index.ts";
import { journalFact } from "./fact.ts";
import type { AmendmentNeighbours } from "./neighbours.ts";
import { addRevision, readAmendment, saveAmendmentLife, type AmendmentFacts } from "./store.ts";
import { answerOf } from "./wish.ts";

/**
 * Part of a divisible amendment fell: the chair confirms that the rest is kept. A new revision of the same author, reasons
 * and version, which holds what can still enter the text and waits to be called; signatures are given anew.
 */
export const divideAct = (neighbours: AmendmentNeighbours): ActDefinition =>
  defineAct({
    action: "amendment.divide",
    body: Type.Object(
      { amendment: Type.String({ minLength: 1, maxLength: limits.idCharacters }) },
      { additionalProperties: false },
    ),
    scope: async () => ok({}),
    async perform(context, { amendment: named }) {
      const { tx, gathering } = context;
      const before = await readAmendment(tx, gathering.id, named);
      const text = before && (await readText(tx, gathering.id, before.text));
      if (!before || !text) return refuse("not-found");
      if (text.life.state !== "tabled") return refuse("wrong-state", `text-${text.life.state}`);
      if (await neighbours.isTextBeingVoted(tx, text.id)) return refuse("text-being-voted");
      const life = divideAmendment(before, await neighbours.isBeingVoted(tx, before.id));
      if (!life.ok) return life;
      const base = await readDocument(tx, text.id, before.base.version);
      const { doc } = await readDocument(tx, text.id, text.version);
      const left = divide(before.changes, base.doc, doc);
      if (!left.ok) return left;
      const amendment: AmendmentFacts = {
        ...before,
        life: life.value,
        standing: standingOf(rebase(left.value, base.doc, doc), null),
        outline: outlineOf(redline(base.doc, left.value), limits.gistCharacters),
        calledAtMs: null,
        revision: before.revision + 1,
        changes: left.value,
        hash: changeSetHash(left.value),
        origin: "divided",
        made: null,
        submittedAtMs: context.atMs,
      };
      await addRevision(tx, amendment);
      await saveAmendmentLife(tx, [amendment.id], amendment.life);
      await context.record("amendment.divided", journalFact(amendment));
      return ok(answerOf(amendment));
    },
  });
