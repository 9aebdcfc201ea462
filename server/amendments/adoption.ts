import {
  adoptAmendment,
  isPending,
  rejectAmendment,
  standingAfter,
  Warrant,
  type AdoptionWarrant,
  type Decision,
  type ParentVoted,
  type RejectionWarrant,
} from "../../shared/amendments/index.ts";
import { ok, refuse, type Result } from "../../shared/refusals.ts";
import { commitAtHead, textHash, type TextNode } from "../../shared/texts/index.ts";
import type { Tx } from "../storage/index.ts";
import { appendCommits, loadHistory, readText, writtenByAct } from "../texts/index.ts";
import { Carrier, commitApart } from "./carry.ts";
import { identicalTo } from "./identical.ts";
import { readLiveSubs } from "./parent.ts";
import { adoptSub } from "./sub-amendment.ts";
import { readAmendment, readAmendmentsOn, saveAmendmentLife, saveStanding, type AmendmentFacts } from "./store.ts";

/** What a ballot on an amendment puts to the vote: everything of `Decision` but the ballot. */
export type AmendmentQuestion = Omit<Decision, "ballot" | "parent">;

/** What an adoption did, as its journal entry names it. Ids, by the amendments' numbers. */
export interface Adopted {
  readonly amendments: readonly string[];
  /** The revision that a sub-amendment makes of its parent. */
  readonly made?: ParentVoted;
  readonly version: number;
  readonly head: string;
  readonly fallen: readonly string[];
  readonly satisfied: readonly string[];
  readonly altered: readonly string[];
}

/**
 * What is put to the vote when `id` is, with those identical to it, on the text as it stands. Refuses `not-found`,
 * `wrong-state` when the amendment is not called, one of its sub-amendments waits, or the text is not tabled, `not-adoptable`
 * when its words no longer fit.
 */
export async function questionOf(tx: Tx, gathering: string, id: string): Promise<Result<AmendmentQuestion>> {
  const amendment = await readAmendment(tx, gathering, id);
  const text = amendment && (await readText(tx, gathering, amendment.text));
  if (!amendment || !text) return refuse("not-found");
  if (text.life.state !== "tabled") return refuse("wrong-state", `text-${text.life.state}`);
  const called = adoptAmendment(amendment.life, "", 0);
  if (!called.ok) return called;
  const prepared = await prepare(tx, amendment);
  if (!prepared.ok) return prepared;
  const { version, head, doc } = prepared.value;
  const amendments = (await identicalTo(tx, amendment, version))
    .filter(({ life }) => life.state === "called")
    .map((one) => one.id)
    .sort();
  for (const one of amendments)
    if ((await readLiveSubs(tx, one)).length > 0) return refuse("wrong-state", "amendment-has-subs");
  return ok({ amendments, changes: amendment.hash, result: textHash(doc), text: text.id, version, head });
}

/**
 * Writes an adoption: the commit by which the words enter the text, the amendments' lives, and what becomes of all others
 * of that text. Takes the warrant that only a declared, adopted ballot gives. Refuses `no-ballot` to anything else, and
 * `not-adoptable` when what would be adopted is not exactly what was voted; then nothing must be written.
 */
export async function writeAdoption(
  tx: Tx,
  gathering: string,
  warrant: AdoptionWarrant,
  atMs: number,
): Promise<Result<Adopted>> {
  if (!Warrant.is(warrant) || warrant.outcome !== "adopted") return refuse("no-ballot");
  const { decision } = warrant;
  const [first] = decision.amendments;
  const sub = decision.parent && (await readAmendment(tx, gathering, first ?? ""));
  if (sub) return adoptSub(tx, sub, decision, (now) => sameQuestion(now, decision), atMs);
  const question = await questionOf(tx, gathering, first ?? "");
  if (!question.ok) return question;
  if (!sameQuestion(question.value, decision)) return refuse("not-adoptable", "changed");
  const amendment = await readAmendment(tx, gathering, first ?? "");
  if (!amendment) return refuse("not-found");
  const prepared = await prepare(tx, amendment);
  if (!prepared.ok) return prepared;

  const { history, steps } = prepared.value;
  const origin = { author: amendment.id, ballot: decision.ballot };
  const commit = commitAtHead(history, steps, writtenByAct, origin, atMs);
  if (!commit || textHash(commit.doc) !== decision.result) return refuse("not-adoptable", "changed");
  await appendCommits(tx, amendment.text, [commit]);
  const { version, hash: head } = commit.sealed;
  await saveAmendmentLife(tx, decision.amendments, { state: "adopted", ballot: decision.ballot, version });
  const effects = await settleOthers(tx, amendment, decision.amendments, commit.doc);
  return ok({ amendments: decision.amendments, version, head, ...effects });
}

/** Writes that a ballot rejected them. The text stays as it is. */
export async function writeRejection(tx: Tx, gathering: string, warrant: RejectionWarrant): Promise<Result<Adopted>> {
  if (!Warrant.is(warrant) || warrant.outcome !== "rejected") return refuse("no-ballot");
  const { amendments, ballot, version, head } = warrant.decision;
  for (const id of amendments) {
    const amendment = await readAmendment(tx, gathering, id);
    if (!amendment) return refuse("not-found");
    const life = rejectAmendment(amendment.life, ballot);
    if (!life.ok) return life;
    await saveAmendmentLife(tx, [id], life.value);
  }
  return ok({ amendments, version, head, fallen: [], satisfied: [], altered: [] });
}

/** The commit that would adopt it now. */
async function prepare(tx: Tx, amendment: AmendmentFacts) {
  const history = await loadHistory(tx, amendment.text, 0);
  const rebased = await new Carrier(tx, amendment.text, history.doc).carry(amendment);
  if (rebased.broken !== undefined) return refuse("wrong-state", "amendment-broken");
  if (rebased.state === "fallen") return refuse("not-adoptable", "overlap");
  if (rebased.state === "satisfied") return refuse("not-adoptable", "amendment-satisfied");
  const commit = commitApart(history.doc, rebased.changes, history.version + 1);
  if (!commit.ok) return commit;
  return ok({ history, version: history.version, head: history.head, ...commit.value });
}

const sameQuestion = (now: Omit<Decision, "ballot">, voted: Decision): boolean =>
  now.changes === voted.changes &&
  now.result === voted.result &&
  now.text === voted.text &&
  now.version === voted.version &&
  now.head === voted.head &&
  now.parent?.amendment === voted.parent?.amendment &&
  now.parent?.revision === voted.parent?.revision &&
  now.parent?.hash === voted.parent?.hash &&
  [...now.amendments].join() === [...voted.amendments].sort().join();

/** Carries all others to the new text; names those that this adoption changed. */
async function settleOthers(
  tx: Tx,
  adopted: AmendmentFacts,
  amendments: readonly string[],
  doc: TextNode,
): Promise<Pick<Adopted, "fallen" | "satisfied" | "altered">> {
  const carrier = new Carrier(tx, adopted.text, doc);
  const effects = { fallen: [] as string[], satisfied: [] as string[], altered: [] as string[] };
  for (const other of await readAmendmentsOn(tx, adopted.text)) {
    const before = other.standing;
    if (amendments.includes(other.id) || !isPending(other.life) || before.standing !== "live") continue;
    const carried = await carrier.carry(other);
    // What is broken was not felled by this adoption.
    if (carried.broken !== undefined) continue;
    const now = standingAfter(before, carried, adopted.id);
    if (now.standing !== "live") effects[now.standing].push(other.id);
    else if (now.altered && !before.altered) effects.altered.push(other.id);
    await saveStanding(tx, other.id, now);
  }
  return effects;
}
