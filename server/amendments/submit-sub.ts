import { Type, type Static } from "typebox";

import {
  canonicalise,
  changeSetHash,
  isPending,
  outlineOf,
  redline,
  standingOf,
  type ChangeSet,
} from "../../shared/amendments/index.ts";
import { limits } from "../../shared/limits.ts";
import { ok, refuse, type Result } from "../../shared/refusals.ts";
import { parseText } from "../../shared/texts/index.ts";
import type { ActContext } from "../http/index.ts";
import { readWords } from "../journal/index.ts";
import { readDocument, readText } from "../texts/index.ts";
import { journalFact } from "./fact.ts";
import type { AmendmentNeighbours } from "./neighbours.ts";
import { readParent } from "./parent.ts";
import { addAmendment, readAmendment, readSubs, type AmendmentFacts } from "./store.ts";
import { answerOf, keepTyped, wishBody } from "./wish.ts";

const name = Type.String({ minLength: 1, maxLength: limits.idCharacters });

/** `revision` is that of the parent it was written on, `document` the text amended by the parent, as its author wants it. */
export const subBody = Type.Object(
  {
    delegation: name,
    parent: name,
    revision: Type.Integer({ minimum: 1 }),
    document: wishBody.document,
    rationale: wishBody.rationale,
  },
  { additionalProperties: false },
);

type Wanted = Static<typeof subBody>;

/**
 * A sub-amendment, to an amendment that waits and is not being voted. Refuses one to a sub-amendment, one that changes
 * nothing or leaves nothing of its parent, and one that no longer fits its parent, or its parent with it the text.
 */
export async function submitSub(
  context: ActContext,
  wanted: Wanted,
  neighbours: AmendmentNeighbours,
): Promise<Result<ReturnType<typeof answerOf>>> {
  const { tx, gathering } = context;
  const facts = await readAmendment(tx, gathering.id, wanted.parent);
  const text = facts && (await readText(tx, gathering.id, facts.text));
  if (!facts || !text) return refuse("not-found");
  if (facts.parent !== null) return refuse("wrong-state", "sub-of-sub");
  const amended = parseText(wanted.document);
  if (!amended.ok) return amended;
  const parent = await readParent(tx, facts);
  const form = parent.form(wanted.revision);
  if (!form) return refuse("malformed");
  const changes = canonicalise(form, amended.value);
  if (!changes.ok) return changes;
  const rationale = wanted.rationale.trim();
  const subs = await readSubs(tx, facts.id);
  for (const one of subs) if (await isAsked(context, one, wanted, changes.value)) return ok(answerOf(one));
  if (text.life.state !== "tabled") return refuse("wrong-state", `text-${text.life.state}`);
  const waits = mayBeAmended(facts);
  if (!waits.ok) return waits;
  if (await neighbours.isTextBeingVoted(tx, text.id)) return refuse("text-being-voted");
  if (await neighbours.isBeingVoted(tx, facts.id)) return refuse("ballot-open");
  if (changes.value.length === 0) return refuse("empty-amendment");

  const wish = { changes: changes.value, onRevision: wanted.revision };
  const becomes = parent.amendedBy(wish);
  if (!becomes.ok) return becomes;
  const { doc, version, head } = await readDocument(tx, text.id, text.version);
  const standing = standingOf(parent.standing(wish, doc), null);
  if (standing.standing !== "live")
    return refuse("not-adoptable", standing.standing === "fallen" ? "overlap" : "amendment-satisfied");
  const words = await keepTyped(context, "rationale", rationale);
  const amendment: AmendmentFacts = {
    id: context.newId(),
    gathering: gathering.id,
    number: facts.number,
    sub: 1 + Math.max(0, ...subs.map(({ sub }) => sub)),
    parent: facts.id,
    text: text.id,
    delegation: wanted.delegation,
    life: { state: "submitted" },
    standing,
    outline: outlineOf(redline(form, changes.value, parent.last.base), limits.gistCharacters),
    calledAtMs: null,
    reason: null,
    revision: 1,
    base: { version, head },
    changes: changes.value,
    hash: changeSetHash(changes.value),
    rationale: words?.id ?? null,
    divisible: false,
    origin: "submitted",
    made: null,
    onRevision: wanted.revision,
    submittedAtMs: context.atMs,
  };
  await addAmendment(tx, amendment);
  const reason = words === null ? {} : { reasonHash: words.hash };
  await context.record("amendment.submitted", { ...journalFact(amendment), ...reason });
  return ok(answerOf(amendment));
}

/** Can it still be amended itself: does it wait for a vote, with words that fit the text? */
export function mayBeAmended({ life, standing, parent }: AmendmentFacts): Result<true> {
  if (parent !== null) return refuse("wrong-state", "sub-of-sub");
  if (!isPending(life))
    return refuse("wrong-state", `amendment-${life.state === "notMoved" ? "not-moved" : life.state}`);
  return standing.standing === "live" ? ok(true) : refuse("wrong-state", `amendment-${standing.standing}`);
}

/** Is this the same wish, submitted already because no answer came? What its delegation withdrew it may submit anew. */
async function isAsked(
  { tx, gathering }: ActContext,
  sub: AmendmentFacts,
  wanted: Wanted,
  changes: ChangeSet,
): Promise<boolean> {
  if (sub.life.state === "withdrawn" || sub.life.state === "inadmissible" || sub.delegation !== wanted.delegation)
    return false;
  if (sub.onRevision !== wanted.revision || sub.hash !== changeSetHash(changes)) return false;
  const words = sub.rationale === null ? null : await readWords(tx, gathering.id, sub.rationale);
  return (words?.words ?? "") === wanted.rationale.trim();
}
