export type { Bus } from "./bus.ts";
export { ConstraintBreach, StorageRefused, UnstorableText } from "./errors.ts";
export { openStorage, type StoragePlace } from "./open.ts";
export type { Database, Storage, Tx } from "./port.ts";
export type { Tables } from "./tables/index.ts";
