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
import { adoptionsOf } from "./verify-adoptions.ts";
import { livesOf } from "./verify-lives.ts";
import { recounting } from "./verify-counts.ts";
import { canonical, expect, Fault, list, within, type CheckedRecord, type Fields, type TextBook } from "./verify.ts";

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
