import { sliceRuns, type Run, type TextNode } from "../texts/index.ts";
import type { WhoBlock } from "./history.ts";
import type { ProseRun } from "./prose.ts";
import { proseOfText } from "./prose-of-text.ts";

/** The text's blocks, each with its words by whose they are. `runs` lie over the whole document; `markOf` names a source. */
export function whoBlocks(
  doc: TextNode,
  runs: readonly Run[],
  markOf: (source: number) => number,
): readonly WhoBlock[] {
  const places = placesOfWords(doc);
  return proseOfText(doc).map((block, i) => {
    const { from, to } = places[i] ?? { from: 0, to: 0 };
    const spans: { mark: number; runs: ProseRun[] }[] = [];
    for (const { mark, run } of partsOf(block.runs, sliceRuns(runs, from, to), markOf)) {
      const last = spans[spans.length - 1];
      if (last?.mark === mark) last.runs.push(run);
      else spans.push({ mark, runs: [run] });
    }
    return { block: { ...block, runs: [] }, spans };
  });
}

/** Where the words of each block below the title stand, in reading order: as many as `proseOfText` gives blocks. */
function placesOfWords(doc: TextNode): readonly { readonly from: number; readonly to: number }[] {
  const places: { from: number; to: number }[] = [];
  doc.descendants((node, at) => {
    if (node.isTextblock && node.type.name !== "title") {
      places.push({ from: at + 1, to: at + 1 + node.content.size });
    }
    return !node.isTextblock;
  });
  return places;
}

/** Words cut where their look changes, and where their author does. */
function* partsOf(words: readonly ProseRun[], whose: readonly Run[], markOf: (source: number) => number) {
  let [i, used] = [0, 0];
  for (const run of words) {
    for (let at = 0; at < run.text.length;) {
      const owner = whose[i];
      if (!owner) return;
      const length = Math.min(run.text.length - at, owner.length - used);
      yield { mark: markOf(owner.of), run: { ...run, text: run.text.slice(at, at + length) } };
      [at, used] = [at + length, used + length];
      if (used === owner.length) [i, used] = [i + 1, 0];
    }
  }
}
