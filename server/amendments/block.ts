import { changeSetBody } from "../../shared/amendments/index.ts";
import { ok, refuse, type Result } from "../../shared/refusals.ts";
import { textHash } from "../../shared/texts/index.ts";
import type { Tx } from "../storage/index.ts";
import { loadHistory, readText } from "../texts/index.ts";
import type { AmendmentQuestion } from "./adoption.ts";
import { inCallOrderAmong } from "./call-order.ts";
import { Carrier, commitApart } from "./carry.ts";
import { readLiveSubs } from "./parent.ts";
import { readAmendment, readAmendmentsOn, type AmendmentFacts } from "./store.ts";

/** Several amendments put to the vote together, in the order of calls: each with those that ask for the very same. */
export interface BlockQuestion extends Pick<AmendmentQuestion, "text" | "version" | "head"> {
  readonly parts: readonly Pick<AmendmentQuestion, "amendments" | "changes" | "result">[];
}

/**
 * What is put to the vote when these are, en bloc. Refuses `not-found`; `wrong-state` when the text is not tabled, or they
 * are not of one text, or one is a sub-amendment or waits for its own; `not-adoptable` when one of them no longer fits once those before it are adopted: whoever votes for
 * the whole votes for each.
 */
export async function blockQuestionOf(
  tx: Tx,
  gathering: string,
  ids: readonly string[],
): Promise<Result<BlockQuestion>> {
  const amendments: AmendmentFacts[] = [];
  for (const id of new Set(ids)) {
    const amendment = await readAmendment(tx, gathering, id);
    if (!amendment) return refuse("not-found");
    amendments.push(amendment);
  }
  const [first] = amendments;
  const text = first && (await readText(tx, gathering, first.text));
  if (!first || !text) return refuse("not-found");
  if (text.life.state !== "tabled") return refuse("wrong-state", `text-${text.life.state}`);
  if (amendments.some((one) => one.text !== first.text)) return refuse("wrong-state", "block-of-two-texts");
  if (amendments.some((one) => one.parent !== null)) return refuse("wrong-state", "sub-amendment-alone");

  // Those that ask for the very same were called with them, and are decided with them.
  const called = (await readAmendmentsOn(tx, first.text)).filter(({ life }) => life.state === "called");
  const left = new Map([...amendments, ...called].map((one) => [one.id, one]));
  const { version, head, ...history } = await loadHistory(tx, first.text, 0);
  let { doc } = history;
  const inOrder = await inCallOrderAmong(tx, first.text, doc, amendments);
  const parts: BlockQuestion["parts"][number][] = [];
  for (const one of inOrder) {
    if (!left.has(one.id)) continue;
    const carrier = new Carrier(tx, one.text, doc);
    const { state, changes, broken } = await carrier.carry(one);
    if (broken !== undefined) return refuse("wrong-state", "amendment-broken");
    if (state === "fallen") return refuse("not-adoptable", "overlap");
    if (state === "satisfied") return refuse("not-adoptable", "amendment-satisfied");
    const same: string[] = [];
    for (const other of left.values()) {
      if (other.hash !== one.hash || other.parent !== null) continue;
      if (changeSetBody((await carrier.carry(other)).changes) === changeSetBody(changes)) same.push(other.id);
    }
    for (const id of same) {
      if ((await readLiveSubs(tx, id)).length > 0) return refuse("wrong-state", "amendment-has-subs");
      left.delete(id);
    }
    const commit = commitApart(doc, changes, version + parts.length + 1);
    if (!commit.ok) return commit;
    doc = commit.value.doc;
    parts.push({ amendments: same.sort(), changes: one.hash, result: textHash(doc) });
  }
  return ok({ parts, text: first.text, version, head });
}

type Group = readonly [AmendmentFacts, ...AmendmentFacts[]];

/** As a page shows them: those with the same changes stand together. */
export function groupsOf(amendments: readonly AmendmentFacts[]): readonly Group[] {
  const groups: [AmendmentFacts, ...AmendmentFacts[]][] = [];
  for (const one of amendments) {
    const same = groups.find(([first]) => first.hash === one.hash);
    if (same) same.push(one);
    else groups.push([one]);
  }
  return groups;
}
