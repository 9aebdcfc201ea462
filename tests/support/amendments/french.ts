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

const itemOf = (id: string, ...content: NodeJson[]): NodeJson => ({ type: "item", attrs: { id }, content });
const listOf = (id: string, content: NodeJson[]): NodeJson => ({
  type: "list",
  attrs: { id, ordered: false },
  content,
});

/** `nested`: how many items, or paragraphs of a quotation, stand in an inner list, or quotation. */
type Part = { readonly kind: number; readonly nested: number; readonly texts: readonly string[] };

const arbPart: fc.Arbitrary<Part> = fc.record({
  kind: fc.nat(9),
  nested: fc.nat(3),
  texts: fc.array(arbPhrase(0, 24), { minLength: 1, maxLength: 6 }),
});

/** About `min` to `max` blocks of words: a preamble, paragraphs, articles, lists in lists, quotes in quotes. */
export function arbText(min: number, max: number): fc.Arbitrary<TextNode> {
  return fc.array(arbPart, { minLength: Math.ceil(min / 4), maxLength: Math.ceil(max / 4) }).map((parts) => {
    let made = 0;
    const id = (): string => `b${made++}`;
    const content: NodeJson[] = [{ type: "title", attrs: { id: id() }, content: textOf("Déclaration des communes") }];
    for (const [k, { kind, nested, texts }] of parts.entries()) {
      const paragraphs = (): NodeJson[] => texts.map((text) => paragraph(id(), text));
      if (k === 0 && kind > 5) content.push({ type: "preamble", attrs: { id: id() }, content: paragraphs() });
      else if (kind < 4) {
        const title: NodeJson = { type: "articleTitle", attrs: { id: id() }, content: textOf(texts[0] ?? "") };
        content.push({ type: "article", attrs: { id: id() }, content: [title, ...paragraphs()] });
      } else if (kind === 4) {
        const item = (text: string): NodeJson => itemOf(id(), paragraph(id(), text));
        const [outer, inner] = [texts.slice(nested).map(item), texts.slice(0, nested).map(item)];
        if (inner.length > 0) outer[0]?.content?.push(listOf(id(), inner));
        content.push(listOf(id(), outer.length > 0 ? outer : inner));
      } else if (kind === 5) {
        const [outer, inner] = [paragraphs(), paragraphs().slice(0, nested)];
        const quote: NodeJson = { type: "quote", attrs: { id: id() }, content: inner };
        if (inner.length > 0) outer.splice(nested, 0, quote);
        content.push({ type: "quote", attrs: { id: id() }, content: outer });
      } else content.push(...paragraphs());
    }
    return parsed({ type: "doc", content });
  });
}

/** How many kinds of strokes change words or blocks where they stand; those after them are `moves`. */
const strokes = 16;

/** One stroke of an author: what it does and where, as numbers that fit any text. */
export interface Stroke {
  readonly kind: number;
  readonly block: number;
  readonly at: number;
  readonly length: number;
  readonly words: string;
}

type Spot = { readonly node: NodeJson; readonly parent: Parent };
type Parent = NodeJson;

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
  const places: Spot[] = [];
  const visit = (node: NodeJson, parent: Parent): void => {
    places.push({ node, parent });
    for (const child of node.content ?? []) if ("attrs" in child) visit(child, node);
  };
  for (const child of root.content ?? []) if ("attrs" in child) visit(child, root);
  const move = moves[stroke.kind - strokes];
  if (move) return move(root, places, stroke, fresh);
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

type Move = (root: NodeJson, spots: readonly Spot[], stroke: Stroke, fresh: string) => void;

const partsOf = (node: NodeJson): (NodeJson | InlineJson)[] => (node.content ??= []);

const one = <T>(list: readonly T[], n: number): T | undefined => list[n % Math.max(1, list.length)];

function takeOut({ node, parent }: Spot): number {
  const place = partsOf(parent).indexOf(node);
  partsOf(parent).splice(place, 1);
  return place;
}

/** To any place of any block that may hold it; nothing when none may. */
function carryTo(spot: Spot | undefined, spots: readonly Spot[], root: NodeJson, { at, length }: Stroke): void {
  if (!spot) return;
  const own = new Set<NodeJson>();
  const enter = (node: NodeJson): void => {
    own.add(node);
    for (const child of node.content ?? []) if ("attrs" in child) enter(child);
  };
  enter(spot.node);
  const within = /heading|article$/u.test(spot.node.type) ? /^doc$/u : /^(?:doc|article|quote|preamble)$/u;
  const holds = spot.node.type === "item" ? /^list$/u : within;
  const parents = [root, ...spots.map(({ node }) => node)].filter((node) => holds.test(node.type) && !own.has(node));
  const parent = one(parents, length);
  if (!parent) return;
  takeOut(spot);
  const least = parent.type === "doc" || parent.type === "article" ? 1 : 0;
  partsOf(parent).splice(least + (at % Math.max(1, partsOf(parent).length + 1 - least)), 0, spot.node);
}

const ofType = (spots: readonly Spot[], types: RegExp): readonly Spot[] =>
  spots.filter(({ node }) => types.test(node.type));

/** From a block on, two or three are put into a new one. */
function wrap(spots: readonly Spot[], stroke: Stroke, around: (blocks: (NodeJson | InlineJson)[]) => NodeJson): void {
  const spot = one(ofType(spots, /^(?:paragraph|list|quote)$/u), stroke.block);
  if (!spot || spot.parent.type === "item") return;
  const siblings = partsOf(spot.parent);
  const here = siblings.indexOf(spot.node);
  siblings.splice(here, 0, around(siblings.splice(here, 1 + (stroke.length % 3))));
}

const moves: readonly Move[] = [
  (root, spots, stroke) => carryTo(one(ofType(spots, /^article$/u), stroke.block), spots, root, stroke),
  (root, spots, stroke) => carryTo(one(ofType(spots, /^paragraph$/u), stroke.block), spots, root, stroke),
  (root, spots, stroke) => carryTo(one(ofType(spots, /^paragraph$/u), stroke.block), spots, root, stroke),
  (root, spots, stroke) => carryTo(one(ofType(spots, /^(?:list|quote|heading)$/u), stroke.block), spots, root, stroke),
  (root, spots, stroke) => carryTo(one(ofType(spots, /^(?:item|quote)$/u), stroke.block), spots, root, stroke),
  // Wrapped in a new article, a new quotation.
  (_, spots, stroke, fresh) =>
    wrap(spots, stroke, (blocks) => {
      const title: NodeJson = { type: "articleTitle", attrs: { id: `${fresh}t` }, content: textOf(stroke.words) };
      return { type: "article", attrs: { id: fresh }, content: [title, ...blocks] };
    }),
  (_, spots, stroke, fresh) =>
    wrap(spots, stroke, (blocks) => ({ type: "quote", attrs: { id: fresh }, content: blocks })),
  // Made the item of a new list.
  (_, spots, stroke, fresh) =>
    wrap(spots, { ...stroke, length: 0 }, (blocks) =>
      listOf(fresh, [{ type: "item", attrs: { id: `${fresh}i` }, content: blocks }]),
    ),
  // Unwrapped: what it holds takes its place.
  (_, spots, stroke) => {
    const spot = one(ofType(spots, /^(?:article|quote|preamble)$/u), stroke.block);
    if (!spot) return;
    const held = partsOf(spot.node).filter(({ type }) => type !== "articleTitle");
    partsOf(spot.parent).splice(takeOut(spot), 0, ...held);
  },
  // An item sunk: into the list of the one before it, or a new one.
  (_, spots, stroke, fresh) => {
    const spot = one(ofType(spots, /^item$/u), stroke.block);
    const before = spot && partsOf(spot.parent)[partsOf(spot.parent).indexOf(spot.node) - 1];
    if (!spot || !before || !("attrs" in before)) return;
    takeOut(spot);
    const inner = partsOf(before)[1];
    if (inner && "attrs" in inner) partsOf(inner).push(spot.node);
    else partsOf(before).push(listOf(fresh, [spot.node]));
  },
  // An item lifted: out of the inner list, behind the item that holds it; a paragraph out of its item.
  (_, spots, stroke) => {
    const spot = one(ofType(spots, /^item$/u), stroke.block);
    const list = spot && spots.find(({ node }) => node === spot.parent);
    const outer = list && spots.find(({ node }) => node === list.parent);
    if (!spot || !list) return;
    const held = outer?.node.type === "item" ? [spot.node] : partsOf(spot.node);
    const around = outer?.node.type === "item" ? outer : list;
    takeOut(spot);
    partsOf(around.parent).splice(partsOf(around.parent).indexOf(around.node) + 1, 0, ...held);
    if (partsOf(list.node).length === 0) takeOut(list);
  },
  // Two articles made one.
  (_, spots, stroke) => {
    const articles = ofType(spots, /^article$/u);
    const [into, spot] = [one(articles, stroke.block), one(articles, stroke.block + 1)];
    if (!into || !spot || into === spot) return;
    partsOf(into.node).push(...partsOf(spot.node).slice(1));
    takeOut(spot);
  },
];

const arbStroke: fc.Arbitrary<Stroke> = fc.record({
  kind: fc.nat(strokes + moves.length - 1),
  block: fc.nat(1000),
  at: fc.nat(1000),
  length: fc.nat(30),
  words: arbPhrase(1, 6),
});

export const arbStrokes = (max: number): fc.Arbitrary<readonly Stroke[]> =>
  fc.array(arbStroke, { minLength: 1, maxLength: max });

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
