import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { join } from "node:path";

import pg from "pg";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  export interface ProvidedContext {
    /** The server that this run started; `freshDatabase` makes a database on it. */
    postgresUrl: string;
  }
}

/** Vitest's global set-up: one PostgreSQL server for the run, its version printed, stopped at the end. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { url, stop } = await startPostgres();
  console.log(await versionOf(url));
  project.provide("postgresUrl", url);
  return stop;
}

/** A PostgreSQL server process on a free port, which ends with this process at the latest. */
export async function startPostgres(): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> {
  const port = await freePort();
  const guard = spawn(process.execPath, [join(import.meta.dirname, "postgres-guard.ts"), String(port)], {
    stdio: ["pipe", "pipe", "inherit"],
    detached: true,
  });
  const ended = new Promise<void>((resolve) => guard.on("exit", () => resolve()));
  await new Promise<void>((resolve, reject) => {
    guard.stdout.once("data", () => resolve());
    guard.once("exit", (status) => reject(new Error(`PostgreSQL did not start (status ${status})`)));
  });
  const stop = async (): Promise<void> => {
    guard.stdin.end();
    await ended;
  };
  return { url: `postgres://cahier@127.0.0.1:${port}/postgres`, stop };
}

async function versionOf(url: string): Promise<string> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    const { rows } = await client.query<{ version: string }>("select version()");
    return rows[0]?.version ?? "PostgreSQL said no version";
  } finally {
    await client.end();
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      const port = address !== null && typeof address === "object" ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
