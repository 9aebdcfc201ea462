import { demoArticles, demoPreamble, demoTitle } from "./declaration.ts";
import type { DemoEdit } from "./amendments.ts";
import { typeset } from "./typeset.ts";

/** A node of a text as `instantane.json` gives it and `amendment.submit` takes it. */
export interface ProseNode {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly content?: readonly ProseNode[];
  readonly text?: string;
}

const words = (text: string): readonly ProseNode[] => [{ type: "text", text: typeset(text) }];
const paragraph = (text: string): ProseNode => ({ type: "paragraph", content: words(text) });

/** The whole declaration, as a workshop would paste it: no ids, the house gives them. */
export function declarationBlocks(): { readonly title: string; readonly body: readonly ProseNode[] } {
  const articles = demoArticles.map(({ title, paragraphs }): ProseNode => ({
    type: "article",
    content: [{ type: "articleTitle", content: words(title) }, ...paragraphs.map(paragraph)],
  }));
  return { title: demoTitle, body: [{ type: "preamble", content: demoPreamble.map(paragraph) }, ...articles] };
}

/** The document as its delegation wants it; throws when the words are not there, so that the demonstration cannot lie. */
export function edited(doc: ProseNode, edit: DemoEdit): ProseNode {
  let done = 0;
  const walk = (node: ProseNode): readonly ProseNode[] => {
    const said = textOf(node);
    if (node.type === "paragraph") {
      if (edit.kind === "replace" && said.includes(typeset(edit.find))) {
        done++;
        return [{ ...node, content: words(said.replace(typeset(edit.find), edit.by)) }];
      }
      if (edit.kind === "suppress" && said.startsWith(typeset(edit.paragraph))) {
        done++;
        return [];
      }
      if (edit.kind === "add" && said.startsWith(typeset(edit.after))) {
        done++;
        return [node, { ...paragraph(edit.words), attrs: { id: "new" } }];
      }
    }
    return [node.content === undefined ? node : { ...node, content: node.content.flatMap(walk) }];
  };
  const [after] = walk(doc);
  if (done !== 1 || after === undefined) throw new Error(`${done} places for ${JSON.stringify(edit)}`);
  return after;
}

const textOf = (node: ProseNode): string => node.text ?? (node.content ?? []).map(textOf).join("");

/** The size of a node in ProseMirror's positions: its words, or its content and two ends; a leaf counts one. */
export function sizeOf(node: ProseNode): number {
  if (node.text !== undefined) return node.text.length;
  if (node.type === "lineBreak") return 1;
  return 2 + (node.content ?? []).reduce((sum, child) => sum + sizeOf(child), 0);
}
