import pg from "pg";

import { limits } from "../../../shared/limits.ts";
import { restoredTopic } from "../bus.ts";
import { cellOf, insertRows, selectAll, type CopyIn, type CopyOut, type Row, type TableShape } from "../copy.ts";
import { isNotPermitted, outOfReach } from "../errors.ts";
import { migrationsOf, missingMigrations, splitAfter } from "../migrations.ts";
import { tablesAfter } from "../sqlite/shape.ts";
import { Unit } from "../unit.ts";
import { notifyOthers } from "./bus.ts";
import { postgresTx, sender, wireTypes } from "./connection.ts";
import { appliedMigrations, applyMigrations, lockMigrations } from "./migrate.ts";

const rowsAtOnce = 200;

/**
 * Reads all of a database at one moment, beside servers that may be writing. Null: it has no tables of ours. A server
 * of a newer version that comes meanwhile waits with its migrations.
 */
export async function copyOutOfPostgres<T>(url: string, take: (copy: CopyOut) => Promise<T>): Promise<T | null> {
  return connected(url, async (client) => {
    const before = await migrationsIn(client);
    if (before.length === 0) return null;
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY");
    // The moment that is read begins with the first select: after the locks, so that no table changes its form.
    const tables = tablesAfter(before);
    await client.query(`LOCK TABLE ${tables.map(({ name }) => `"${name}"`).join(", ")} IN ACCESS SHARE MODE`);
    const migrations = await migrationsIn(client);
    return take({ migrations, tables: tablesAfter(migrations), rows: (table) => rowsOf(client, table) });
  });
}

async function migrationsIn(client: pg.Client): Promise<readonly string[]> {
  const all = migrationsOf("postgres");
  const lacking = missingMigrations(all, await appliedMigrations(client)).length;
  return all.slice(0, all.length - lacking).map(({ name }) => name);
}

async function* rowsOf(client: pg.Client, table: TableShape): AsyncIterable<readonly Row[]> {
  await client.query(`DECLARE "copied" NO SCROLL CURSOR FOR ${selectAll(table)}`);
  try {
    for (;;) {
      const { rows } = await client.query<unknown[]>({ text: `FETCH ${rowsAtOnce} FROM "copied"`, rowMode: "array" });
      if (rows.length === 0) return;
      yield rows.map((row) => row.map(cellOf));
    }
  } finally {
    await client.query(`CLOSE "copied"`);
  }
}

/**
 * Fills an empty database, in one transaction: all of it or nothing. `not-empty`, and nothing was changed, when there
 * is anything where our tables would be made. Servers that listen on it are told that it was restored. Throws
 * `StorageRefused` when it is out of reach or the copy is of a newer version.
 */
export async function copyIntoPostgres(url: string, copy: CopyIn): Promise<"made" | "not-empty"> {
  const [had, lacking] = splitAfter(migrationsOf("postgres"), copy.migrations, "The backup");
  return connected(url, async (client) => {
    await client.query("BEGIN");
    await lockMigrations(client);
    if (!(await isEmpty(client))) return "not-empty";
    const unit = new Unit(sender(client));
    await unit.live(async () => {
      await applyMigrations(client, had);
      for (const table of copy.tables) await insertRows(unit.run, (n) => `$${n}`, table);
      await applyMigrations(client, lacking);
      await copy.finish(postgresTx(unit, unit));
    });
    await notifyOthers(client, ["", restoredTopic, ""]);
    await client.query("COMMIT");
    return "made";
  });
}

/** What an extension brought along is nobody's data. */
async function isEmpty(client: pg.Client): Promise<boolean> {
  const { rowCount } = await client.query(
    `SELECT 1 FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
     WHERE nspname = ANY (current_schemas(false)) AND NOT EXISTS (
       SELECT 1 FROM pg_depend WHERE classid = 'pg_class'::regclass AND objid = pg_class.oid AND deptype = 'e')
     LIMIT 1`,
  );
  return rowCount === 0;
}

/** A connection of its own, without a time limit on its statements; closed in the middle, its transaction leaves no trace. */
async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = await connect(url);
  try {
    return await work(client);
  } catch (error) {
    throw isNotPermitted(error) ? outOfReach(error) : error;
  } finally {
    await client.end();
  }
}

async function connect(url: string): Promise<pg.Client> {
  try {
    const client = new pg.Client({
      connectionString: url,
      connectionTimeoutMillis: limits.databaseConnectMs,
      types: wireTypes,
    });
    // One that breaks fails its statement; without a hearer it would end the process too.
    client.on("error", () => {});
    await client.connect();
    return client;
  } catch (error) {
    throw outOfReach(error);
  }
}
