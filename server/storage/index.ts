export { restoredTopic, type Bus } from "./bus.ts";
export { ConstraintBreach, StorageRefused } from "./errors.ts";
export type { Cell, CopyOut, FilledTable, Row, TableShape } from "./copy.ts";
export { hashOfKeyFile, keyFile, newEpoch, openInstallation, readFact, setFact, type Installation } from "./key.ts";
export { copyIn, copyOut, openStorage, type StoragePlace } from "./open.ts";
export type { Database, Storage, Tx } from "./port.ts";
export type { Tables } from "./tables/index.ts";
