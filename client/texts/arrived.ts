import type { BlockId, TextNode } from "../../shared/texts/index.ts";
import type { Range } from "./words-of-steps.ts";

/** Words of one's own in one block, with what stood around them there: so it can be told which of them arrived. */
export interface OwnLine {
  readonly block: BlockId | null;
  readonly before: string;
  readonly text: string;
  readonly after: string;
}

/** The own words in those places, a line a block. */
export function linesIn(doc: TextNode, { from, to }: Range): readonly OwnLine[] {
  const lines: OwnLine[] = [];
  doc.nodesBetween(from, to, (node, at) => {
    if (!node.isTextblock) return;
    const [start, end] = [Math.max(from - at - 1, 0), Math.min(to - at - 1, node.content.size)];
    const text = node.textBetween(start, end, "\n", "\n");
    if (text.trim() === "") return;
    const id: unknown = node.attrs["id"];
    lines.push({
      block: typeof id === "string" ? id : null,
      before: node.textBetween(0, start, "\n", "\n"),
      text,
      after: node.textBetween(end, node.content.size, "\n", "\n"),
    });
  });
  return lines;
}

/**
 * The own words of a line that its block, as it now stands, does not hold: in runs, whole words each. Rather a word too
 * many than one too few: a few words that are found again between missing ones may be somebody else's, and go with them.
 */
export function missingOf({ before, text, after }: OwnLine, now: string): readonly string[] {
  const whole = before + text + after;
  const parts = [...whole.matchAll(wordParts)].map(({ 0: part, index }) => ({
    part,
    from: index,
    to: index + part.length,
    begins: index === 0 || /\s/u.test(whole.charAt(index - 1)),
  }));
  const held = heldIn(
    parts.map(({ part }) => part),
    now.match(wordParts) ?? [],
  );
  const [start, end] = [before.length, before.length + text.length];
  const own: { from: number; to: number; isMissing: boolean }[] = [];
  let goesOn = false;
  for (const [i, part] of parts.entries()) {
    // A word may begin in somebody else's and end in one's own.
    const [from, to] = [Math.max(part.from, start), Math.min(part.to, end)];
    const isMissing = held[i] !== true;
    const word = goesOn && !part.begins ? own[own.length - 1] : undefined;
    goesOn = from < to;
    if (!goesOn) continue;
    if (word) Object.assign(word, { to, isMissing: word.isMissing || isMissing });
    else own.push({ from, to, isMissing });
  }
  const missing = withoutIslands(own.map(({ isMissing }) => isMissing));
  const runs: string[] = [];
  for (let i = 0; i < own.length; i++) {
    if (!missing[i]) continue;
    const from = own[i]?.from;
    while (missing[i + 1]) i++;
    runs.push(whole.slice(from, own[i]?.to));
  }
  return runs;
}

/** Letters or figures with the signs around them: a word that a blank has not yet parted from the next is one by itself. */
const wordParts = /[^\s\p{L}\p{N}]*[\p{L}\p{N}]+[^\s\p{L}\p{N}]*|[^\s\p{L}\p{N}]+/gu;

const islandWords = 3;

/** Fewer held words than this between two missing ones are called missing too. */
function withoutIslands(missing: readonly boolean[]): readonly boolean[] {
  const filled = [...missing];
  let last = -1;
  for (const [i, isMissing] of missing.entries()) {
    if (!isMissing) continue;
    if (last >= 0 && i - last - 1 < islandWords) filled.fill(true, last, i);
    last = i;
  }
  return filled;
}

/** More pairs of words than this are not compared: what is not at the edges then counts as missing. */
const mostPairs = 4_000_000;

/** Which of the old words are still there: those of a longest common subsequence. */
function heldIn(old: readonly string[], now: readonly string[]): readonly boolean[] {
  const shorter = Math.min(old.length, now.length);
  let head = 0;
  while (head < shorter && old[head] === now[head]) head++;
  let foot = 0;
  while (foot < shorter - head && old[old.length - 1 - foot] === now[now.length - 1 - foot]) foot++;
  const held = old.map((_, i) => i < head || i >= old.length - foot);
  const [a, b] = [old.slice(head, old.length - foot), now.slice(head, now.length - foot)];
  if (a.length * b.length > mostPairs) return held;
  const width = b.length + 1;
  const longest = new Uint16Array((a.length + 1) * width);
  const from = (i: number, j: number): number => longest[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      longest[i * width + j] = a[i] === b[j] ? from(i + 1, j + 1) + 1 : Math.max(from(i + 1, j), from(i, j + 1));
    }
  }
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) {
      held[head + i] = true;
      i++;
      j++;
    } else if (from(i + 1, j) >= from(i, j + 1)) i++;
    else j++;
  }
  return held;
}
