import { mayBeJudged } from "../../shared/amendments/index.ts";
import { isEnrolled, may } from "../../shared/people/index.ts";
import type { OpinionLine, Opining } from "../../shared/views/index.ts";
import type { PageContext } from "../http/index.ts";
import { readWords } from "../journal/index.ts";
import { readDelegations } from "../people/index.ts";
import { draftingGroup, readOpinions } from "./opinions.ts";
import type { AmendmentFacts } from "./store.ts";

/** What was thought of an amendment: by the drafting group, then by delegations in the order of their admission. */
export async function opinionsOn(
  { tx, gathering }: PageContext,
  { id, revision }: AmendmentFacts,
): Promise<readonly OpinionLine[]> {
  const kept = new Map((await readOpinions(tx, id)).map((one) => [one.delegation, one]));
  if (kept.size === 0) return [];
  const delegations = await readDelegations(tx, gathering.id);
  const lines: OpinionLine[] = [];
  for (const voice of [{ id: draftingGroup, name: null }, ...delegations]) {
    const one = kept.get(voice.id);
    if (!one) continue;
    const words = one.reason === null ? null : await readWords(tx, gathering.id, one.reason);
    lines.push({
      delegation: voice.name,
      opinion: one.opinion,
      reason: words?.words ?? null,
      reasonErased: words !== null && words.words === null,
      earlier: one.revision === revision ? null : one.revision,
    });
  }
  return lines;
}

/** For whom this person may give an opinion now: the text's drafting group, their delegation; the secretary for all. */
export async function opiningOn(
  { tx, gathering, actor }: PageContext,
  { id, text, life, standing }: AmendmentFacts,
  voted: boolean,
): Promise<Opining | null> {
  if (gathering.state === "closed" || !mayBeJudged(life, standing, voted).ok) return null;
  const mayFor = (scope: { readonly text?: string; readonly delegation?: string }): boolean =>
    may(actor, "amendment.opine", { gathering: gathering.id, ...scope });
  const group = mayFor({ text }) ? [{ id: draftingGroup, name: null }] : [];
  const asks = actor.grants.some(({ role }) => role === "delegate" || role === "secretary");
  const enrolled = asks ? (await readDelegations(tx, gathering.id)).filter(({ state }) => isEnrolled(state)) : [];
  const delegations = enrolled
    .filter((one) => mayFor({ delegation: one.id }))
    .map((one) => ({ id: one.id, name: one.name }));
  const voices = [...group, ...delegations];
  const [only, another] = voices;
  if (!only) return null;
  const said = another ? undefined : (await readOpinions(tx, id)).find(({ delegation }) => delegation === only.id);
  const words = said?.reason ? await readWords(tx, gathering.id, said.reason) : null;
  return { voices, said: said?.opinion ?? null, reason: words?.words ?? "" };
}
