/** When a vote that was not received is sent again: soon, then less and less often, and at once when the network is back. */
const resendLimits = { firstMs: 2_000, longestMs: 15_000 } as const;

export const resendAfterMs = (tries: number, chance: number): number =>
  Math.round(Math.min(resendLimits.firstMs * 2 ** Math.max(tries - 1, 0), resendLimits.longestMs) * (0.5 + chance / 2));

/** Refusals that another try may lift; every other one settles the vote. */
export const isTransient = (code: string): boolean => code === "try-again" || code === "too-many";
