import { restoredTopic, StorageRefused, type Storage } from "../storage/index.ts";

const lookAgainMs = 1_000;

/** The epoch of the database as far as this server knows. */
interface FollowedEpoch {
  now(this: void): string;
  close(this: void): void;
}

interface EpochHearer {
  /** Asks the database. Throws `StorageRefused` when this server cannot go on with it: it was made with another key. */
  readonly read: () => Promise<string>;
  /** Another database answers than before: whatever came from that one is void. */
  readonly restored: (epoch: string) => void;
  readonly refused: (refused: StorageRefused) => void;
}

/**
 * Notices when the database was replaced by a restored one under the running server. That cannot happen without this
 * server's connections being cut, so it asks whenever they were, and when a restore says that it is done. While the
 * database cannot tell, it asks again.
 */
export function followEpoch(storage: Storage, first: string, { read, restored, refused }: EpochHearer): FollowedEpoch {
  let known = first;
  let again: NodeJS.Timeout | undefined;
  const look = async (): Promise<void> => {
    clearTimeout(again);
    try {
      const epoch = await read();
      if (epoch === known) return;
      known = epoch;
      restored(epoch);
    } catch (error) {
      if (error instanceof StorageRefused) return refused(error);
      again = setTimeout(() => void look(), lookAgainMs);
    }
  };
  const stopListening = storage.bus.listen(
    (topic) => {
      if (topic === restoredTopic) void look();
    },
    () => void look(),
  );
  return {
    now: () => known,
    close: () => {
      stopListening();
      clearTimeout(again);
    },
  };
}
