import { randomBytes } from "node:crypto";

import pg from "pg";
import { inject } from "vitest";

export interface FreshDatabase {
  /** What `DATABASE_URL` would be. */
  readonly url: string;
  /** Closes whoever is still connected. */
  drop(): Promise<void>;
  /** Ends every connection, as when the server is started again. */
  cut(): Promise<void>;
  /** Empties it under whoever uses it, as an operator would: dropped, and made again under the same name. */
  remake(): Promise<void>;
}

/** An empty database of one suite, on the PostgreSQL server that the run started (parts `contracts` and `faults`). */
export async function freshDatabase(): Promise<FreshDatabase> {
  const server = inject("postgresUrl");
  const name = `cahier_${randomBytes(6).toString("hex")}`;
  await command(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const drop = () => command(server, `drop database ${name} with (force)`);
  return {
    url: url.href,
    drop,
    cut: () => command(server, `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`),
    async remake() {
      await drop();
      await command(server, `create database ${name}`);
    },
  };
}

/** A user of the server who may connect and owns nothing; `url` is that database as they reach it. */
export async function addUser(url: string): Promise<{ readonly url: string; remove(): Promise<void> }> {
  const name = `stranger_${randomBytes(6).toString("hex")}`;
  await command(url, `create user ${name}`);
  const theirs = new URL(url);
  theirs.username = name;
  return { url: theirs.href, remove: () => command(inject("postgresUrl"), `drop user ${name}`) };
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
