import { Schema, type Node } from "prosemirror-model";

/**
 * The form of every text: doc = title, preamble?, (heading | article | block)*. Each node but doc and text bears an `id`,
 * stable for as long as its words live: amendments, numbers and links hang on it, never on a place in the page.
 */
const id = { id: { default: "", validate: "string" } };

export const textSchema = new Schema({
  topNode: "doc",
  nodes: {
    doc: { content: "title preamble? (heading | article | block)*" },
    title: { content: "text*", attrs: id, marks: "", defining: true },
    preamble: { content: "block+", attrs: id, defining: true, isolating: true },
    heading: { content: "text*", attrs: id, marks: "em", defining: true },
    article: { content: "articleTitle block*", attrs: id, defining: true, isolating: true },
    articleTitle: { content: "text*", attrs: id, marks: "em", defining: true },
    paragraph: { content: "inline*", attrs: id, group: "block" },
    list: { content: "item+", attrs: { ...id, ordered: { default: false, validate: "boolean" } }, group: "block" },
    item: { content: "paragraph list?", attrs: id, defining: true },
    quote: { content: "block+", attrs: id, group: "block", defining: true },
    text: { group: "inline" },
    lineBreak: { inline: true, group: "inline", selectable: false, attrs: id },
  },
  marks: {
    strong: {},
    em: {},
    link: { attrs: { href: { validate: validateLink } }, inclusive: false },
  },
});

export type TextNode = Node;

const allowedLink = /^(?:https?:\/\/|mailto:)[^\s\u0000-\u001f]+$/iu;

/** http, https or mailto and nothing else: a `javascript:` link is refused where it enters. */
export const isAllowedLink = (href: string): boolean => href.length <= 2_000 && allowedLink.test(href);

function validateLink(href: unknown): void {
  if (typeof href !== "string" || !isAllowedLink(href)) throw new RangeError("bad-link");
}
