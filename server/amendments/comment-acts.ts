import { Type } from "typebox";

import { limits } from "../../shared/limits.ts";
import { ok, refuse } from "../../shared/refusals.ts";
import { defineAct, type ActContext, type ActDefinition } from "../http/index.ts";
import { addComment, countComments, eraseComment, saidSince } from "./comments.ts";
import { readAmendment } from "./store.ts";

const closed = { additionalProperties: false } as const;
const id = Type.String({ minLength: 1, maxLength: limits.idCharacters });
const minuteMs = 60_000;

/**
 * Said under an amendment, for whoever takes part: not an act of the assembly, so the journal knows nothing of it. The very
 * same said again at once writes nothing.
 */
const commentAct: ActDefinition = defineAct({
  action: "amendment.comment",
  body: Type.Object(
    { amendment: id, words: Type.String({ minLength: 1, maxLength: limits.commentCharacters }) },
    closed,
  ),
  scope: async () => ok({}),
  async perform(context, { amendment: about, words: typed }) {
    const { tx, gathering, actor, atMs, newId, newSalt } = context;
    const amendment = await readAmendment(tx, gathering.id, about);
    if (!amendment) return refuse("not-found");
    const words = typed.trim();
    if (words === "") return refuse("malformed");
    const see = { see: `/amendements/${amendment.number}` };
    const participant = actor.participant ?? "";
    const before = await saidSince(tx, gathering.id, participant, atMs - minuteMs);
    if (before[0]?.amendment === about && before[0].words === words) return ok(see);
    if (before.length >= limits.commentsPerMinute) return refuse("too-many");
    if ((await countComments(tx, about)) >= limits.commentsPerAmendment) return refuse("too-large");
    const delegation = actor.grants.find((grant) => grant.delegation)?.delegation ?? "";
    const comment = { id: newId(), amendment: about, delegation, participant, saidAtMs: atMs };
    await addComment(tx, gathering.id, comment, { id: newId(), words, salt: newSalt() });
    tellOf(context, about);
    return ok(see);
  },
});

/** The chair or the secretary takes it out of sight: its words are erased for good, and it is shown that there were some. */
const takeAwayAct: ActDefinition = defineAct({
  action: "amendment.eraseComment",
  body: Type.Object({ comment: id }, closed),
  scope: async () => ok({}),
  async perform(context, { comment }) {
    const erased = await eraseComment(context.tx, context.gathering.id, comment);
    if (!erased) return refuse("not-found");
    tellOf(context, erased.amendment);
    return ok({ see: `/amendements/${erased.number}` });
  },
});

const tellOf = ({ afterDisk, gathering }: ActContext, amendment: string): void =>
  afterDisk((hub) => hub.discussed(gathering.id, amendment));

export const commentActs: readonly ActDefinition[] = [commentAct, takeAwayAct];
