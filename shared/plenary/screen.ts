import { assertNever } from "../refusals.ts";
import type { Moment } from "./moment.ts";

/** What the chair asks the hall's screen to show; `auto` follows what is happening, `join` shows how to come in. */
export const screenChoices = ["auto", "text", "ballot", "result", "join"] as const;
export type ScreenChoice = (typeof screenChoices)[number];

export type ScreenScene =
  | { readonly kind: "ballot"; readonly ballot: string }
  | { readonly kind: "result"; readonly ballot: string }
  | { readonly kind: "amendments"; readonly amendments: readonly string[] }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "item"; readonly item: string }
  | { readonly kind: "join" }
  | { readonly kind: "closed" };

/** What there is to show: the text that the current item is about, the last ballot that was counted. */
export interface ScreenFacts {
  readonly text: string | null;
  readonly lastResult: string | null;
}

/**
 * What the screen shows. A choice of which there is nothing follows what is happening. The end of the gathering shows
 * over any choice: it carries the code of the journal's head.
 */
export function screenShows(choice: ScreenChoice, moment: Moment, facts: ScreenFacts): ScreenScene {
  if (moment.kind === "gatheringClosed") return { kind: "closed" };
  if (choice === "join") return { kind: "join" };
  if (choice === "text" && facts.text !== null) return { kind: "text", text: facts.text };
  if (choice === "result" && facts.lastResult !== null) return { kind: "result", ballot: facts.lastResult };
  return following(moment, facts);
}

function following(moment: Exclude<Moment, { kind: "gatheringClosed" }>, facts: ScreenFacts): ScreenScene {
  switch (moment.kind) {
    case "voting":
      return { kind: "ballot", ballot: moment.ballot };
    case "result":
      return moment;
    case "discussion":
      return { kind: "amendments", amendments: moment.amendments };
    case "item":
      return facts.text === null ? moment : { kind: "text", text: facts.text };
    case "between":
      return { kind: "join" };
    default:
      return assertNever(moment);
  }
}
