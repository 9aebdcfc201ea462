/** How many characters a line holds, on paper and wherever a line is named: however wide a sheet is, its lines are these. */
export const lineCharacters = 72;

/** A line of a block of words: its number in the whole text, and the words it holds, `from` until before `to`. */
export interface Line {
  readonly number: number;
  readonly from: number;
  readonly to: number;
}

/**
 * The lines of a text, block by block as they are read: numbered through the whole of it from 1, broken at blanks, a word
 * longer than a line within it. `\n` ends a line. A block without words is one line. Whatever the device, the same.
 */
export function numberLines(blocks: readonly string[]): readonly (readonly Line[])[] {
  let number = 0;
  return blocks.map((words) => breakLines(words).map(([from, to]) => ({ number: ++number, from, to })));
}

type Range = readonly [from: number, to: number];

function breakLines(words: string): readonly Range[] {
  const lines: Range[] = [];
  const start = (): number => lines[lines.length - 1]?.[1] ?? 0;
  const close = (to: number): void => void lines.push([start(), to]);
  let end = 0;
  for (const { 0: token, index } of words.matchAll(/\n|\S+|[^\S\n]+/gu)) {
    const to = index + token.length;
    if (token === "\n") close(to);
    else if (/\S/u.test(token)) {
      if (to - start() > lineCharacters && end > start()) close(index);
      while (to - start() > lineCharacters) close(wholeSign(words, start() + lineCharacters));
      end = to;
    }
  }
  if (start() < words.length || lines.length === 0) close(words.length);
  return lines;
}

/** Never between the two halves of one sign. */
const wholeSign = (words: string, at: number): number => (/[\udc00-\udfff]/u.test(words.charAt(at)) ? at - 1 : at);
