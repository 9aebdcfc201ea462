import type * as Results from "./results.ts";

/**
 * Results are drawn by code that a phone which comes to vote does not receive yet: every first visit shares one Wi-Fi. The
 * server, whose pages are whole, gives it at once; a bundle fetches it before it draws a result.
 */
let given: typeof Results | null = null;

export function giveResults(results: typeof Results): typeof Results {
  given = results;
  return results;
}

const fetchResults = async (): Promise<typeof Results.words> => giveResults(await import("./results.ts")).words;

/** Null while it was not given: then nothing that has a result is drawn (`PageTemplate.later`). */
export const results = (): typeof Results | null => given;

/** What a page's template says of a view that has a result. */
export const laterResults = { isHere: () => given !== null, fetch: fetchResults } as const;
