import type * as Watch from "./watch-others.ts";

export type OthersWatch = Watch.OthersWatch;

/**
 * Holding one's amendment against those of others takes code that the sheet does not wait for: it comes once the sheet is
 * open. Without it nothing is missing but the warnings; the server judges what is submitted.
 */
export const watchOthers = async (facts: Watch.WatchFacts): Promise<OthersWatch> => {
  const { OthersWatch } = await import("./watch-others.ts");
  return new OthersWatch(facts);
};
