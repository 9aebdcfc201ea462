import { freshPostgres, freshSqlite, type FreshStorage } from "../../support/storage.ts";

export interface EngineUnderTest {
  readonly name: "SQLite" | "PostgreSQL";
  fresh(this: void): Promise<FreshStorage>;
}

/** Every implementation of the storage port: each test of the contract runs on all of them. */
export const engines: readonly EngineUnderTest[] = [
  { name: "SQLite", fresh: freshSqlite },
  { name: "PostgreSQL", fresh: freshPostgres },
];
