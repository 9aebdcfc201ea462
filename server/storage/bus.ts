type Hear = (topic: string, id: string) => void;

/**
 * Tells that something changed, after it is on disk. Only a hint: it can be lost, doubled or late; whoever hears it
 * reads on from where they stood. `topic` and `id` are ids and plain names, never words of people.
 */
export interface Bus {
  announce(topic: string, id: string): void;
  /**
   * Hears every announcement, one's own too, until the returned function is called. `missed` is called when
   * announcements of other processes may have been lost: then read on from where you stand.
   */
  listen(hear: Hear, missed?: () => void): () => void;
}

/** Announced when the database was made from a backup, under servers that had another one there before. */
export const restoredTopic = "restored";

/** Within one process: all that SQLite needs. Hearers run after the announcer's turn, so a failing one harms nobody. */
export function openLocalBus(): Bus & { missed(): void } {
  const hearers = new Set<{ readonly hear: Hear; readonly missed: (() => void) | undefined }>();
  return {
    announce(topic, id) {
      for (const { hear } of hearers) queueMicrotask(() => hear(topic, id));
    },
    listen(hear, missed) {
      const hearer = { hear, missed };
      hearers.add(hearer);
      return () => {
        hearers.delete(hearer);
      };
    },
    missed() {
      for (const { missed } of hearers) if (missed) queueMicrotask(missed);
    },
  };
}
