import { assertNever } from "../refusals.ts";
import type { Action } from "../people/index.ts";

/** What prepares a gathering and opens its day, in the order in which it is done. */
const steps = ["admit", "codes", "desk", "text", "console"] as const;
export type Step = (typeof steps)[number];

export interface StepFacts {
  /** Delegations that are enrolled, and how many of them are marked present. */
  readonly delegations: number;
  readonly present: number;
  /** Whether one of them has fewer seats than it may send people. */
  readonly lackSeats: boolean;
  readonly texts: number;
  /** Items of the programme that are current or still to come. */
  readonly items: number;
}

/** The act without which a step is nobody's. */
const acts = {
  admit: "delegation.admit",
  codes: "code.issue",
  desk: "delegation.arrive",
  text: "text.create",
  console: "agenda.start",
} as const satisfies Record<Step, Action>;

/** The first thing left to do that this person may do, while nothing is before the assembly. */
export const nextStep = (may: (action: Action) => boolean, facts: StepFacts): Step | null =>
  steps.find((step) => may(acts[step]) && isLeft(step, facts)) ?? null;

/** Whether there is any step that this person may ever do: else nothing need be read. */
export const hasSteps = (may: (action: Action) => boolean): boolean => steps.some((step) => may(acts[step]));

function isLeft(step: Step, { delegations, present, lackSeats, texts, items }: StepFacts): boolean {
  switch (step) {
    case "admit":
      return delegations === 0;
    case "codes":
      return lackSeats;
    case "desk":
      return delegations > 0 && present === 0;
    case "text":
      return texts === 0;
    case "console":
      return items > 0;
    default:
      return assertNever(step);
  }
}
