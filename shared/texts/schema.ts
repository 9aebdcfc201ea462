import { Schema, type Node } from "prosemirror-model";

import { isBlockId } from "./block-id.ts";
import "./same-place.ts";

/**
 * The form of every text: doc = title, preamble?, (heading | article | block)*. Each node but doc and text bears an `id`,
 * stable for as long as its words live: amendments, numbers and links hang on it, never on a place in the page.
 * An empty id is one still to be given: the authority gives it before it confirms.
 */
const id = { id: { default: "", validate: validateId } };

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

/** What a validator of this schema throws for a link: the parser tells it from all other faults by this message. */
export const badLinkMessage = "bad-link";

function validateLink(href: unknown): void {
  if (typeof href !== "string" || !isAllowedLink(href)) throw new RangeError(badLinkMessage);
}

function validateId(id: unknown): void {
  if (typeof id !== "string" || (id !== "" && !isBlockId(id))) throw new RangeError("bad-id");
}
