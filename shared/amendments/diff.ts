import { isBreak, type Break, type Token } from "./change.ts";
import { sizeOf, tokenKey, visibleSize } from "./tokens.ts";

/** Tokens `from`..`to` of the one are replaced by tokens `start`..`end` of the other. */
export interface Hunk {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
}

type Piece = Token | Break;

/** Above so many pairs of tokens the words that are unique in both are aligned first. */
const pairsAtOnce = 250_000;

/** Above so many pairs of tokens no common run is looked for. */
const pairsForRun = 4_000_000;

/** Kept words of at most so many visible signs between two replacements are replaced along with them. */
const visibleSignsBetween = 2;

/**
 * What to replace in `base` to get `amended`: equal ends trimmed, then the heaviest common subsequence (a blank weighs 1, a
 * word of up to three letters 3, a longer one 2 + its length), then near replacements merged. Depends on nothing but the
 * two lists; hunks are in order and never touch.
 */
export function diffTokens(base: readonly Token[], amended: readonly Piece[]): readonly Hunk[] {
  const { left, right } = asNumbers(base, amended);
  const kept = new Int32Array(left.length).fill(-1);
  const weights = base.map(weigh);
  align({ left, right, weights, kept }, { from: 0, to: left.length, start: 0, end: right.length });
  return mergeNear(hunksOf(kept, right.length), base)
    .map((hunk) => trim(hunk, left, right))
    .filter(isHunk);
}

/** The size, in UTF-16 units, of the longest run of tokens that the two have in common without a gap. */
export function longestCommonRun(a: readonly Token[], b: readonly Token[]): number {
  if (a.length * b.length > pairsForRun) return 0;
  const { left, right } = asNumbers(a, b);
  let previous = new Int32Array(right.length + 1);
  let row = new Int32Array(right.length + 1);
  let longest = 0;
  for (const [i, token] of a.entries()) {
    const size = sizeOf(token);
    for (let j = 0; j < right.length; j++) {
      const run = left[i] === right[j] ? (previous[j] ?? 0) + size : 0;
      row[j + 1] = run;
      if (run > longest) longest = run;
    }
    [previous, row] = [row, previous];
  }
  return longest;
}

interface Pair {
  readonly left: Int32Array;
  readonly right: Int32Array;
  readonly weights: readonly number[];
  /** For each token of the base the one it is kept as, or -1. */
  readonly kept: Int32Array;
}

/** Equal tokens become equal numbers; a break equals nothing. */
function asNumbers(base: readonly Token[], amended: readonly Piece[]): { left: Int32Array; right: Int32Array } {
  const numbers = new Map<string, number>();
  const number = (piece: Piece): number => {
    if (isBreak(piece)) return -1;
    const key = tokenKey(piece);
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, numbers.size);
    return numbers.size - 1;
  };
  return { left: Int32Array.from(base, number), right: Int32Array.from(amended, number) };
}

function weigh(token: Token): number {
  if (visibleSize(token) === 0) return 1;
  const size = sizeOf(token);
  return size === 1 && !/[\p{L}\p{N}]/u.test(token.text) ? 1 : size <= 3 ? 3 : 2 + size;
}

function align(pair: Pair, within: Hunk): void {
  const { left, right, kept } = pair;
  let { from, to, start, end } = within;
  while (from < to && start < end && left[from] === right[start]) kept[from++] = start++;
  while (from < to && start < end && left[to - 1] === right[end - 1]) kept[--to] = --end;
  if (from === to || start === end) return;
  const rest = { from, to, start, end };
  if ((to - from) * (end - start) <= pairsAtOnce) alignHeaviest(pair, rest);
  else alignUnique(pair, rest);
}

/** Weighted longest common subsequence; where two alignments weigh the same, what is removed comes first. */
function alignHeaviest({ left, right, weights, kept }: Pair, { from, to, start, end }: Hunk): void {
  const width = end - start + 1;
  const best = new Int32Array((to - from + 1) * width);
  for (let i = to - 1; i >= from; i--) {
    const row = (i - from) * width;
    for (let j = end - 1; j >= start; j--) {
      const at = row + j - start;
      const skip = Math.max(best[at + width] ?? 0, best[at + 1] ?? 0);
      const keep = left[i] === right[j] ? (weights[i] ?? 0) + (best[at + width + 1] ?? 0) : 0;
      best[at] = Math.max(skip, keep);
    }
  }
  let i = from;
  let j = start;
  while (i < to && j < end) {
    const at = (i - from) * width + j - start;
    if (left[i] === right[j] && best[at] === (weights[i] ?? 0) + (best[at + width + 1] ?? 0)) kept[i++] = j++;
    else if (best[at] === best[at + width]) i++;
    else j++;
  }
}

/** Long rewritings: tokens that occur once in each are kept where they are in the same order, and cut the rest smaller. */
function alignUnique(pair: Pair, within: Hunk): void {
  const anchors = increasing(uniqueInBoth(pair, within));
  if (anchors.length === 0) return;
  let { from, start } = within;
  for (const anchor of [...anchors, { i: within.to, j: within.end }]) {
    align(pair, { from, to: anchor.i, start, end: anchor.j });
    if (anchor.i < within.to) pair.kept[anchor.i] = anchor.j;
    from = anchor.i + 1;
    start = anchor.j + 1;
  }
}

type Anchor = { readonly i: number; readonly j: number };

function uniqueInBoth({ left, right }: Pair, { from, to, start, end }: Hunk): readonly Anchor[] {
  const places = new Map<number, { count: number; i: number; j: number; others: number }>();
  for (let i = from; i < to; i++) {
    const place = places.get(left[i] ?? -1);
    if (place) place.count++;
    else places.set(left[i] ?? -1, { count: 1, i, j: -1, others: 0 });
  }
  for (let j = start; j < end; j++) {
    const place = places.get(right[j] ?? -1);
    if (!place) continue;
    place.others++;
    place.j = j;
  }
  return [...places.values()].filter((place) => place.count === 1 && place.others === 1).sort((a, b) => a.i - b.i);
}

/** The longest part of `anchors` (sorted by `i`) in which `j` increases too; the first of its length. */
function increasing(anchors: readonly Anchor[]): readonly Anchor[] {
  const tails: number[] = [];
  const before: number[] = [];
  const at = (k: number | undefined): Anchor => {
    const anchor = k === undefined ? undefined : anchors[k];
    if (!anchor) throw new Error("An anchor that is not there");
    return anchor;
  };
  for (const [k, anchor] of anchors.entries()) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (at(tails[middle]).j < anchor.j) low = middle + 1;
      else high = middle;
    }
    before[k] = tails[low - 1] ?? -1;
    tails[low] = k;
  }
  const chain: Anchor[] = [];
  for (let k = tails[tails.length - 1] ?? -1; k >= 0; k = before[k] ?? -1) chain.push(at(k));
  return chain.reverse();
}

function hunksOf(kept: Int32Array, size: number): readonly Hunk[] {
  const hunks: Hunk[] = [];
  let from = 0;
  let start = 0;
  for (let i = 0; i <= kept.length; i++) {
    const j = i === kept.length ? size : (kept[i] ?? -1);
    if (j < 0) continue;
    if (i > from || j > start) hunks.push({ from, to: i, start, end: j });
    from = i + 1;
    start = j + 1;
  }
  return hunks;
}

function mergeNear(hunks: readonly Hunk[], base: readonly Token[]): readonly Hunk[] {
  const merged: Hunk[] = [];
  for (const hunk of hunks) {
    const last = merged[merged.length - 1];
    const between = last ? base.slice(last.to, hunk.from) : [];
    const visible = between.reduce((sum, token) => sum + visibleSize(token), 0);
    if (last && visible <= visibleSignsBetween)
      merged[merged.length - 1] = { ...hunk, from: last.from, start: last.start };
    else merged.push(hunk);
  }
  return merged;
}

/** Merging can bring equal words to the ends of a replacement: they are kept after all. */
function trim(hunk: Hunk, left: Int32Array, right: Int32Array): Hunk {
  let { from, to, start, end } = hunk;
  while (from < to && start < end && left[from] === right[start]) {
    from++;
    start++;
  }
  while (from < to && start < end && left[to - 1] === right[end - 1]) {
    to--;
    end--;
  }
  return { from, to, start, end };
}

const isHunk = (hunk: Hunk): boolean => hunk.from < hunk.to || hunk.start < hunk.end;
