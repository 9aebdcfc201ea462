/** Words that stand in both: where in the one, where in the other, how many signs. */
export interface SameWords {
  readonly before: number;
  readonly after: number;
  readonly length: number;
}

/** Shorter runs of equal words between other words are chance: "de la" belongs to everybody. */
const shortestWithin = 16;
/** Beyond that many pairs of words nothing is looked for between the ends. */
const mostPairs = 40_000;

/**
 * The words that are the very same in two writings of one place: whole words from the beginning, whole words up to the end,
 * and between them runs of at least 16 signs in the same order. Never half a word.
 */
export function sameWords(before: string, after: string): readonly SameWords[] {
  if (before === after) return before === "" ? [] : [{ before: 0, after: 0, length: before.length }];
  const [old, now] = [wordsOf(before), wordsOf(after)];
  let first = 0;
  while (first < old.length && first < now.length && old[first] === now[first]) first++;
  let last = 0;
  const most = Math.min(old.length, now.length) - first;
  while (last < most && old[old.length - 1 - last] === now[now.length - 1 - last]) last++;
  const head = lengthOf(old.slice(0, first));
  const tail = lengthOf(old.slice(old.length - last));
  const within = longestCommon(old.slice(first, old.length - last), now.slice(first, now.length - last));
  return [
    { before: 0, after: 0, length: head },
    ...within.map((same) => ({ before: same.before + head, after: same.after + head, length: same.length })),
    { before: before.length - tail, after: after.length - tail, length: tail },
  ].filter(({ length }) => length > 0);
}

const wordsOf = (signs: string): readonly string[] => signs.match(/[\p{L}\p{N}\p{M}’'-]+|[^]/gu) ?? [];

const lengthOf = (words: readonly string[]): number => words.reduce((sum, word) => sum + word.length, 0);

/** The long runs of the longest common sequence of words. */
function longestCommon(old: readonly string[], now: readonly string[]): readonly SameWords[] {
  if (old.length === 0 || now.length === 0 || old.length * now.length > mostPairs) return [];
  const table = lengthsOfCommon(old, now);
  const width = now.length + 1;
  const found: SameWords[] = [];
  let [i, j, before, after] = [0, 0, 0, 0];
  while (i < old.length && j < now.length) {
    const [oldWord = "", nowWord = ""] = [old[i], now[j]];
    if (oldWord === nowWord) {
      extend(found, before, after, oldWord.length);
      [i, j, before, after] = [i + 1, j + 1, before + oldWord.length, after + nowWord.length];
    } else if ((table[(i + 1) * width + j] ?? 0) >= (table[i * width + j + 1] ?? 0)) {
      [i, before] = [i + 1, before + oldWord.length];
    } else {
      [j, after] = [j + 1, after + nowWord.length];
    }
  }
  return found.filter(({ length }) => length >= shortestWithin);
}

function extend(found: SameWords[], before: number, after: number, length: number): void {
  const last = found[found.length - 1];
  if (last && last.before + last.length === before && last.after + last.length === after) {
    found[found.length - 1] = { ...last, length: last.length + length };
  } else found.push({ before, after, length });
}

function lengthsOfCommon(old: readonly string[], now: readonly string[]): Uint32Array {
  const width = now.length + 1;
  const table = new Uint32Array((old.length + 1) * width);
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      table[i * width + j] =
        old[i] === now[j]
          ? (table[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(table[(i + 1) * width + j] ?? 0, table[i * width + j + 1] ?? 0);
    }
  }
  return table;
}
