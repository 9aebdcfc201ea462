import { refuse } from "../../shared/refusals.ts";
import type { Storage } from "../../server/storage/index.ts";

/**
 * The real storage, of which nothing lasts: each unit of work is done whole and then refused, so that a thousand requests
 * meet the same state. What would have been accepted answers `wrong-state`.
 */
export const undoing = (storage: Storage): Storage => ({
  ...storage,
  act: (work) =>
    storage.act(async (tx) => {
      const done = await work(tx);
      return done.ok ? refuse("wrong-state", "undone") : done;
    }),
});
