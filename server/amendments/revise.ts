import { Type } from "typebox";

import { reviseAmendment } from "../../shared/amendments/index.ts";
import { limits } from "../../shared/limits.ts";
import { ok, refuse } from "../../shared/refusals.ts";
import { defineAct, type ActDefinition } from "../http/index.ts";
import { journalFact } from "./fact.ts";
import type { AmendmentNeighbours } from "./neighbours.ts";
import { carrySubs } from "./sub-amendment.ts";
import { addRevision, readAmendment, saveAmendmentLife, type AmendmentFacts } from "./store.ts";
import { admitWish, answerOf, keepTyped, readWish, saysTheSame, wishBody } from "./wish.ts";

const body = Type.Object(
  {
    amendment: Type.String({ minLength: 1, maxLength: limits.idCharacters }),
    /** The revision that its author had before their eyes. */
    revision: Type.Integer({ minimum: 1 }),
    ...wishBody,
  },
  { additionalProperties: false },
);

/**
 * Its author edits what an amendment asks for: the same number, a revision with a hash of its own. It waits to be called
 * anew, alone if those identical to it still ask for what it asked. The same one asked again because no answer came is
 * answered; one written on a revision that is no longer the last is refused, the words stay on the device.
 */
export const reviseAct = (neighbours: AmendmentNeighbours): ActDefinition =>
  defineAct({
    action: "amendment.revise",
    body,
    bodyBytes: limits.amendmentBytes,
    async scope(tx, gathering, { amendment: id }) {
      const amendment = await readAmendment(tx, gathering.id, id);
      return amendment ? ok({ delegation: amendment.delegation }) : refuse("not-found");
    },
    async perform(context, wanted) {
      const { tx, gathering } = context;
      const before = await readAmendment(tx, gathering.id, wanted.amendment);
      if (!before) return refuse("not-found");
      if (before.parent !== null) return refuse("wrong-state", "sub-amendment-revised");
      const wish = await readWish(tx, gathering.id, { ...wanted, text: before.text });
      if (!wish.ok) return wish;
      const same = await saysTheSame(tx, gathering.id, before, wish.value);
      if (same && before.revision === wanted.revision + 1) return ok(answerOf(before));
      const life = reviseAmendment(before.life, before.standing, await neighbours.isBeingVoted(tx, before.id));
      if (!life.ok) return life;
      if (before.revision !== wanted.revision) return refuse("wrong-state", "amendment-revised");
      if (same) return refuse("wrong-state", "amendment-unchanged");
      const admitted = await admitWish(context, wish.value, neighbours);
      if (!admitted.ok) return admitted;
      const { base, changes, hash, rationale, divisible } = wish.value;
      const words = await keepTyped(context, "rationale", rationale);
      const amendment: AmendmentFacts = {
        ...before,
        life: life.value,
        ...admitted.value,
        calledAtMs: null,
        revision: before.revision + 1,
        base: { version: base.version, head: base.head },
        changes,
        hash,
        rationale: words?.id ?? null,
        divisible,
        origin: "revised",
        made: null,
        submittedAtMs: context.atMs,
      };
      await addRevision(tx, amendment);
      await saveAmendmentLife(tx, [amendment.id], amendment.life);
      const { fallen, satisfied } = await carrySubs(tx, amendment);
      await context.record("amendment.revised", {
        ...journalFact(amendment),
        ...(words === null ? {} : { reasonHash: words.hash }),
        ...(fallen.length === 0 ? {} : { fallen: [...fallen] }),
        ...(satisfied.length === 0 ? {} : { satisfied: [...satisfied] }),
      });
      return ok(answerOf(amendment));
    },
  });
