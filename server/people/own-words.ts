import type { Tx } from "../storage/index.ts";

/** What somebody said in discussions: a port, since what is discussed stands on the right of people. */
export interface OwnWords {
  /** Of one person, oldest first, as they take it along. */
  read(tx: Tx, gathering: string, participant: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
  /** Erases all of it for good. */
  erase(tx: Tx, gathering: string, participant: string): Promise<void>;
}
