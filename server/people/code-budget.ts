import { limits } from "../../shared/limits.ts";

/**
 * Wrong codes spend one budget of the whole installation, because a whole hall shares an address: when it is empty, code
 * entry waits, and nothing else does. It fills by the second; time comes from outside.
 */
export interface CodeBudget {
  /** Whether a code may be tried now. */
  hasSome(nowMs: number): boolean;
  spend(nowMs: number): void;
}

export function codeBudget(perSecond: number = limits.wrongCodesPerSecond): CodeBudget {
  let left = perSecond;
  let filledAtMs = 0;
  const fill = (nowMs: number): void => {
    left = Math.min(perSecond, left + (Math.max(0, nowMs - filledAtMs) * perSecond) / 1000);
    filledAtMs = nowMs;
  };
  return {
    hasSome(nowMs) {
      fill(nowMs);
      return left >= 1;
    },
    spend(nowMs) {
      fill(nowMs);
      left = Math.max(0, left - 1);
    },
  };
}
