/**
 * `npm run verify -- FILE --replay`: beyond hashes and counts, checks what followed from what, then redoes every commit
 * with Cahier's own rules (docs/record-format.md, "What must hold", 7 to 9).
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
import { checkLives } from "./verify-lives.ts";
import { canonical, type CheckedRecord, expect, Fault, type Fields, list, type TextBook, within } from "./verify.ts";

/** Throws the first `Fault`. */
export function replayRecord(record: CheckedRecord): void {
  within("le registre", () => checkLives(record));
  for (const [text, book] of record.texts) replayText(text, book);
}

/** The text at every version, from the empty one on; each snapshot is the text so obtained. */
function replayText(text: string, book: TextBook): readonly TextNode[] {
  const versions = [emptyText()];
  for (const [index, commit] of book.commits.entries()) {
    const before = versions[index] ?? emptyText();
    versions.push(within(`la version ${index + 1} du texte ${text}`, () => redo(before, commit.fields, index + 1)));
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

function readSteps(json: unknown): readonly Step[] {
  const items = list(json);
  try {
    return items.map((step) => Step.fromJSON(textSchema, step));
  } catch {
    throw new Fault("", "un de ses changements n’est pas d’une forme connue.");
  }
}
