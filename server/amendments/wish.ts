import { Type } from "typebox";

import {
  addressOf,
  canonicalise,
  changeSetHash,
  outlineOf,
  rebase,
  redline,
  standingOf,
  type ChangeSet,
} from "../../shared/amendments/index.ts";
import { hashText } from "../../shared/journal/index.ts";
import { limits } from "../../shared/limits.ts";
import { ok, refuse, type Result } from "../../shared/refusals.ts";
import { parseText, type TextNode } from "../../shared/texts/index.ts";
import type { ActContext } from "../http/index.ts";
import { keepWords, readWords } from "../journal/index.ts";
import type { Tx } from "../storage/index.ts";
import { readDocument, readText, type TextFacts } from "../texts/index.ts";
import type { AmendmentNeighbours } from "./neighbours.ts";
import type { AmendmentFacts, RevisionFacts } from "./store.ts";

/** `version` is that of the tabled text it was written on, `document` that text as its author wants it. */
export const wishBody = {
  version: Type.Integer({ minimum: 0 }),
  document: Type.Unknown(),
  rationale: Type.String({ maxLength: limits.rationaleCharacters }),
  divisible: Type.Optional(Type.Boolean()),
};

/** A wish as the server found and proved it: what changes between two documents, and nothing of how it was typed. */
export interface Wish {
  readonly text: TextFacts;
  readonly base: { readonly version: number; readonly head: string; readonly doc: TextNode };
  readonly changes: ChangeSet;
  readonly hash: string;
  readonly rationale: string;
  /** What falls of it shall not take the rest along. */
  readonly divisible: boolean;
}

/**
 * Refuses `not-found` for no such text, `wrong-state` for one that is not tabled, `malformed` for a version that it never
 * had since, and what canonicalise refuses. A text that was tabled and is no longer gives its wishes still: the same one
 * asked again is answered.
 */
export async function readWish(
  tx: Tx,
  gathering: string,
  asked: {
    readonly text: string;
    readonly version: number;
    readonly document: unknown;
    readonly rationale: string;
    readonly divisible?: boolean;
  },
): Promise<Result<Wish>> {
  const text = await readText(tx, gathering, asked.text);
  if (!text) return refuse("not-found");
  const { life } = text;
  const tabled = "tabled" in life ? life.tabled : null;
  if (tabled === null) return refuse("wrong-state", `text-${life.state}`);
  if (asked.version < tabled.version || asked.version > text.version) return refuse("malformed");
  const amended = parseText(asked.document);
  if (!amended.ok) return amended;
  const base = await readDocument(tx, text.id, asked.version);
  const changes = canonicalise(base.doc, amended.value);
  if (!changes.ok) return changes;
  return ok({
    text,
    base,
    changes: changes.value,
    hash: changeSetHash(changes.value),
    rationale: asked.rationale.trim(),
    divisible: asked.divisible === true,
  });
}

/**
 * What a wish makes of an amendment now, carried to the text as it stands. Refuses a text that is not tabled or whose whole
 * is put to the vote, what changes nothing, and what fell already or is there already.
 */
export async function admitWish(
  { tx }: ActContext,
  { text, base, changes }: Wish,
  neighbours: AmendmentNeighbours,
): Promise<Result<Pick<AmendmentFacts, "standing" | "outline">>> {
  if (text.life.state !== "tabled") return refuse("wrong-state", `text-${text.life.state}`);
  if (await neighbours.isTextBeingVoted(tx, text.id)) return refuse("text-being-voted");
  if (changes.length === 0) return refuse("empty-amendment");
  const { doc } = await readDocument(tx, text.id, text.version);
  const standing = standingOf(rebase(changes, base.doc, doc), null);
  if (standing.standing === "fallen") return refuse("not-adoptable", "overlap");
  if (standing.standing === "satisfied") return refuse("not-adoptable", "amendment-satisfied");
  return ok({ standing, outline: outlineOf(redline(base.doc, changes), limits.gistCharacters) });
}

/** Typed words kept apart, where they can be erased: their id, and the hash that the entry holds. Null: none were typed. */
export async function keepTyped(
  context: ActContext,
  kind: string,
  words: string,
): Promise<{ readonly id: string; readonly hash: string } | null> {
  if (words === "") return null;
  const id = context.newId();
  const salt = hashText(`${context.newId()} ${context.newId()}`).slice(0, 32);
  return { id, hash: await keepWords(context.tx, context.gathering.id, { id, kind, words, salt }) };
}

/** Does this revision ask for the very same, with the same words why? */
export async function saysTheSame(
  tx: Tx,
  gathering: string,
  revision: RevisionFacts,
  { base, hash, rationale, divisible }: Wish,
): Promise<boolean> {
  if (revision.divisible !== divisible || revision.hash !== hash || revision.base.version !== base.version)
    return false;
  const words = revision.rationale === null ? null : await readWords(tx, gathering, revision.rationale);
  return (words?.words ?? "") === rationale;
}

export const answerOf = ({ id, number, sub, hash }: AmendmentFacts) => ({
  see: `/amendements/${addressOf({ number, sub })}`,
  body: { amendment: id, number, ...(sub === 0 ? {} : { sub }), hash },
});
