import type { StoragePlace } from "../storage/index.ts";

/** Where an installation is kept: its database, and its key in the data folder. */
export interface BackupPlace {
  readonly storage: StoragePlace;
  readonly dataDir: string;
}

/** The place in words for the terminal: never the address of a database, which holds a password. */
export const nameOf = ({ storage, dataDir }: BackupPlace): string =>
  "dataDir" in storage ? dataDir : "the database of DATABASE_URL";
