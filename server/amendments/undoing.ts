import {
  isPending,
  undecide,
  undo,
  undoingEffects,
  Warrant,
  type AmendmentLife,
  type Move,
  type Restanding,
  type UndoingEffects,
  type UndoingWarrant,
} from "../../shared/amendments/index.ts";
import type { ActData } from "../../shared/journal/index.ts";
import { ok, refuse, type Refused, type Result } from "../../shared/refusals.ts";
import { commitAtHead, type TextNode } from "../../shared/texts/index.ts";
import { readEntriesOf } from "../journal/index.ts";
import type { Tx } from "../storage/index.ts";
import { appendCommits, loadHistory, readDocument, readText, writtenByAct } from "../texts/index.ts";
import { isAlive, readAmendmentsOn, saveAmendmentLife, saveStanding, type AmendmentFacts } from "./store.ts";

/** What undoing a decision did, as its journal entry names it. Ids, sorted. */
interface Undone extends UndoingEffects {
  readonly amendments: readonly string[];
  /** What no longer holds. */
  readonly outcome: "adopted" | "rejected";
  readonly version: number;
  readonly head: string;
}

/** What undoing a decision would do: the text as it would stand, and how each amendment that waits would. */
interface Unmaking {
  /** Null when the ballot had rejected: the text stays as it is. */
  readonly steps: Parameters<typeof commitAtHead>[1] | null;
  readonly freed: readonly AmendmentFacts[];
  readonly standings: readonly Restanding[];
}

/** Which decision is looked at: that of a ballot, on a text. */
interface Decided {
  readonly text: string;
  readonly ballot: string;
}

/**
 * Works out the undoing of what a ballot decided of amendments; writes nothing. Refuses `wrong-state` when the text is no
 * longer tabled, `no-ballot` when the ballot decided of none, and `not-adoptable`, with the number of the amendment, when
 * one that was adopted since no longer applies.
 */
export async function unmake(tx: Tx, gathering: string, { text: id, ballot }: Decided): Promise<Result<Unmaking>> {
  const text = await readText(tx, gathering, id);
  if (!text) return refuse("not-found");
  const { life } = text;
  if (life.state === "adopted" || life.state === "rejected") return refuse("wrong-state", "text-concluded");
  if (life.state !== "tabled") return refuse("wrong-state", `text-${life.state}`);
  const all = await readAmendmentsOn(tx, id);
  const waiting = all.find(waitsUnder);
  if (waiting) return refuse("wrong-state", `subs-wait:${waiting.number}-${waiting.sub}`);
  const amendments = all.filter(({ parent }) => parent === null);
  const freed = amendments.filter((one) => "ballot" in one.life && one.life.ballot === ballot);
  const [first] = freed;
  if (!first) return refuse("no-ballot");
  const documents = new Documents(tx, id);
  const moves = await movesOf(tx, gathering, id, amendments, documents);
  const tabled = await documents.at(life.tabled.version);
  const undone = undo({ tabled, head: await documents.at(text.version), moves }, ballot);
  if (!undone.ok) return neededBy(undone, amendments);
  const { steps, course } = undone.value;
  const since = await sinceWhen(tx, gathering, id, life.tabled.version);
  const standings: Restanding[] = [];
  for (const one of amendments) {
    const before = freed.includes(one) ? null : one.standing;
    if (before !== null && (!isPending(one.life) || one.broken !== undefined)) continue;
    const { changes } = one;
    const submitted = {
      id: one.id,
      changes,
      base: await documents.at(one.base.version),
      since: since.get(one.id) ?? 0,
    };
    standings.push({ id: one.id, before, now: course.standing(submitted) });
  }
  return ok({ steps: first.life.state === "adopted" ? steps : null, freed, standings });
}

/**
 * Writes the undoing: the commit by which the words leave the text, and what becomes of all amendments that wait. Takes
 * the warrant of an annulled ballot; refuses `no-ballot` to anything else, and as `unmake` does.
 */
export async function writeUndoing(
  tx: Tx,
  gathering: string,
  warrant: UndoingWarrant,
  atMs: number,
): Promise<Result<Undone>> {
  if (!Warrant.is(warrant) || warrant.outcome !== "annulled") return refuse("no-ballot");
  const { ballot, text, amendments } = warrant.decision;
  const unmaking = await unmake(tx, gathering, { text, ballot });
  if (!unmaking.ok) return unmaking;
  const { steps, freed, standings } = unmaking.value;
  const ids = freed.map((one) => one.id).sort();
  if (ids.join() !== [...amendments].sort().join()) return refuse("no-ballot");
  const history = await loadHistory(tx, text, 0);
  let { version, head } = history;
  if (steps) {
    const origin = { author: ids[0] ?? "", ballot };
    const commit = commitAtHead(history, steps, writtenByAct, origin, atMs);
    if (!commit) return refuse("not-adoptable", "changed");
    await appendCommits(tx, text, [commit]);
    ({ version, hash: head } = commit.sealed);
  }
  for (const one of freed) {
    const life: Result<AmendmentLife> = undecide(one.life, ballot);
    if (!life.ok) return life;
    await saveAmendmentLife(tx, [one.id], life.value, atMs);
  }
  for (const { id, now } of standings) await saveStanding(tx, id, now);
  const outcome = steps ? "adopted" : "rejected";
  return ok({ amendments: ids, outcome, version, head, ...undoingEffects(standings) });
}

function neededBy(refused: Refused & { readonly amendment: string | null }, all: readonly AmendmentFacts[]): Refused {
  const needs = all.find(({ id }) => id === refused.amendment);
  return needs ? refuse("not-adoptable", `needed-by:${needs.number}`) : refuse("not-adoptable", "changed");
}

/** A sub-amendment that waits is not carried back over an undoing; one that fell with an adoption has fallen for good. */
const waitsUnder = (amendment: AmendmentFacts): boolean => amendment.parent !== null && isAlive(amendment);

/** At which version of the text each amendment was submitted, last revised or sub-amended, as the journal tells it. */
async function sinceWhen(
  tx: Tx,
  gathering: string,
  text: string,
  tabled: number,
): Promise<ReadonlyMap<string, number>> {
  const since = new Map<string, number>();
  let version = tabled;
  for (const { data } of await entriesAbout(tx, gathering)) {
    if ("amendment" in data && data.amendment !== undefined) {
      const ofText = "text" in data ? data.text === text : since.has(data.amendment);
      if (ofText) since.set(data.amendment, version);
    } else if ("text" in data ? data.text === text : data.amendments.some((id) => since.has(id))) {
      version = data.version;
    }
  }
  return since;
}

const acts = [
  "amendment.submitted",
  "amendment.revised",
  "amendment.takenOver",
  "amendment.divided",
  "amendment.adopted",
  "amendment.undone",
  "text.corrected",
] as const;

/** The acts that submit amendments and move texts, in the order of the journal. */
async function entriesAbout(tx: Tx, gathering: string) {
  const entries: { readonly sequence: number; readonly data: ActData[(typeof acts)[number]] }[] = [];
  for (const act of acts)
    for (const { sequence, body } of await readEntriesOf(tx, gathering, act))
      entries.push({ sequence, data: JSON.parse(body).data });
  return entries.sort((a, b) => a.sequence - b.sequence);
}

/** What moved a tabled text and still holds: the adoptions that its amendments' rows name, and the minuted corrections. */
async function movesOf(
  tx: Tx,
  gathering: string,
  text: string,
  amendments: readonly AmendmentFacts[],
  documents: Documents,
): Promise<readonly Move[]> {
  const moves: Move[] = [];
  const adopted = new Map<number, AmendmentFacts[]>();
  for (const one of amendments) {
    if (one.life.state !== "adopted") continue;
    adopted.set(one.life.version, [...(adopted.get(one.life.version) ?? []), one]);
  }
  for (const [version, together] of adopted) {
    const [first] = together.sort((a, b) => (a.id < b.id ? -1 : 1));
    if (first?.life.state !== "adopted") continue;
    moves.push({
      kind: "adoption",
      ballot: first.life.ballot,
      amendments: together.map(({ id }) => id),
      changes: first.changes,
      base: await documents.at(first.base.version),
      version,
      before: await documents.at(version - 1),
    });
  }
  for (const { body } of await readEntriesOf(tx, gathering, "text.corrected")) {
    const { data }: { data: ActData["text.corrected"] } = JSON.parse(body);
    if (data.text !== text) continue;
    const [before, after] = [await documents.at(data.version - 1), await documents.at(data.version)];
    moves.push({ kind: "correction", version: data.version, before, after });
  }
  return moves;
}

/** The text at its versions, each read once. */
class Documents {
  readonly #tx: Tx;
  readonly #text: string;
  readonly #known = new Map<number, TextNode>();

  constructor(tx: Tx, text: string) {
    this.#tx = tx;
    this.#text = text;
  }

  async at(version: number): Promise<TextNode> {
    const known = this.#known.get(version);
    if (known) return known;
    const { doc } = await readDocument(this.#tx, this.#text, version);
    this.#known.set(version, doc);
    return doc;
  }
}
