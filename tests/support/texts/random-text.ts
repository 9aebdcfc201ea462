import type { Node } from "prosemirror-model";

import { textSchema } from "../../../shared/texts/index.ts";

export type Random = () => number;

/** French-like: short words come back often, so that equal runs of words stand in many places. */
const words =
  "la commune de une l’assemblée et les des maison du peuple est à nous un en mandat eau terre qui ne pas libre commun décide habite 🌻 élu·es révocable".split(
    " ",
  );

export const below = (random: Random, limit: number): number => Math.floor(random() * limit);

export function pick<T>(random: Random, from: readonly T[]): T {
  const picked = from[below(random, from.length)];
  if (picked === undefined) throw new Error("Nothing to pick from");
  return picked;
}

export const randomWords = (random: Random, count: number): string =>
  Array.from({ length: count }, () => pick(random, words)).join(" ");

/** A text of every kind of block, each with an id, `b1`, `b2`… in document order. */
export function randomText(random: Random): Node {
  let ids = 0;
  const node = (type: string, content: readonly Node[] = [], attrs: object = {}): Node =>
    textSchema.node(type, { id: `b${++ids}`, ...attrs }, [...content]);
  const sentence = (): Node[] => {
    const runs = Array.from({ length: 1 + below(random, 3) }, (_, i) =>
      textSchema.text(`${i > 0 ? " " : ""}${randomWords(random, 1 + below(random, 6))}`, randomMarks(random)),
    );
    if (random() < 0.1) runs.push(node("lineBreak"), textSchema.text(randomWords(random, 2)));
    return runs;
  };
  const paragraph = (): Node => node("paragraph", random() < 0.1 ? [] : sentence());
  const item = (): Node =>
    node("item", random() < 0.2 ? [paragraph(), node("list", [node("item", [paragraph()])])] : [paragraph()]);
  const block = (): Node => {
    const kind = random();
    if (kind < 0.7) return paragraph();
    if (kind < 0.85) return node("list", many(random, 3, item), { ordered: random() < 0.5 });
    return node("quote", many(random, 2, paragraph));
  };
  const title = (): Node => textSchema.text(randomWords(random, 3));
  const article = (): Node => node("article", [node("articleTitle", [title()]), ...many(random, 3, block)]);
  const part = (): Node => {
    const kind = random();
    if (kind < 0.4) return article();
    return kind < 0.5 ? node("heading", [title()]) : block();
  };
  const preamble = random() < 0.5 ? [node("preamble", many(random, 2, block))] : [];
  return textSchema.node("doc", null, [node("title", [title()]), ...preamble, ...many(random, 5, part)]);
}

export function randomMarks(random: Random): ReturnType<typeof textSchema.mark>[] {
  const kind = random();
  if (kind < 0.75) return [];
  if (kind < 0.85) return [textSchema.mark("strong")];
  if (kind < 0.95) return [textSchema.mark("em")];
  return [textSchema.mark("link", { href: "https://exemple.invalid/assemblee" })];
}

const many = (random: Random, most: number, make: () => Node): Node[] =>
  Array.from({ length: 1 + below(random, most) }, make);
