import { readKept, type KeptVote } from "../pages/ballots/index.ts";

/** Where the device keeps a vote until it has its receipt. A captive portal's browser may lose it with its window. */
export interface VoteBox {
  read(): KeptVote | null;
  write(vote: KeptVote | null): void;
}

/** In the browser's own storage; where that is closed to us, in memory, as long as the page lives. */
export function voteBox(slug: string): VoteBox {
  const name = `cahier-vote-${slug}`;
  let inMemory: string | null = null;
  return {
    read() {
      const stored = guarded(() => localStorage.getItem(name)) ?? inMemory;
      const value: unknown = stored === null ? null : guarded(() => JSON.parse(stored));
      const ballot = typeof value === "object" && value !== null ? Reflect.get(value, "ballot") : null;
      return typeof ballot === "string" ? readKept(value, ballot) : null;
    },
    write(vote) {
      inMemory = vote === null ? null : JSON.stringify(vote);
      guarded(() => (inMemory === null ? localStorage.removeItem(name) : localStorage.setItem(name, inMemory)));
    },
  };
}

function guarded<T>(attempt: () => T): T | null {
  try {
    return attempt();
  } catch {
    return null;
  }
}
