import type { CopyIn, CopyOut } from "./copy.ts";
import type { Storage } from "./port.ts";
import { copyIntoPostgres, copyOutOfPostgres } from "./postgres/copy.ts";
import { openPostgres } from "./postgres/engine.ts";
import { copyIntoSqlite, copyOutOfSqlite } from "./sqlite/copy.ts";
import { openSqlite } from "./sqlite/engine.ts";

export type StoragePlace = { readonly dataDir: string } | { readonly databaseUrl: string };

/** Opens the storage and brings it to this version. Throws `StorageRefused` with words for the operator. */
export async function openStorage(place: StoragePlace): Promise<Storage> {
  return "dataDir" in place ? openSqlite(place.dataDir) : openPostgres(place.databaseUrl);
}

/**
 * Reads everything at one moment, beside servers that may be writing; locks nobody out and migrates nothing. Null when
 * no database of ours is there. Throws `StorageRefused` when it is out of reach or of a newer version.
 */
export async function copyOut<T>(place: StoragePlace, take: (copy: CopyOut) => Promise<T>): Promise<T | null> {
  return "dataDir" in place ? copyOutOfSqlite(place.dataDir, take) : copyOutOfPostgres(place.databaseUrl, take);
}

/**
 * Makes the database of a place that has none, all of it or nothing, and brings it to this version. `not-empty`, and
 * nothing was changed, when something is there. Throws `StorageRefused`.
 */
export async function copyIn(place: StoragePlace, copy: CopyIn): Promise<"made" | "not-empty"> {
  return "dataDir" in place ? copyIntoSqlite(place.dataDir, copy) : copyIntoPostgres(place.databaseUrl, copy);
}
