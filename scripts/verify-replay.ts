/**
 * `npm run verify -- FILE --replay`: beyond hashes and counts, sees that every act could follow, and redoes every commit
 * and every adoption with Cahier's own rules (docs/record-format.md, "What must hold", 7 to 9).
 */
import { Mapping, Step } from "prosemirror-transform";

import {
  afterSteps,
  emptyText,
  inspectText,
  repairedIds,
  repairIds,
  stepsJson,
  textHash,
  textSchema,
  type TextNode,
} from "../shared/texts/index.ts";
import { adoptionCommit, adoptionEffects, parseChangeSet, rebase, type Waiting } from "../shared/amendments/index.ts";
import { livesOf } from "./verify-lives.ts";
import { partsOf } from "./verify-text-lives.ts";
import { recounting } from "./verify-counts.ts";
import {
  canonical,
  expect,
  Fault,
  integer,
  list,
  string,
  within,
  type CheckedRecord,
  type Entry,
  type Fields,
  type TextBook,
} from "./verify.ts";

/** Throws the first `Fault`: of the texts' versions, else of the acts in their order. */
export function replayRecord(record: CheckedRecord): void {
  const texts = new Map([...record.texts].map(([text, book]) => [text, replayText(text, book)]));
  const lives = livesOf(record);
  const checks = [lives.act, recounting(record), adoptionsOf(record, texts)];
  for (const entry of record.entries)
    redoing(`l’acte ${entry.sequence} (${entry.act})`, () => {
      for (const check of checks) check(entry);
    });
  lives.end();
}

/** The text at every version, from the empty one on; each snapshot is the text so obtained. */
function replayText(text: string, book: TextBook): readonly TextNode[] {
  const versions = [emptyText()];
  for (const [index, commit] of book.commits.entries()) {
    const before = versions[index] ?? emptyText();
    versions.push(redoing(`la version ${index + 1} du texte ${text}`, () => redo(before, commit.fields, index + 1)));
  }
  for (const [version, snapshot] of book.snapshots) {
    const doc = versions[version];
    within(`le texte ${text} tel qu’à sa version ${version}`, () => {
      expect(doc !== undefined && textHash(doc) === snapshot.hash, "aucune suite de versions ne donne ce texte.");
    });
  }
  return versions;
}

/** Redoes each adoption from what was submitted: the text it gives, and what became of the amendments that waited. */
function adoptionsOf(record: CheckedRecord, texts: ReadonlyMap<string, readonly TextNode[]>): (entry: Entry) => void {
  const waiting = new Map<string, Waiting & { readonly text: string }>();
  const take = (ids: unknown): readonly Waiting[] =>
    strings(ids).flatMap((id) => {
      const one = waiting.get(id);
      waiting.delete(id);
      return one ?? [];
    });
  return ({ act, data }) => {
    if (act === "amendment.submitted" || act === "amendment.revised") {
      const [id, text] = [string(data, "amendment"), string(data, "text")];
      const base = texts.get(text)?.[integer(data, "version")];
      const set = record.changeSets.get(`${id}/${integer(data, "revision")}`);
      expect(base !== undefined && set !== undefined, "le registre n’a pas ce qu’il amende.");
      waiting.set(id, { id, text, base, changes: parseChangeSet(canonical(set.value)) });
    } else if (act === "amendment.withdrawn" || act === "amendment.notMoved") {
      take([data["amendment"]]);
    } else if (act === "amendment.rejected") {
      take(data["amendments"]);
    } else if (act === "amendment.adopted") {
      const decided = take(data["amendments"]);
      const subject = record.ballots.get(string(data, "ballot"))?.subject ?? {};
      const text = string(subject, "text");
      const others = [...waiting.values()].filter((one) => one.text === text);
      // Of a block, the part that this act adopts.
      const part = partsOf(subject).find(
        ({ amendments }) => canonical([...strings(amendments)].sort()) === canonical(data["amendments"]),
      );
      adoptAgain(data, part ?? {}, decided, others, texts.get(text) ?? []);
      take(data["fallen"]);
      take(data["satisfied"]);
    }
  };
}

function adoptAgain(
  data: Fields,
  subject: Fields,
  decided: readonly Waiting[],
  others: readonly Waiting[],
  versions: readonly TextNode[],
): void {
  const version = integer(data, "version");
  const [before, after] = [versions[version - 1], versions[version]];
  const all = decided.length > 0 && decided.length === strings(data["amendments"]).length;
  expect(all && before !== undefined && after !== undefined, "l’amendement n’attendait pas.");
  for (const one of decided) {
    const { changes, state } = rebase(one.changes, one.base, before);
    expect(state === "live" || state === "altered", "l’amendement ne s’appliquait plus au texte.");
    const redone = adoptionCommit(before, changes, version);
    expect(redone.ok && redone.value.doc.eq(after), "les changements adoptés ne sont pas ceux qui étaient déposés.");
  }
  expect(textHash(after) === subject["result"], "le texte adopté n’est pas celui qui était mis aux voix.");
  for (const [fate, ids] of Object.entries(adoptionEffects(others, before, after))) {
    expect(
      canonical(ids) === canonical([...strings(data[fate])].sort()),
      `ce n’est pas ce qui devait devenir « ${fate} ».`,
    );
  }
}

const strings = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);

function redo(before: TextNode, commit: Fields, version: number): TextNode {
  const steps = readSteps(commit["steps"]);
  const after = afterSteps(steps, before);
  expect(after !== null, "ses changements ne s’appliquent pas à la version qui précède.");
  const repairs = repairIds(before, new Mapping(steps.map((step) => step.getMap())), after, repairedIds(version));
  const named = canonical(stepsJson(repairs)) === canonical(commit["repairs"]);
  expect(named, "ses alinéas ne sont pas nommés comme ils doivent l’être.");
  const doc = afterSteps(repairs, after);
  expect(doc !== null && inspectText(doc) === null, "le texte qu’elle donne n’a pas la forme d’un texte.");
  return doc;
}

/** What the rules of the house throw at, being given what they never made, is a fault of the record. */
function redoing<T>(where: string, work: () => T): T {
  return within(where, () => {
    try {
      return work();
    } catch (error) {
      throw error instanceof Fault ? error : new Fault("", `cela ne se refait pas (${String(error)}).`);
    }
  });
}

function readSteps(json: unknown): readonly Step[] {
  const items = list(json);
  try {
    return items.map((step) => Step.fromJSON(textSchema, step));
  } catch {
    throw new Fault("", "un de ses changements n’est pas d’une forme connue.");
  }
}
