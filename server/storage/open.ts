import { openPostgres } from "./postgres/engine.ts";
import type { Storage } from "./port.ts";
import { openSqlite } from "./sqlite/engine.ts";

export type StoragePlace = { readonly dataDir: string } | { readonly databaseUrl: string };

/** Opens the storage and brings it to this version. Throws `StorageRefused` with words for the operator. */
export async function openStorage(place: StoragePlace): Promise<Storage> {
  return "dataDir" in place ? openSqlite(place.dataDir) : openPostgres(place.databaseUrl);
}
