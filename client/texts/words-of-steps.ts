import type { Mappable, Step } from "prosemirror-transform";

import type { BlockId, TextNode } from "../../shared/texts/index.ts";
import { linesIn, missingOf, type OwnLine } from "./arrived.ts";

/** Words given back to their author, and the block in which they stood. Several paragraphs are parted by `\n`. */
export interface OfferedWords {
  readonly block: BlockId | null;
  readonly text: string;
  /** The same, line by line, of words that may have arrived in part. */
  readonly lines?: readonly OwnLine[];
}

export type Range = { readonly from: number; readonly to: number };

/**
 * What the wanted ones of `steps` inserted and later ones left standing, as places in the document after them all. Words
 * that one step types within what another one pasted are its own.
 */
export function insertedRanges(steps: readonly Step[], wanted: (index: number) => boolean): readonly Range[] {
  let ranges: readonly Range[] = [];
  for (const [i, step] of steps.entries()) {
    const map = step.getMap();
    const inserted: Range[] = [];
    map.forEach((_oldStart, _oldEnd, from, to) => inserted.push({ from, to }));
    const before = withoutRanges(mapRanges(ranges, map), inserted);
    ranges = mergeRanges(wanted(i) ? [...before, ...inserted] : before);
  }
  return ranges;
}

/** The same words after a change; what others typed at their edges is not theirs. */
export const mapRanges = (ranges: readonly Range[], mapping: Mappable): readonly Range[] =>
  ranges
    .map(({ from, to }) => ({ from: mapping.map(from, 1), to: mapping.map(to, -1) }))
    .filter(({ from, to }) => to > from);

/** The places of the words in `ranges` of which a change leaves nothing; words that follow each other in one range are one. */
export function vanishedRanges(doc: TextNode, ranges: readonly Range[], mapping: Mappable): readonly Range[] {
  return ranges.flatMap((range) => {
    const vanished: Range[] = [];
    let goesOn = false;
    for (const word of placesOfWords(doc, range)) {
      const isGone = mapRanges([word], mapping).length === 0;
      const last = goesOn ? vanished.pop() : undefined;
      if (last) vanished.push(isGone ? { from: last.from, to: word.to } : last);
      else if (isGone) vanished.push(word);
      goesOn = isGone;
    }
    return vanished;
  });
}

function placesOfWords(doc: TextNode, { from, to }: Range): readonly Range[] {
  const places: Range[] = [];
  doc.nodesBetween(from, to, (node, at) => {
    for (const { 0: word, index } of node.text?.matchAll(/\S+/gu) ?? []) {
      const place = { from: Math.max(at + index, from), to: Math.min(at + index + word.length, to) };
      if (place.from < place.to) places.push(place);
    }
  });
  return places;
}

/** In the order of the text; those that touch become one. */
export function mergeRanges(ranges: readonly Range[]): readonly Range[] {
  const merged: Range[] = [];
  for (const range of [...ranges].sort((a, b) => a.from - b.from)) {
    if (range.to <= range.from) continue;
    const last = merged[merged.length - 1];
    if (last && range.from <= last.to) merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, range.to) };
    else merged.push(range);
  }
  return merged;
}

/** The parts of `ranges` that none of `others` covers. */
const withoutRanges = (ranges: readonly Range[], others: readonly Range[]): readonly Range[] =>
  others.reduce<readonly Range[]>(
    (left, other) =>
      left.flatMap(({ from, to }) =>
        mergeRanges([
          { from, to: Math.min(to, other.from) },
          { from: Math.max(from, other.to), to },
        ]),
      ),
    ranges,
  );

/** The words in those places; places without a word are left out. */
export function wordsIn(doc: TextNode, ranges: readonly Range[]): readonly OfferedWords[] {
  return ranges
    .map(({ from, to }) => ({ block: blockAt(doc, from), text: doc.textBetween(from, to, "\n", "\n").trim() }))
    .filter((words) => words.text !== "");
}

/** The same, of a sheet that is about to be given up for an older text, which may hold a part of them. */
export const ownWordsIn = (doc: TextNode, ranges: readonly Range[]): readonly OfferedWords[] =>
  ranges
    .map((range) => linesIn(doc, range))
    .filter((lines) => lines.length > 0)
    .map((lines) => ({ block: lines[0]?.block ?? null, text: lines.map(({ text }) => text).join("\n"), lines }));

/** Those whose words the document does not hold, in their block or, if that is gone, anywhere: the others arrived. */
export function missingWords(words: readonly OfferedWords[], doc: TextNode): readonly OfferedWords[] {
  const whole = doc.textBetween(0, doc.content.size, "\n", "\n");
  const blocks = new Map<unknown, string>();
  doc.descendants((node) => {
    if (node.isTextblock) blocks.set(node.attrs["id"], node.textBetween(0, node.content.size, "\n", "\n"));
  });
  return words.flatMap((one) => {
    if (one.lines) return missingLines(one.lines, blocks, whole);
    const within = one.text.includes("\n") ? undefined : blocks.get(one.block);
    return (within ?? whole).includes(one.text) ? [] : [one];
  });
}

/** Lines that are missing from end to end and follow each other are offered as one. */
function missingLines(
  lines: readonly OwnLine[],
  blocks: ReadonlyMap<unknown, string>,
  whole: string,
): readonly OfferedWords[] {
  const offered: { block: BlockId | null; text: string }[] = [];
  let open: { block: BlockId | null; text: string } | null = null;
  for (const line of lines) {
    const { block } = line;
    const text = line.text.trim();
    const now = blocks.get(block);
    const runs = now === undefined ? [whole.includes(text) ? [] : text].flat() : missingOf(line, now);
    if (open && runs[0] === text) {
      open.text += `\n${text}`;
      continue;
    }
    for (const run of runs) offered.push({ block, text: run });
    open = runs[0] === text ? (offered[offered.length - 1] ?? null) : null;
  }
  return offered;
}

function blockAt(doc: TextNode, at: number): BlockId | null {
  const place = doc.resolve(at);
  const block = place.parent.isTextblock ? place.parent : place.nodeAfter;
  const id: unknown = block?.attrs["id"];
  return typeof id === "string" ? id : null;
}
