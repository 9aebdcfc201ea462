import { assertNever } from "../refusals.ts";
import type { Moment } from "./moment.ts";

/** What the chair asks the hall's screen to show; `now` follows what is happening. */
export const screenChoices = ["now", "text", "agenda"] as const;
export type ScreenChoice = (typeof screenChoices)[number];

export type ScreenShows =
  | { readonly kind: "ballot"; readonly ballot: string }
  | { readonly kind: "result"; readonly ballot: string }
  | { readonly kind: "amendments"; readonly amendments: readonly string[] }
  | { readonly kind: "text" }
  | { readonly kind: "agenda" }
  | { readonly kind: "closed" };

/** What the screen shows. The end of the gathering shows over any choice: it carries the code of the journal's head. */
export function screenShows(choice: ScreenChoice, moment: Moment): ScreenShows {
  if (moment.kind === "gatheringClosed") return { kind: "closed" };
  if (choice === "agenda") return { kind: "agenda" };
  if (choice === "text") return { kind: "text" };
  switch (moment.kind) {
    case "voting":
      return { kind: "ballot", ballot: moment.ballot };
    case "result":
      return { kind: "result", ballot: moment.ballot };
    case "discussion":
      return { kind: "amendments", amendments: moment.amendments };
    case "item":
    case "between":
      return { kind: "agenda" };
    default:
      return assertNever(moment);
  }
}
