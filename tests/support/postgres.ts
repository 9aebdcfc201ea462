import { randomBytes } from "node:crypto";

import pg from "pg";
import { inject } from "vitest";

export interface FreshDatabase {
  /** What `DATABASE_URL` would be. */
  readonly url: string;
  /** Closes whoever is still connected. */
  drop(): Promise<void>;
}

/** An empty database of one suite, on the PostgreSQL server that the run started (parts `contracts` and `faults`). */
export async function freshDatabase(): Promise<FreshDatabase> {
  const server = inject("postgresUrl");
  const name = `cahier_${randomBytes(6).toString("hex")}`;
  await command(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => command(server, `drop database ${name} with (force)`) };
}

async function command(url: string, statement: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
