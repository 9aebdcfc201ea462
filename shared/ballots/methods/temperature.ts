import type { Answer } from "./answer.ts";
import { mostMarked, type ChoiceWorking, type Marked } from "./choice.ts";

/** The temperature of the room: how many answered what. It elects, ranks and decides nothing, whatever the numbers. */
export function temperature(options: readonly string[], votes: readonly Marked[]): Answer<ChoiceWorking> {
  return { outcome: "indicative", winners: [], ranking: [], working: mostMarked(options, votes).working };
}
