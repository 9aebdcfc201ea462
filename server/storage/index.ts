export type { Bus } from "./bus.ts";
export { ConstraintBreach, StorageRefused } from "./errors.ts";
export { keyFile, newEpoch, openInstallation, setFact, type Installation } from "./key.ts";
export { openStorage, type StoragePlace } from "./open.ts";
export type { Database, Storage, Tx } from "./port.ts";
export { copyDatabase, databaseFile, lockFolder, type FolderLock } from "./sqlite/files.ts";
export type { Tables } from "./tables/index.ts";
