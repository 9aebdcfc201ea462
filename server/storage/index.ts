export type { Database, Storage, Tx } from "./port.ts";
export type { Tables } from "./tables/index.ts";
