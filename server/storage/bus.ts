/**
 * Tells that something changed, after it is on disk. Only a hint: it can be lost, doubled or late; whoever hears it
 * reads on from where they stood. `topic` and `id` are ids and plain names, never words of people.
 */
export interface Bus {
  announce(topic: string, id: string): void;
  /** Hears every announcement, one's own too, until the returned function is called. */
  listen(hear: (topic: string, id: string) => void): () => void;
}

/** Within one process: all that SQLite needs. Hearers run after the announcer's turn, so a failing one harms nobody. */
export function openLocalBus(): Bus {
  const hearers = new Set<(topic: string, id: string) => void>();
  return {
    announce(topic, id) {
      for (const hear of hearers) queueMicrotask(() => hear(topic, id));
    },
    listen(hear) {
      hearers.add(hear);
      return () => {
        hearers.delete(hear);
      };
    },
  };
}
