import { assertNever } from "../refusals.ts";
import type { Translate } from "../i18n/index.ts";
import { moveWords } from "./move-words.ts";
import type { ProseBlock, ProseRun } from "./prose.ts";

/** Blocks in plain words, a line each: a table or a reader's voice has neither lines nor weight to say what changes. */
export const plainProse = (blocks: readonly ProseBlock[], t: Translate): string =>
  blocks
    .map((block) => `${labelOf(block, t)}${moveOf(block, t)}${block.runs.map((run) => runWords(run, t)).join("")}`)
    .join("\n");

function labelOf(block: ProseBlock, t: Translate): string {
  switch (block.kind) {
    case "title":
    case "heading":
      return "";
    case "article":
      return `${block.number === null ? t("text.new-article") : t("text.article", { number: block.number })} : `;
    default:
      if (block.number !== null) return `${t("text.paragraph")} ${block.number} : `;
      return block.change === "new" ? `${t("text.new-paragraph")} : ` : "";
  }
}

function moveOf({ change, moved }: ProseBlock, t: Translate): string {
  if (moved) return `[${moveWords(moved, t)}] `;
  return change === "departed" || change === "arrived" ? `[${t(`redline.${change}`)}] ` : "";
}

function runWords({ text, change, forms = [] }: ProseRun, t: Translate): string {
  const words = text.replaceAll("\n", " ");
  switch (change) {
    case null:
      return words;
    case "inserted":
    case "deleted":
      return `[${t(`redline.${change}`)} ${words}]`;
    case "formatted":
      return `[${words} (${forms.map((form) => t(`redline.form.${form}`)).join(", ")})]`;
    case "split":
    case "joined":
      return `[${t(`redline.${change}`)}] `;
    default:
      return assertNever(change);
  }
}
