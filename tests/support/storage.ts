import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { getTableName } from "drizzle-orm";

import { openStorage, type Storage, type StoragePlace } from "../../server/storage/index.ts";
import { freshDatabase } from "./postgres.ts";

/** A storage that is gone with all it held when its test ends: `await using store = await freshSqlite()`. */
export interface FreshStorage {
  readonly storage: Storage;
  readonly place: StoragePlace;
  [Symbol.asyncDispose](): Promise<void>;
}

export interface FreshSqlite extends FreshStorage {
  readonly dataDir: string;
}

export async function freshSqlite(): Promise<FreshSqlite> {
  const dataDir = await freshFolder();
  const storage = await openStorage({ dataDir });
  return {
    storage,
    dataDir,
    place: { dataDir },
    async [Symbol.asyncDispose]() {
      await storage.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** On the PostgreSQL server of the run: parts `contracts` and `faults`. */
export async function freshPostgres(): Promise<FreshStorage> {
  const database = await freshDatabase();
  const place = { databaseUrl: database.url };
  const storage = await openStorage(place);
  return {
    storage,
    place,
    async [Symbol.asyncDispose]() {
      await storage.close();
      await database.drop();
    },
  };
}

export const freshFolder = (): Promise<string> => mkdtemp(join(tmpdir(), "cahier-test-"));

/** How many rows each table holds, to be compared before and after what must write nothing. */
export async function rowCounts(storage: Storage): Promise<Readonly<Record<string, number>>> {
  return storage.read(async ({ db, tables }) => {
    const counts: Record<string, number> = {};
    for (const table of Object.values(tables)) counts[getTableName(table)] = await db.$count(table);
    return counts;
  });
}

/** A gathering's row, for tests that need one to stand. */
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
