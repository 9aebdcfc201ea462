import { breakName, isBreak, type Break, type JoinChange, type TextChange, type Token } from "./change.ts";
import { diffTokens, longestCommonRun, type Hunk } from "./diff.ts";
import { sameWords, sizeOf, sizeOfAll, tokensOf, visibleSize } from "./tokens.ts";
import type { Block } from "./tree.ts";

/**
 * What became of the words of one block: `base` is the block and those whose words were joined to it, `amended` the block
 * and those that its words were split into. `hunks` are in tokens of the whole of it.
 */
export interface Group {
  readonly base: readonly Block[];
  readonly amended: readonly Block[];
  readonly hunks: readonly Hunk[];
}

/**
 * Compares a block with what it became. `gone` are the blocks suppressed right after it, `come` the new blocks of words
 * right after it: a block of `gone` counts as joined, one of `come` as split off, when a run of at least 40 % of its words
 * stays unbroken and the whole is thereby told with fewer words changed. (A share by plain subsequence misfires on common
 * words.)
 */
export function groupWords(was: Block, is: Block, gone: readonly Block[], come: readonly Block[]): Group {
  const plain = compare([was], [is]);
  let joined = gone.filter((block) => block.words && sharesRun(tokens(block), tokens(is)));
  const source = [was, ...joined].flatMap(tokens);
  let split = come.slice(0, endOfSharing(come, source));
  while (joined.length > 0 || split.length > 0) {
    const group = compare([was, ...joined], [is, ...split]);
    const torn = firstTorn(group);
    if (!torn) {
      const dropped = joined.reduce((sum, block) => sum + visible(tokens(block)), 0);
      const added = split.reduce((sum, block) => sum + visible(tokens(block)), 0);
      return cost(group) < cost(plain) + dropped + added ? group : plain;
    }
    if (joined.includes(torn)) joined = joined.filter((block) => block !== torn);
    else split = split.slice(0, split.indexOf(torn));
  }
  return plain;
}

/** Behind the last new block that shares a run with the source; those before it are words inserted between. */
function endOfSharing(come: readonly Block[], source: readonly Token[]): number {
  let end = 0;
  for (const [k, block] of come.entries()) if (sharesRun(tokens(block), source)) end = k + 1;
  return end;
}

/** The group as changes: words first, block by block, then the joins. Offsets are those of the base blocks. */
export function changesOf(group: Group): readonly (TextChange | JoinChange)[] {
  const texts: TextChange[] = [];
  const joins: JoinChange[] = [];
  const target = amendedPieces(group);
  let into = group.base[0]?.id ?? "";
  let at = 0;
  for (const [k, block] of group.base.entries()) {
    const own = tokens(block);
    if (k > 0) joins.push({ kind: "join", block: block.id, into });
    for (const hunk of group.hunks) {
      const change = cutHunk(hunk, own, at, target, k === 0);
      if (!change) continue;
      texts.push({ kind: "text", block: block.id, ...change });
      for (const piece of change.inserted) if (isBreak(piece)) into = breakName(piece);
    }
    at += own.length;
  }
  return [...texts, ...joins];
}

/**
 * The part of a hunk that lies in the block whose tokens begin at `at`: what is inserted goes to the block where the hunk
 * begins; a pure insertion between two blocks goes to the end of the first.
 */
function cutHunk(
  hunk: Hunk,
  own: readonly Token[],
  at: number,
  target: readonly (Token | Break)[],
  isFirst: boolean,
): Pick<TextChange, "from" | "to" | "removed" | "inserted"> | null {
  const end = at + own.length;
  const pure = hunk.from === hunk.to;
  const begins = pure ? (hunk.from > at || isFirst) && hunk.from <= end : hunk.from >= at && hunk.from < end;
  const from = Math.max(hunk.from, at) - at;
  const to = Math.min(hunk.to, end) - at;
  if (!begins && to <= from) return null;
  return {
    from: sizeOfAll(own.slice(0, from)),
    to: sizeOfAll(own.slice(0, Math.max(from, to))),
    removed: own.slice(from, to),
    inserted: begins ? target.slice(hunk.start, hunk.end) : [],
  };
}

function compare(base: readonly Block[], amended: readonly Block[]): Group {
  const group = { base, amended, hunks: [] };
  return { ...group, hunks: diffTokens(base.flatMap(tokens), amendedPieces(group)) };
}

function amendedPieces(group: Group): readonly (Token | Break)[] {
  return group.amended.flatMap((block, k): readonly (Token | Break)[] =>
    k === 0 ? tokens(block) : [breakBefore(block), ...tokens(block)],
  );
}

const breakBefore = (block: Block): Break => ({ break: { type: block.type, attrs: { ...block.attrs, id: block.id } } });

/** The first joined or split-off block that the alignment tears: no unbroken run of 40 % of it is kept. */
function firstTorn(group: Group): Block | undefined {
  const touchedBase = touched(group.hunks, (hunk) => [hunk.from, hunk.to]);
  const touchedAmended = touched(group.hunks, (hunk) => [hunk.start, hunk.end]);
  const torn = (blocks: readonly Block[], isTouched: (k: number) => boolean, gap: number): Block | undefined => {
    let at = 0;
    for (const [k, block] of blocks.entries()) {
      const own = tokens(block);
      if (k > 0) at += gap;
      if (k > 0 && !keepsRun(own, at, isTouched) && (gap === 0 || k === blocks.length - 1)) return block;
      at += own.length;
    }
    return undefined;
  };
  return torn(group.base, touchedBase, 0) ?? torn(group.amended, touchedAmended, 1);
}

function touched(hunks: readonly Hunk[], range: (hunk: Hunk) => readonly [number, number]): (k: number) => boolean {
  const marked = new Set<number>();
  for (const hunk of hunks) {
    const [from, to] = range(hunk);
    for (let k = from; k < to; k++) marked.add(k);
  }
  return (k) => marked.has(k);
}

function keepsRun(own: readonly Token[], at: number, isTouched: (k: number) => boolean): boolean {
  let run = 0;
  let longest = 0;
  for (const [k, token] of own.entries()) {
    run = isTouched(at + k) ? 0 : run + sizeOf(token);
    longest = Math.max(longest, run);
  }
  return isEnough(longest, own);
}

const sharesRun = (own: readonly Token[], other: readonly Token[]): boolean =>
  isEnough(longestCommonRun(own, other), own);

/** Do two blocks have the same words; or, alike, does a run of at least 40 % of either stand unbroken in the other? */
export function isAlike(a: Block, b: Block, least: "same" | "alike"): boolean {
  if (!a.words || !b.words) return false;
  return least === "same"
    ? sameWords(a.words, b.words)
    : sharesRun(tokens(a), tokens(b)) && sharesRun(tokens(b), tokens(a));
}

/** 40 %, in integers. Nothing shares nothing. */
const isEnough = (run: number, own: readonly Token[]): boolean => run > 0 && 5 * run >= 2 * sizeOfAll(own);

const visible = (tokens: readonly (Token | Break)[]): number =>
  tokens.reduce((sum, piece) => sum + (isBreak(piece) ? 0 : visibleSize(piece)), 0);

function cost(group: Group): number {
  const base = group.base.flatMap(tokens);
  const amended = amendedPieces(group);
  return group.hunks.reduce(
    (sum, hunk) => sum + visible(base.slice(hunk.from, hunk.to)) + visible(amended.slice(hunk.start, hunk.end)),
    0,
  );
}

const cut = new WeakMap<object, readonly Token[]>();

/** A block's tokens, cut once for the same words. */
export function tokens(block: Block): readonly Token[] {
  if (!block.words) return [];
  const known = cut.get(block.words);
  if (known) return known;
  const fresh = tokensOf(block.words);
  cut.set(block.words, fresh);
  return fresh;
}
