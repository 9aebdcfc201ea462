import {
  adoptAmendment,
  changeSetHash,
  isPending,
  outlineOf,
  rebase,
  redline,
  standingOf,
  subAdoptionEffects,
  type ChangeSet,
  type Decision,
  type Parent,
  type ParentVoted,
} from "../../shared/amendments/index.ts";
import { limits } from "../../shared/limits.ts";
import { ok, refuse, type Result } from "../../shared/refusals.ts";
import type { Tx } from "../storage/index.ts";
import { readDocument, readText } from "../texts/index.ts";
import type { Adopted } from "./adoption.ts";
import { keepCosignatures } from "./cosignatures.ts";
import { identicalTo } from "./identical.ts";
import { readLiveSubs, readParent, wishOf } from "./parent.ts";
import { addRevision, readAmendment, saveAmendmentLife, saveStanding, type AmendmentFacts } from "./store.ts";

/** What a ballot on a sub-amendment puts to the vote: what its parent becomes. The text does not move. */
export type SubQuestion = Omit<Decision, "ballot" | "parent"> & { readonly parent: ParentVoted };

interface Put {
  readonly question: SubQuestion;
  readonly facts: AmendmentFacts;
  readonly parent: Parent;
  readonly becomes: ChangeSet;
}

/**
 * What is put to the vote when this sub-amendment is, with those identical to it. Refuses `wrong-state` when it is not called
 * or its parent no longer waits, and `not-adoptable` when it no longer fits its parent, or its parent with it the text.
 */
export async function subQuestionOf(tx: Tx, sub: AmendmentFacts): Promise<Result<SubQuestion>> {
  const put = await readPut(tx, sub);
  return put.ok ? ok(put.value.question) : put;
}

async function readPut(tx: Tx, sub: AmendmentFacts): Promise<Result<Put>> {
  const facts = await readAmendment(tx, sub.gathering, sub.parent ?? "");
  const text = await readText(tx, sub.gathering, sub.text);
  if (!facts || !text) return refuse("not-found");
  if (text.life.state !== "tabled") return refuse("wrong-state", `text-${text.life.state}`);
  const called = adoptAmendment(sub.life, "", 0);
  if (!called.ok) return called;
  if (!isPending(facts.life)) return refuse("wrong-state", "amendment-fallen");
  const { doc, version, head } = await readDocument(tx, text.id, text.version);
  const parent = await readParent(tx, facts);
  const { state } = parent.standing(wishOf(sub), doc);
  if (state === "fallen") return refuse("not-adoptable", "overlap");
  if (state === "satisfied") return refuse("not-adoptable", "amendment-satisfied");
  const becomes = parent.amendedBy(wishOf(sub));
  if (!becomes.ok) return becomes;
  const same = (await identicalTo(tx, sub, version)).filter(({ life }) => life.state === "called");
  const question = {
    amendments: same.map(({ id }) => id).sort(),
    changes: sub.hash,
    result: changeSetHash(becomes.value),
    text: text.id,
    version,
    head,
    parent: { amendment: facts.id, revision: facts.revision, hash: facts.hash },
  };
  return ok({ question, facts, parent, becomes: becomes.value });
}

/**
 * Writes that a ballot adopted a sub-amendment: a new revision of its parent, and what becomes of the other sub-amendments.
 * Refuses `not-adoptable` when what would be adopted is not exactly what was voted, by `isVoted`; then nothing must be written.
 */
export async function adoptSub(
  tx: Tx,
  sub: AmendmentFacts,
  { ballot, amendments }: Decision,
  isVoted: (now: SubQuestion) => boolean,
  atMs: number,
): Promise<Result<Adopted>> {
  const put = await readPut(tx, sub);
  if (!put.ok) return put;
  const { question, facts, parent, becomes } = put.value;
  if (!isVoted(question)) return refuse("not-adoptable", "changed");
  const { version, head } = question;
  const { doc } = await readDocument(tx, sub.text, version);
  const { base } = parent.last;
  const revision = facts.revision + 1;
  await saveAmendmentLife(tx, amendments, { state: "adopted", ballot, version });
  await addRevision(tx, {
    ...facts,
    revision,
    changes: becomes,
    hash: question.result,
    origin: "subAmended",
    made: sub.id,
    standing: standingOf(rebase(becomes, base, doc), null),
    outline: outlineOf(redline(base, becomes), limits.gistCharacters),
    submittedAtMs: atMs,
  });
  await keepCosignatures(tx, facts);
  const others = await readLiveSubs(tx, facts.id);
  const after = await readParent(tx, facts);
  const waiting = others.map((one) => ({ id: one.id, wish: wishOf(one), parent }));
  const effects = subAdoptionEffects(waiting, after, doc);
  for (const one of others) await saveStanding(tx, one.id, standingOf(after.standing(wishOf(one), doc), sub.id));
  const made = { amendment: facts.id, revision, hash: question.result };
  return ok({ amendments, version, head, made, ...effects });
}

/** After its author revised it, its sub-amendments are carried over the new revision; those that fall or stand in it are named. */
export async function carrySubs(
  tx: Tx,
  parent: AmendmentFacts,
): Promise<{ readonly fallen: readonly string[]; readonly satisfied: readonly string[] }> {
  const gone = { fallen: [] as string[], satisfied: [] as string[] };
  const subs = await readLiveSubs(tx, parent.id);
  const text = subs.length === 0 ? null : await readText(tx, parent.gathering, parent.text);
  if (!text) return gone;
  const { doc } = await readDocument(tx, text.id, text.version);
  const after = await readParent(tx, parent);
  for (const sub of subs) {
    const standing = standingOf(after.standing(wishOf(sub), doc), parent.id);
    if (standing.standing !== "live") gone[standing.standing].push(sub.id);
    await saveStanding(tx, sub.id, standing);
  }
  return gone;
}
