import { numberBlocks, type TextNode } from "../texts/index.ts";
import type { ProseBlock, ProseRun } from "./prose.ts";

/** A text as pages show it: its blocks in reading order, numbered, without its title. */
export function proseOfText(doc: TextNode): readonly ProseBlock[] {
  const numbers = numberBlocks(doc);
  const blocks: ProseBlock[] = [];

  const visit = (node: TextNode, around: Around): void => {
    const id = idOf(node);
    const number = numbers.get(id);
    switch (node.type.name) {
      case "heading":
        blocks.push({ kind: "heading", id, change: null, runs: runsOf(node) });
        return;
      case "article": {
        const runs = runsOf(node.child(0));
        blocks.push({ kind: "article", id, number: number?.number ?? null, change: null, runs });
        for (let i = 1; i < node.childCount; i++) visit(node.child(i), around);
        return;
      }
      case "paragraph": {
        const { kind, depth, ordinal, preamble } = around;
        const shown = around.number ?? (number?.kind === "paragraph" && number.heads ? number.number : null);
        blocks.push({ kind, id, number: shown, depth, ordinal, preamble, change: null, runs: runsOf(node) });
        return;
      }
      default:
        node.forEach((child, _, index) => visit(child, within(node, index, around, number?.number ?? null)));
    }
  };
  doc.forEach((node) => visit(node, { kind: "paragraph", depth: 0, ordinal: null, preamble: false, number: null }));
  return blocks;
}

/** The words of the title; empty while it has none. */
export const titleOfText = (doc: TextNode): string => doc.firstChild?.textContent ?? "";

interface Around {
  readonly kind: "paragraph" | "item" | "quote";
  readonly depth: number;
  readonly ordinal: number | null;
  readonly preamble: boolean;
  /** The number of the item or quote around, for its first paragraph, which bears it in the margin. */
  readonly number: number | null;
}

/** What stands around the child of a preamble, list, item or quote. */
function within(node: TextNode, index: number, around: Around, number: number | null): Around {
  switch (node.type.name) {
    case "preamble":
      return { ...around, preamble: true };
    case "list":
      return { ...around, depth: around.depth + 1, ordinal: node.attrs["ordered"] === true ? index + 1 : null };
    case "item":
      if (around.kind === "quote") return around;
      return { ...around, kind: "item", number: index === 0 ? number : null };
    case "quote": {
      const depth = around.depth + 1;
      if (around.kind === "quote") return { ...around, depth };
      return { ...around, kind: "quote", depth, ordinal: null, number: index === 0 ? number : null };
    }
    default:
      return around;
  }
}

function runsOf(block: TextNode): readonly ProseRun[] {
  const runs: ProseRun[] = [];
  block.forEach((node) => {
    const href: unknown = node.marks.find((mark) => mark.type.name === "link")?.attrs["href"];
    const has = (mark: string): boolean => node.marks.some((one) => one.type.name === mark);
    const run = { strong: has("strong"), em: has("em"), href: typeof href === "string" ? href : null, change: null };
    const last = runs[runs.length - 1];
    const text = node.isText ? (node.text ?? "") : "\n";
    if (last && last.strong === run.strong && last.em === run.em && last.href === run.href) {
      runs[runs.length - 1] = { ...last, text: last.text + text };
    } else runs.push({ text, ...run });
  });
  return runs;
}

function idOf(node: TextNode): string {
  const id: unknown = node.attrs["id"];
  return typeof id === "string" ? id : "";
}
