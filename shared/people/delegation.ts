import { refuse, ok, type Result } from "../refusals.ts";

/**
 * A delegation's life: admitted –arrive→ present –leave→ absent –arrive→ present; any of them –withdraw→ withdrawn.
 * Enrolled is whoever is admitted and not withdrawn; present is what the desk marks.
 */
export type DelegationState = "admitted" | "present" | "absent" | "withdrawn";
export type DelegationAct = "arrive" | "leave" | "withdraw";

const next: Readonly<Record<DelegationAct, Partial<Record<DelegationState, DelegationState>>>> = {
  arrive: { admitted: "present", absent: "present" },
  leave: { present: "absent" },
  withdraw: { admitted: "withdrawn", present: "withdrawn", absent: "withdrawn" },
};

/** The state after the act; refuses `wrong-state`, naming the state in which the delegation is. */
export function afterAct(state: DelegationState, act: DelegationAct): Result<DelegationState> {
  const reached = next[act][state];
  return reached === undefined ? refuse("wrong-state", `delegation-${state}`) : ok(reached);
}

/**
 * What those who sent a delegation allow it: `free`, it decides; `consultative`, it speaks and does not decide; `points`,
 * it decides on what is listed; `refer`, it must ask them first. What it has no mandate for, it takes no part in.
 */
export const mandateKinds = ["free", "consultative", "points", "refer"] as const;

export interface Mandate {
  readonly kind: (typeof mandateKinds)[number];
  /** The points, or what else is to be remembered. */
  readonly note: string | null;
}

export const isEnrolled = (state: DelegationState): boolean => state !== "withdrawn";

export const isPresent = (state: DelegationState): boolean => state === "present";
