import { DOMParser, DOMSerializer, type DOMOutputSpec, type Mark, type Node, type ParseRule } from "prosemirror-model";
import type { MarkViewConstructor, NodeView, NodeViewConstructor } from "prosemirror-view";

import { isAllowedLink, isBlockId, textSchema } from "../../../shared/texts/index.ts";

/** How each block stands in the sheet and on the clipboard. Its id goes along, so that what is cut and pasted keeps it. */
const blocks: Readonly<Record<string, (node: Node) => DOMOutputSpec>> = {
  title: (node) => ["h1", { class: "text-title", "data-block": idOf(node), dir: "auto" }, 0],
  preamble: (node) => ["section", { class: "preamble", "data-block": idOf(node) }, 0],
  heading: (node) => ["h2", { class: "heading", "data-block": idOf(node), dir: "auto" }, 0],
  article: (node) => ["section", { class: "article", "data-block": idOf(node) }, 0],
  articleTitle: (node) => ["h2", { class: "article-title", "data-block": idOf(node), dir: "auto" }, 0],
  paragraph: (node) => ["p", { class: "alinea", "data-block": idOf(node), dir: "auto" }, 0],
  list: (node) => [node.attrs["ordered"] === true ? "ol" : "ul", { class: "list", "data-block": idOf(node) }, 0],
  item: (node) => ["li", { class: "item", "data-block": idOf(node) }, 0],
  quote: (node) => ["blockquote", { class: "quote", "data-block": idOf(node) }, 0],
  lineBreak: () => ["br"],
};

const marks: Readonly<Record<string, (mark: Mark) => DOMOutputSpec>> = {
  strong: () => ["strong", 0],
  em: () => ["em", 0],
  link: (mark) => ["a", { href: String(mark.attrs["href"]), rel: "noopener noreferrer nofollow ugc" }, 0],
};

export const clipboardSerializer = new DOMSerializer(
  { ...DOMSerializer.nodesFromSchema(textSchema), ...blocks },
  { ...marks },
);

export const nodeViews: Readonly<Record<string, NodeViewConstructor>> = Object.fromEntries(
  Object.entries(blocks).map(([name, draw]) => [name, (node: Node): NodeView => viewOf(node, draw)]),
);

export const markViews: Readonly<Record<string, MarkViewConstructor>> = Object.fromEntries(
  Object.entries(marks).map(([name, draw]) => [
    name,
    (mark: Mark) => {
      const { dom, contentDOM } = DOMSerializer.renderSpec(document, draw(mark));
      return contentDOM ? { dom: element(dom), contentDOM } : { dom: element(dom) };
    },
  ]),
);

/** A block that is only given another id keeps its element: the cursor and what is being composed stay where they are. */
function viewOf(node: Node, draw: (node: Node) => DOMOutputSpec): NodeView {
  const { dom, contentDOM } = DOMSerializer.renderSpec(document, draw(node));
  const { ordered } = node.attrs;
  return {
    dom,
    contentDOM: contentDOM ?? null,
    update(next) {
      if (next.attrs["ordered"] !== ordered) return false;
      if (dom instanceof HTMLElement && !next.isLeaf) dom.dataset["block"] = idOf(next);
      return true;
    },
  };
}

const block = (tag: string, node: string): ParseRule => ({ tag, node, getAttrs: (dom) => ({ id: idIn(dom) }) });

const list = (tag: string, ordered: boolean): ParseRule => ({
  tag,
  node: "list",
  getAttrs: (dom) => ({ id: idIn(dom), ordered }),
});

/** What is pasted becomes the nearest thing that a text can hold; the rest of its looks is left behind. */
export const domParser = new DOMParser(textSchema, [
  block("h1.text-title", "title"),
  block("section.preamble", "preamble"),
  block("section.article", "article"),
  block("h2.article-title", "articleTitle"),
  ...["h1", "h2", "h3", "h4", "h5", "h6"].map((tag) => block(tag, "heading")),
  block("p", "paragraph"),
  block("div", "paragraph"),
  list("ol", true),
  list("ul", false),
  block("li", "item"),
  block("blockquote", "quote"),
  { tag: "br", node: "lineBreak" },
  ...["strong", "b"].map((tag) => ({ tag, mark: "strong" })),
  ...["em", "i"].map((tag) => ({ tag, mark: "em" })),
  { tag: "a[href]", mark: "link", getAttrs: (dom) => linkIn(dom) },
]);

function idOf(node: Node): string {
  const id: unknown = node.attrs["id"];
  return typeof id === "string" ? id : "";
}

function idIn(dom: HTMLElement): string {
  const id = dom.dataset["block"] ?? "";
  return isBlockId(id) ? id : "";
}

function linkIn(dom: HTMLElement): { href: string } | false {
  const href = dom.getAttribute("href") ?? "";
  return isAllowedLink(href) ? { href } : false;
}

function element(dom: unknown): HTMLElement {
  if (!(dom instanceof HTMLElement)) throw new Error("A mark is an element");
  return dom;
}
