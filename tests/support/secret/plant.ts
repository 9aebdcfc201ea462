import { join } from "node:path";

import Sqlite from "better-sqlite3";
import pg from "pg";

import type { StoragePlace } from "../../../server/storage/index.ts";
import { shuffled, type Voter } from "./hall.ts";

/** Statements in the one dialect that both engines read, each with its values. */
type Statement = readonly [sql: string, ...values: string[]];

/**
 * Writes into a database what a careless house would have: choices under the request key, choices in the order in which
 * they came, and, where rows tell their transaction, each choice in one transaction with its voter's name.
 */
export async function plantLinks(place: StoragePlace, cast: readonly Voter[], random: () => number): Promise<void> {
  const keys = shuffled(cast, random);
  const together = [
    [
      [`create table planted_key ("key" varchar(64), "choice" varchar(64))`] as const,
      [`create table planted_order ("choice" varchar(64))`] as const,
      [`create table planted_who ("voter" varchar(64))`] as const,
      [`create table planted_what ("key" varchar(64), "choice" varchar(64))`] as const,
      insertAll(
        "planted_key",
        keys.map(({ requestKey, choice }) => [requestKey, choice]),
      ),
      insertAll(
        "planted_order",
        cast.map(({ choice }) => [choice]),
      ),
    ],
    ...("databaseUrl" in place
      ? shuffled(cast, random).map(({ delegation, choice }): readonly Statement[] => [
          insertAll("planted_who", [[delegation]]),
          insertAll("planted_what", [[String(random()), choice]]),
        ])
      : []),
  ];
  await ("dataDir" in place ? inSqlite(place.dataDir, together) : inPostgres(place.databaseUrl, together));
}

/** One statement for all rows. */
function insertAll(table: string, rows: readonly (readonly string[])[]): Statement {
  let n = 0;
  const places = rows.map((row) => `(${row.map(() => `$${(n += 1)}`).join(", ")})`);
  return [`insert into ${table} values ${places.join(", ")}`, ...rows.flat()];
}

async function inSqlite(dataDir: string, together: readonly (readonly Statement[])[]): Promise<void> {
  const database = new Sqlite(join(dataDir, "cahier.sqlite"));
  try {
    for (const statements of together) {
      database.exec("begin");
      for (const [sql, ...values] of statements) database.prepare(sql.replace(/\$\d+/gu, "?")).run(...values);
      database.exec("commit");
    }
  } finally {
    database.close();
  }
}

async function inPostgres(url: string, together: readonly (readonly Statement[])[]): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query("set synchronous_commit = off");
    for (const statements of together) {
      await client.query("begin");
      for (const [sql, ...values] of statements) await client.query(sql, values);
      await client.query("commit");
    }
  } finally {
    await client.end();
  }
}

/** What a careless log would hold of a vote: its whole body. */
export const loggedBodies = (ballot: string, cast: readonly Voter[]): string =>
  cast
    .map(({ delegation, choice, requestKey }) =>
      JSON.stringify({ level: 30, req: { method: "POST", body: { ballot, delegation, choice, requestKey } } }),
    )
    .join("\n");
