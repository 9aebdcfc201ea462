import { ok, refuse, type Result } from "../refusals.ts";
import type { Asking } from "./asking.ts";

/** In a round of consent these are said with their reason: a reservation may have one, an objection needs one. */
export const reasoned = ["reservation", "objection"] as const;

/** Of a reason, at most. Beside the other limits, which a phone does not need to know to vote. */
export const reasonCharacters = 500;

/** The reason that goes with what is said, null when it has none. Refuses `reason-needed`: an objection without one. */
export function reasonFor({ method }: Asking, said: string, typed: string | undefined): Result<string | null> {
  if (method !== "consent" || !reasoned.some((one) => one === said)) return ok(null);
  const reason = typed?.trim() || null;
  return reason === null && said === "objection" ? refuse("reason-needed") : ok(reason);
}

/** Where a round of consent is, as the chair leads it: the assembly is guided by it, and no vote depends on it. */
export const consentSteps = ["clarify", "react", "objections", "integrate"] as const;
export type ConsentStep = (typeof consentSteps)[number];

export const firstStep = ({ method }: Asking): ConsentStep | null => (method === "consent" ? "clarify" : null);

/** After integrating, objections are asked for again. */
export const stepAfter = (step: ConsentStep): ConsentStep =>
  consentSteps[consentSteps.indexOf(step) + 1] ?? "objections";
