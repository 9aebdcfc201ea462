import { Type } from "typebox";

import { limits } from "../../shared/limits.ts";
import { ok, refuse, type Result } from "../../shared/refusals.ts";
import { defineAct, type ActAnswer, type ActContext, type ActDefinition } from "../http/index.ts";
import type { Tx } from "../storage/index.ts";
import { journalFact } from "./fact.ts";
import { checkDeadline } from "./deadline.ts";
import { isEnrolled } from "./delegations.ts";
import type { AmendmentNeighbours } from "./neighbours.ts";
import { addAmendment, giveNumber, readAmendmentsOn, type AmendmentFacts } from "./store.ts";
import { subBody, submitSub } from "./submit-sub.ts";
import { admitWish, answerOf, keepTyped, readWish, saysTheSame, wishBody, type Wish } from "./wish.ts";

const name = Type.String({ minLength: 1, maxLength: limits.idCharacters });
const body = Type.Union([
  Type.Object({ delegation: name, text: name, ...wishBody }, { additionalProperties: false }),
  subBody,
]);

/**
 * An amendment is a fork of a known version. The server finds what changed, proves it, and keeps that alone: neither how
 * it was typed nor the document. What already fell at the head of the text is refused, its author keeps the words. The
 * same wish of the same delegation, asked again because no answer came, gets the number that it has.
 */
export const submitAct = (neighbours: AmendmentNeighbours): ActDefinition =>
  defineAct({
    action: "amendment.submit",
    body,
    bodyBytes: limits.amendmentBytes,
    scope: async (tx, gathering, { delegation }) =>
      (await isEnrolled(tx, gathering.id, delegation)) ? ok({ delegation }) : refuse("not-found"),
    async perform(context, wanted) {
      if ("parent" in wanted) return submitSub(context, wanted, neighbours);
      const { tx, gathering } = context;
      const wish = await readWish(tx, gathering.id, wanted);
      if (!wish.ok) return wish;
      const before = await submittedBefore(tx, gathering.id, wanted.delegation, wish.value);
      if (before) return ok(answerOf(before));
      const inTime = await checkDeadline(tx, gathering, wanted.text, context.atMs);
      if (!inTime.ok) return inTime;
      const admitted = await admitWish(context, wish.value, neighbours);
      if (!admitted.ok) return admitted;
      return submitWish(context, wanted.delegation, wish.value, admitted.value);
    },
  });

/** Writes an admitted wish as an amendment of this delegation, with its number. */
export async function submitWish(
  context: ActContext,
  delegation: string,
  { text, base, changes, hash, rationale, divisible }: Wish,
  admitted: Pick<AmendmentFacts, "standing" | "outline">,
): Promise<Result<ActAnswer>> {
  const { tx, gathering } = context;
  const id = context.newId();
  const words = await keepTyped(context, "rationale", rationale);
  const amendment: AmendmentFacts = {
    id,
    gathering: gathering.id,
    number: await giveNumber(tx, gathering.id),
    sub: 0,
    parent: null,
    text: text.id,
    delegation,
    life: { state: "submitted" },
    ...admitted,
    calledAtMs: null,
    reason: null,
    revision: 1,
    base: { version: base.version, head: base.head },
    changes,
    hash,
    rationale: words?.id ?? null,
    divisible,
    origin: "submitted",
    made: null,
    onRevision: null,
    submittedAtMs: context.atMs,
  };
  await addAmendment(tx, amendment);
  await context.record("amendment.submitted", {
    ...journalFact(amendment),
    ...(words === null ? {} : { reasonHash: words.hash }),
  });
  return ok(answerOf(amendment));
}

/** What this delegation has submitted already, word for word, whatever became of it since; what it withdrew, or was ruled out, it may submit anew. */
async function submittedBefore(
  tx: Tx,
  gathering: string,
  delegation: string,
  wish: Wish,
): Promise<AmendmentFacts | null> {
  for (const one of await readAmendmentsOn(tx, wish.text.id)) {
    if (one.life.state === "withdrawn" || one.life.state === "inadmissible" || one.delegation !== delegation) continue;
    if (one.parent !== null) continue;
    if (await saysTheSame(tx, gathering, one, wish)) return one;
  }
  return null;
}
