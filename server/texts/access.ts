import { allow, may, type Actor } from "../../shared/people/index.ts";
import { ok, refuse, type Result } from "../../shared/refusals.ts";
import type { ActGathering } from "../http/index.ts";
import type { Tx } from "../storage/index.ts";
import { readText, type TextFacts } from "./store.ts";

/** A text that this actor may read: tabled ones are everybody's, drafts of those who take part, or of all if it is so set. */
export async function readableText(
  tx: Tx,
  gathering: Pick<ActGathering, "id" | "publicDrafts">,
  actor: Actor,
  text: string,
): Promise<Result<TextFacts>> {
  const facts = await readText(tx, gathering.id, text);
  if (!facts) return refuse("not-found");
  if (isPublic(facts) || gathering.publicDrafts) return ok(facts);
  const allowed = allow(actor, "draft.read", { gathering: gathering.id, text });
  return allowed.ok ? ok(facts) : allowed;
}

/** Whether the text was ever tabled and still stands so, or was decided or withdrawn after. */
export const isPublic = ({ life }: TextFacts): boolean =>
  life.state === "withdrawn" ? life.tabled !== null : life.state !== "draft";

export const mayWrite = (actor: Actor, { gathering, id, life }: TextFacts): boolean =>
  life.state === "draft" && may(actor, "text.write", { gathering, text: id });
