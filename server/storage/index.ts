export { restoredTopic } from "./bus.ts";
export { ConstraintBreach, StorageRefused } from "./errors.ts";
export type { CopyOut, FilledTable, Row, TableShape } from "./copy.ts";
export { hashOfKeyFile, keyFile, newEpoch, openInstallation, readFact, setFact } from "./key.ts";
export { copyIn, copyOut, openStorage, type StoragePlace } from "./open.ts";
export type { Storage, Tx } from "./port.ts";
export type { Tables } from "./tables/index.ts";
