import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { openStorage, type Storage } from "../../server/storage/index.ts";

/** A storage that is gone, folder and all, when its test ends: `await using store = await freshSqlite()`. */
export interface FreshStorage {
  readonly storage: Storage;
  readonly dataDir: string;
  [Symbol.asyncDispose](): Promise<void>;
}

export async function freshSqlite(): Promise<FreshStorage> {
  const dataDir = await mkdtemp(join(tmpdir(), "cahier-test-"));
  const storage = await openStorage({ dataDir });
  return {
    storage,
    dataDir,
    async [Symbol.asyncDispose]() {
      await storage.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** A gathering's row, for tests that need one to stand; every field can be said otherwise. */
export async function addGathering(storage: Storage, id = "g1", slug = id): Promise<string> {
  const added = await storage.act(async (tx) => {
    await tx.insert(tx.tables.gatherings, {
      id,
      slug,
      name: "Commune des Communes",
      place: "Commercy",
      firstDay: "2020-01-18",
      timeZone: "Europe/Paris",
      language: "fr",
      template: "commune-des-communes",
      createdAtMs: 1_579_334_400_000,
    });
    return { ok: true, value: id };
  });
  if (!added.ok) throw new Error(`The gathering was refused: ${added.code}`);
  return added.value;
}
