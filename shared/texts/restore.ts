import { Fragment, Slice } from "prosemirror-model";
import { ReplaceStep, type Step } from "prosemirror-transform";

import { afterSteps } from "./rebase.ts";
import type { TextNode } from "./schema.ts";

/**
 * The steps that make an earlier document of this one, ids included. Blocks that both have are changed from within, so that
 * what somebody types elsewhere meanwhile keeps its place. None when nothing differs.
 */
export function restoringSteps(head: TextNode, earlier: TextNode): readonly Step[] {
  const steps = differences(head, earlier, 0).reverse();
  const after = afterSteps(steps, head);
  return after?.eq(earlier) ? steps : [replacing(head, earlier, 0, 0, head.childCount, 0, earlier.childCount)];
}

/** In the order of the text, each placed in `now`. */
function differences(now: TextNode, then: TextNode, start: number): Step[] {
  if (now.isTextblock) return differenceOfWords(now, then, start);
  const steps: Step[] = [];
  let [i, j, at] = [0, 0, start];
  for (const [nextI, nextJ] of [...commonChildren(now, then), [now.childCount, then.childCount] as const]) {
    if (nextI > i || nextJ > j) steps.push(replacing(now, then, at, i, nextI, j, nextJ));
    for (; i < nextI; i++) at += now.child(i).nodeSize;
    j = nextJ;
    if (i >= now.childCount) break;
    const [was, is] = [now.child(i), then.child(j)];
    if (!was.eq(is)) steps.push(...differences(was, is, at + 1));
    at += was.nodeSize;
    [i, j] = [i + 1, j + 1];
  }
  return steps;
}

function differenceOfWords(now: TextNode, then: TextNode, start: number): Step[] {
  const from = now.content.findDiffStart(then.content);
  const ends = now.content.findDiffEnd(then.content);
  if (from === null || ends === null) return [];
  // Where words come twice, both ends claim them.
  const overlap = Math.max(0, from - Math.min(ends.a, ends.b));
  return [new ReplaceStep(start + from, start + ends.a + overlap, then.slice(from, ends.b + overlap))];
}

function replacing(
  now: TextNode,
  then: TextNode,
  at: number,
  from: number,
  to: number,
  thenFrom: number,
  thenTo: number,
): Step {
  let end = at;
  for (let i = from; i < to; i++) end += now.child(i).nodeSize;
  const come = Array.from({ length: thenTo - thenFrom }, (_, k) => then.child(thenFrom + k));
  return new ReplaceStep(at, end, new Slice(Fragment.from(come), 0, 0));
}

/** The places of the longest run of children that stand in both in one order: the same block, of the same look. */
function commonChildren(now: TextNode, then: TextNode): readonly (readonly [number, number])[] {
  const width = then.childCount + 1;
  const table = new Uint32Array((now.childCount + 1) * width);
  for (let i = now.childCount - 1; i >= 0; i--) {
    for (let j = then.childCount - 1; j >= 0; j--) {
      table[i * width + j] = now.child(i).sameMarkup(then.child(j))
        ? (table[(i + 1) * width + j + 1] ?? 0) + 1
        : Math.max(table[(i + 1) * width + j] ?? 0, table[i * width + j + 1] ?? 0);
    }
  }
  const common: (readonly [number, number])[] = [];
  let [i, j] = [0, 0];
  while (i < now.childCount && j < then.childCount) {
    if (now.child(i).sameMarkup(then.child(j))) common.push([i++, j++]);
    else if ((table[(i + 1) * width + j] ?? 0) >= (table[i * width + j + 1] ?? 0)) i++;
    else j++;
  }
  return common;
}
