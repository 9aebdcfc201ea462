import type * as Results from "./results.ts";

/**
 * Results are drawn by code that a phone which comes to vote does not receive yet: every first visit shares one Wi-Fi. The
 * server, whose pages are whole, gives it at once; a bundle fetches it before it draws a result.
 */
let given: typeof Results | null = null;

export const giveResults = (results: typeof Results): void => {
  given = results;
};

export const fetchResults = async (): Promise<void> => giveResults(await import("./results.ts"));

/** Null while it was not given: then nothing that has a result is drawn (`PageTemplate.later`). */
export const results = (): typeof Results | null => given;
