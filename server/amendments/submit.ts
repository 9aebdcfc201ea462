import { Type } from "typebox";

import { canonicalise, changeSetHash, outlineOf, rebase, redline, standingOf } from "../../shared/amendments/index.ts";
import { hashText } from "../../shared/journal/index.ts";
import { limits } from "../../shared/limits.ts";
import { ok, refuse, type Result } from "../../shared/refusals.ts";
import { parseText } from "../../shared/texts/index.ts";
import { defineAct, type ActContext, type ActDefinition } from "../http/index.ts";
import { keepWords, readWords } from "../journal/index.ts";
import type { Tx } from "../storage/index.ts";
import { readDocument, readText } from "../texts/index.ts";
import { journalFact } from "./fact.ts";
import { isEnrolled } from "./delegations.ts";
import type { AmendmentNeighbours } from "./neighbours.ts";
import { addAmendment, giveNumber, readAmendmentsOn, type AmendmentFacts } from "./store.ts";

const id = Type.String({ minLength: 1, maxLength: limits.idCharacters });

/** `version` is that of the tabled text it was written on, `document` that text as its author wants it. */
const body = Type.Object(
  {
    delegation: id,
    text: id,
    version: Type.Integer({ minimum: 0 }),
    document: Type.Unknown(),
    rationale: Type.String({ maxLength: limits.rationaleCharacters }),
  },
  { additionalProperties: false },
);

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
      const { tx, gathering } = context;
      const text = await readText(tx, gathering.id, wanted.text);
      if (!text) return refuse("not-found");
      const { life } = text;
      const tabled = "tabled" in life ? life.tabled : null;
      if (tabled === null) return refuse("wrong-state", `text-${life.state}`);
      if (wanted.version < tabled.version || wanted.version > text.version) return refuse("malformed");
      const amended = parseText(wanted.document);
      if (!amended.ok) return amended;
      const base = await readDocument(tx, text.id, wanted.version);
      const changes = canonicalise(base.doc, amended.value);
      if (!changes.ok) return changes;
      const hash = changeSetHash(changes.value);
      const rationale = wanted.rationale.trim();
      const before = await submittedBefore(tx, { ...wanted, gathering: gathering.id, hash, rationale });
      if (before) return ok(answerOf(before));
      if (life.state !== "tabled") return refuse("wrong-state", `text-${life.state}`);
      if (await neighbours.isTextBeingVoted(tx, text.id)) return refuse("text-being-voted");
      if (changes.value.length === 0) return refuse("empty-amendment");
      const { doc } = await readDocument(tx, text.id, text.version);
      const standing = standingOf(rebase(changes.value, base.doc, doc), null);
      if (standing.standing === "fallen") return refuse("not-adoptable", "overlap");
      if (standing.standing === "satisfied") return refuse("not-adoptable", "amendment-satisfied");
      return submit(
        context,
        {
          id: context.newId(),
          gathering: gathering.id,
          number: await giveNumber(tx, gathering.id),
          text: text.id,
          delegation: wanted.delegation,
          life: { state: "submitted" },
          standing,
          calledAtMs: null,
          outline: outlineOf(redline(base.doc, changes.value), limits.gistCharacters),
          revision: 1,
          base: { version: base.version, head: base.head },
          changes: changes.value,
          hash,
          rationale: null,
          submittedAtMs: context.atMs,
        },
        rationale,
      );
    },
  });

async function submit(
  context: ActContext,
  amendment: AmendmentFacts,
  rationale: string,
): Promise<Result<ReturnType<typeof answerOf>>> {
  const { tx, gathering } = context;
  const words = rationale === "" ? null : context.newId();
  const salt = hashText(`${context.newId()} ${context.newId()}`).slice(0, 32);
  const reasonHash =
    words === null ? null : await keepWords(tx, gathering.id, { id: words, kind: "rationale", words: rationale, salt });
  await addAmendment(tx, { ...amendment, rationale: words });
  await context.record("amendment.submitted", {
    ...journalFact(amendment),
    ...(reasonHash === null ? {} : { reasonHash }),
  });
  return ok(answerOf(amendment));
}

const answerOf = ({ id, number, hash }: AmendmentFacts) => ({
  see: `/amendements/${number}`,
  body: { amendment: id, number, hash },
});

interface SameWish {
  readonly gathering: string;
  readonly text: string;
  readonly delegation: string;
  readonly version: number;
  readonly hash: string;
  readonly rationale: string;
}

/** What this delegation has submitted already, word for word, whatever became of it since; what it withdrew it may submit anew. */
async function submittedBefore(tx: Tx, wish: SameWish): Promise<AmendmentFacts | null> {
  for (const one of await readAmendmentsOn(tx, wish.text)) {
    if (one.life.state === "withdrawn" || one.delegation !== wish.delegation || one.hash !== wish.hash) continue;
    if (one.base.version !== wish.version) continue;
    const words = one.rationale === null ? null : await readWords(tx, wish.gathering, one.rationale);
    if ((words?.words ?? "") === wish.rationale) return one;
  }
  return null;
}
