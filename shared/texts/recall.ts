import type { BlockId } from "./block-id.ts";
import type { Gone, Lost } from "./gone.ts";
import { asItCame, sliceRuns, type Run } from "./runs.ts";
import { sameWords, type SameWords } from "./same-words.ts";
import type { TextNode } from "./schema.ts";
import { writtenBetween, type Written } from "./written.ts";

/** Whose the words are that a commit brought at one place, and what it thereby brought back. */
export interface Recalled {
  readonly runs: readonly Run[];
  readonly looks: readonly Run[];
  readonly consumed: ReadonlySet<Gone>;
}

/** A commit, by what it replaced; `own` is its source. */
export interface Replaced {
  readonly before: TextNode;
  readonly after: TextNode;
  readonly lost: readonly Lost[];
  readonly gone: readonly Gone[];
  readonly own: number;
}

/** Words shorter than that come back only when they are all that was taken away there. */
const shortestAgain = 16;

/** Of each place that the commit replaced, in order. */
export function recall(replaced: Replaced): readonly Recalled[] {
  return replaced.lost.map((lost) => recallAt(lost, replaced));
}

function recallAt(lost: Lost, replaced: Replaced): Recalled {
  const { from, to } = lost.hunk.after;
  const fresh = writtenBetween(replaced.after, from, to);
  const page = new Fresh(fresh, from, replaced);
  if (fresh.signs === "") return page.done();
  const { before } = lost.hunk;
  const there = replaced.gone.filter(({ at }) => at >= before.from && at <= before.to);
  for (const one of there.reverse()) {
    const same = sameWords(one.written.signs, fresh.signs);
    if (!isAll(same, one.written, fresh)) continue;
    page.take({ runs: one.runs }, same, 0);
    return page.done(one);
  }
  const known = fresh.blocks.filter((block) => page.takeBlock(block.id, block.from, block.to));
  if (known.length === 0) page.take(lostAsOld(lost), sameWords(lost.written.signs, fresh.signs), 0);
  return page.done();
}

/** All that is brought is found in what was taken away. */
function isAll(same: readonly SameWords[], gone: Written, fresh: Written): boolean {
  if (gone.signs === fresh.signs) return true;
  const found = same.reduce((sum, { length }) => sum + length, 0);
  return found === fresh.signs.length && found >= shortestAgain;
}

/** What stood somewhere: whose it was, and where it stood if that was in the document before. */
interface Old {
  readonly runs: readonly Run[];
  readonly looks?: readonly Run[];
  readonly from?: number;
}

const lostAsOld = ({ runs, looks, hunk }: Lost): Old => ({ runs, looks, from: hunk.before.from });

class Fresh {
  private readonly of: Int32Array;
  private readonly looks: Int32Array;
  private readonly written: Written;
  private readonly start: number;
  private readonly replaced: Replaced;

  constructor(written: Written, start: number, replaced: Replaced) {
    this.written = written;
    this.start = start;
    this.replaced = replaced;
    this.of = new Int32Array(written.signs.length).fill(replaced.own);
    this.looks = new Int32Array(written.signs.length).fill(asItCame);
  }

  /** The words of a block that stood elsewhere under the same id. False: there was none. */
  takeBlock(id: BlockId, from: number, to: number): boolean {
    const found = this.find(id);
    if (!found) return false;
    this.take(found.old, sameWords(found.signs, this.written.signs.slice(from, to)), from);
    return true;
  }

  take(old: Old, same: readonly SameWords[], at: number): void {
    for (const { before, after, length } of same) {
      let place = at + after;
      for (const run of sliceRuns(old.runs, before, before + length)) {
        this.of.fill(run.of, place, place + run.length);
        place += run.length;
      }
      this.takeLooks(old, before, at + after, length);
    }
  }

  done(consumed?: Gone): Recalled {
    return { runs: runsOf(this.of), looks: runsOf(this.looks), consumed: new Set(consumed ? [consumed] : []) };
  }

  /** Words that came with other marks than they had were formatted by this commit. */
  private takeLooks({ looks, from }: Old, before: number, at: number, length: number): void {
    if (!looks || from === undefined) return;
    let place = at;
    for (const run of sliceRuns(looks, before, before + length)) {
      this.looks.fill(run.of, place, place + run.length);
      place += run.length;
    }
    const had = marksBetween(this.replaced.before, from + before, from + before + length);
    const have = marksBetween(this.replaced.after, this.start + at, this.start + at + length);
    for (let i = 0; i < length; i++) if (had[i] !== have[i]) this.looks[at + i] = this.replaced.own;
  }

  private find(id: BlockId): { readonly signs: string; readonly old: Old } | null {
    for (const lost of this.replaced.lost) {
      const block = lost.written.blocks.find((one) => one.id === id);
      if (!block) continue;
      const { from, to } = block;
      const old = {
        runs: sliceRuns(lost.runs, from, to),
        looks: sliceRuns(lost.looks, from, to),
        from: lost.hunk.before.from + from,
      };
      return { signs: lost.written.signs.slice(from, to), old };
    }
    for (const gone of [...this.replaced.gone].reverse()) {
      const block = gone.written.blocks.find((one) => one.id === id);
      if (!block) continue;
      const { from, to } = block;
      return { signs: gone.written.signs.slice(from, to), old: { runs: sliceRuns(gone.runs, from, to) } };
    }
    return null;
  }
}

function runsOf(each: Int32Array): readonly Run[] {
  const runs: Run[] = [];
  let start = 0;
  for (let at = 1; at <= each.length; at++) {
    const of = each[start] ?? 0;
    if (at < each.length && each[at] === of) continue;
    runs.push({ length: at - start, of });
    start = at;
  }
  return runs;
}

/** The marks at each place, as one word; nothing where no words stand. */
function marksBetween(doc: TextNode, from: number, to: number): readonly string[] {
  const marks: string[] = Array.from({ length: to - from }, () => "");
  doc.nodesBetween(from, to, (node, at) => {
    if (!node.isText || node.marks.length === 0) return;
    const looks = JSON.stringify(node.marks);
    for (let place = Math.max(at, from); place < Math.min(at + node.nodeSize, to); place++) marks[place - from] = looks;
  });
  return marks;
}
