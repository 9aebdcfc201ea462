import fc from "fast-check";

import { parseText, type TextNode } from "../../../shared/texts/index.ts";

/** French-like texts with repeated words and typographic apostrophes, and edits of them. */
const words =
  "l’ eau commune communes assemblée assemblées la le les de des du et à peut doit ouvrir maison peuple maison du peuple , . ; qui que ne se vendent pas aujourd’hui d’ une l’ assemblée décide « libre » été été ❤️ 👩‍🌾 mandat révocable".split(
    " ",
  );

const wordAt = (n: number): string => words[n % words.length] ?? "eau";

function phrase(numbers: readonly number[]): string {
  let text = "";
  for (const n of numbers) {
    const word = wordAt(n);
    const glued = text === "" || text.endsWith("’") || /^[,.;]$/u.test(word);
    text += glued ? word : n % 17 === 0 ? `\u202f${word}` : ` ${word}`;
  }
  return text;
}

const arbPhrase = (min: number, max: number): fc.Arbitrary<string> =>
  fc.array(fc.nat(200), { minLength: min, maxLength: max }).map(phrase);

type NodeJson = { type: string; attrs: { id: string; ordered?: boolean }; content?: (NodeJson | InlineJson)[] };
type InlineJson = { type: "text"; text: string; marks?: { type: string }[] };

const textOf = (text: string): InlineJson[] => (text === "" ? [] : [{ type: "text", text }]);
const paragraph = (id: string, text: string): NodeJson => ({ type: "paragraph", attrs: { id }, content: textOf(text) });

type Part = { readonly kind: number; readonly texts: readonly string[] };

const arbPart: fc.Arbitrary<Part> = fc.record({
  kind: fc.nat(9),
  texts: fc.array(arbPhrase(0, 24), { minLength: 1, maxLength: 6 }),
});

/** About `min` to `max` blocks of words: a preamble, paragraphs, articles, lists, quotes, headings. */
export function arbText(min: number, max: number): fc.Arbitrary<TextNode> {
  return fc.array(arbPart, { minLength: Math.ceil(min / 4), maxLength: Math.ceil(max / 4) }).map((parts) => {
    let made = 0;
    const id = (): string => `b${made++}`;
    const content: NodeJson[] = [{ type: "title", attrs: { id: id() }, content: textOf("Déclaration des communes") }];
    for (const [k, { kind, texts }] of parts.entries()) {
      const paragraphs = (): NodeJson[] => texts.map((text) => paragraph(id(), text));
      if (k === 0 && kind > 5) content.push({ type: "preamble", attrs: { id: id() }, content: paragraphs() });
      else if (kind < 4) {
        const title: NodeJson = { type: "articleTitle", attrs: { id: id() }, content: textOf(texts[0] ?? "") };
        content.push({ type: "article", attrs: { id: id() }, content: [title, ...paragraphs()] });
      } else if (kind === 4) {
        const item = (text: string): NodeJson => ({
          type: "item",
          attrs: { id: id() },
          content: [paragraph(id(), text)],
        });
        content.push({ type: "list", attrs: { id: id(), ordered: false }, content: texts.map(item) });
      } else if (kind === 5) content.push({ type: "quote", attrs: { id: id() }, content: paragraphs() });
      else content.push(...paragraphs());
    }
    return parsed({ type: "doc", content });
  });
}

/** One stroke of an author: what it does and where, as numbers that fit any text. */
export interface Stroke {
  readonly kind: number;
  readonly block: number;
  readonly at: number;
  readonly length: number;
  readonly words: string;
}

const arbStroke: fc.Arbitrary<Stroke> = fc.record({
  kind: fc.nat(15),
  block: fc.nat(1000),
  at: fc.nat(1000),
  length: fc.nat(30),
  words: arbPhrase(1, 6),
});

export const arbStrokes = (max: number): fc.Arbitrary<readonly Stroke[]> =>
  fc.array(arbStroke, { minLength: 1, maxLength: max });

type Parent = { content?: (NodeJson | InlineJson)[]; type: string };

/** The text as its author leaves it. A stroke that would leave no valid text is not made. `who` names the new blocks. */
export function edit(doc: TextNode, strokes: readonly Stroke[], who: string): TextNode {
  let text = doc;
  for (const [k, stroke] of strokes.entries()) {
    const json: unknown = text.toJSON();
    strike(json as NodeJson, stroke, `${who}${k}`);
    const result = parseText(json);
    if (result.ok) text = result.value;
  }
  return text;
}

function strike(root: NodeJson, stroke: Stroke, fresh: string): void {
  const places: { node: NodeJson; parent: Parent }[] = [];
  const visit = (node: NodeJson, parent: Parent): void => {
    places.push({ node, parent });
    for (const child of node.content ?? []) if ("attrs" in child) visit(child, node);
  };
  for (const child of root.content ?? []) if ("attrs" in child) visit(child, root);
  const textBlocks = places.filter(({ node }) => /title|heading|paragraph/iu.test(node.type));
  const pick = <T>(list: readonly T[]): T | undefined => list[stroke.block % Math.max(1, list.length)];
  const place = pick(textBlocks);
  if (!place) return;
  const { node, parent } = place;
  const siblings = parent.content ?? [];
  const here = siblings.indexOf(node);
  const text = (node.content ?? []).map((child) => ("text" in child ? child.text : "")).join("");
  const [from, to] = wordBounds(text, stroke.at, stroke.length);
  switch (stroke.kind) {
    case 0:
    case 1:
    case 2:
      node.content = textOf(`${text.slice(0, from)}${stroke.words}${text.slice(to)}`);
      break;
    case 3:
    case 4:
      node.content = textOf(`${text.slice(0, from)} ${stroke.words} ${text.slice(from)}`);
      break;
    case 5:
      node.content = textOf(`${text.slice(0, from)}${text.slice(to)}`);
      break;
    case 6:
      if (to > from) {
        const bold: InlineJson = { type: "text", text: text.slice(from, to), marks: [{ type: "strong" }] };
        node.content = [...textOf(text.slice(0, from)), bold, ...textOf(text.slice(to))];
      }
      break;
    case 7:
    case 8:
      siblings.splice(here, 1);
      break;
    case 9:
    case 10:
      siblings.splice(here + 1, 0, paragraph(fresh, stroke.words));
      break;
    case 11:
    case 12:
      node.content = textOf(text.slice(0, from));
      siblings.splice(here + 1, 0, paragraph(fresh, text.slice(from)));
      break;
    case 13: {
      const next = siblings[here + 1];
      if (next && "attrs" in next && next.type === node.type) {
        node.content = textOf(text + (next.content ?? []).map((child) => ("text" in child ? child.text : "")).join(""));
        siblings.splice(here + 1, 1);
      }
      break;
    }
    case 14: {
      const container = pick(places.filter(({ node: other }) => /article$|list|quote|preamble|item/u.test(other.type)));
      if (container) container.parent.content?.splice(container.parent.content.indexOf(container.node), 1);
      break;
    }
    default: {
      siblings.splice(here, 1);
      const aim = siblings.length === 0 ? 0 : stroke.at % (siblings.length + 1);
      siblings.splice(aim, 0, node);
    }
  }
}

/** From the beginning of a word, over about `length` signs, to the end of one. */
function wordBounds(text: string, at: number, length: number): [number, number] {
  const starts = [0, ...[...text.matchAll(/\s+/gu)].map((match) => match.index + match[0].length), text.length];
  const from = starts[at % starts.length] ?? 0;
  const to = starts.find((start) => start >= from + length) ?? text.length;
  return [from, to];
}

function parsed(json: unknown): TextNode {
  const doc = parseText(json);
  if (!doc.ok) throw new Error(`Not a text: ${doc.code}`);
  return doc.value;
}
