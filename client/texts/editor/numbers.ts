import { Plugin } from "prosemirror-state";
import { Decoration, DecorationSet } from "prosemirror-view";

import { numberBlocks, type TextNode } from "../../../shared/texts/index.ts";

/** The numbers in the margin and "Article 2" above its title, as attributes that the style sheet shows. */
export function showNumbers(articleLabel: (number: number) => string): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    state: {
      init: (_, state) => decorate(state.doc, articleLabel),
      apply: (transaction, before) => (transaction.docChanged ? decorate(transaction.doc, articleLabel) : before),
    },
    props: {
      decorations(state) {
        return this.getState(state);
      },
    },
  });
}

function decorate(doc: TextNode, articleLabel: (number: number) => string): DecorationSet {
  const numbers = numberBlocks(doc);
  const decorations: Decoration[] = [];
  doc.descendants((node, at) => {
    const number = numbers.get(String(node.attrs["id"]));
    if (!number || node.isText) return;
    if (number.kind === "article") {
      decorations.push(
        Decoration.node(at + 1, at + 1 + node.child(0).nodeSize, { "data-label": articleLabel(number.number) }),
      );
    } else if (number.heads)
      decorations.push(Decoration.node(at, at + node.nodeSize, { "data-no": String(number.number) }));
  });
  return DecorationSet.create(doc, decorations);
}
