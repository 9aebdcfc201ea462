import type { KnownVoter } from "./joins.ts";
import { scoreIn, type Scores } from "./scores.ts";

/** Further than this from a voter's name, a choice says nothing of them. Bytes. */
const reach = 200;

/**
 * Reads raw bytes as somebody who looks for a choice beside whatever names a voter: the nearest one is the guess. How often
 * each way of naming leads to the right one.
 */
export function scoreBytes(name: string, bytes: Buffer, voters: readonly KnownVoter[]): Scores {
  const scores: Scores = new Map();
  const text = bytes.toString("latin1");
  const choices = [...text.matchAll(/for|against/gu)].map((found) => ({ at: found.index, choice: found[0] }));
  for (const voter of voters) {
    for (const by of ["delegation", "participant", "requestKey"] as const) {
      const guess = nearest(text, voter[by], choices);
      if (guess !== null) scoreIn(scores, `${name}, beside the ${by}`).guess(guess === voter.choice);
    }
  }
  return scores;
}

interface FoundChoice {
  readonly at: number;
  readonly choice: string;
}

function nearest(text: string, name: string, choices: readonly FoundChoice[]): string | null {
  let best: { readonly far: number; readonly choice: string } | null = null;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    for (const { at: place, choice } of around(choices, at)) {
      const far = place > at ? place - at - name.length : at - place - choice.length;
      if (far <= reach && (best === null || far < best.far)) best = { far, choice };
    }
  }
  return best?.choice ?? null;
}

/** The last choice before a place and the first after it. */
function around(choices: readonly FoundChoice[], at: number): readonly FoundChoice[] {
  let [low, high] = [0, choices.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((choices[middle]?.at ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return choices.slice(Math.max(low - 1, 0), low + 1);
}
