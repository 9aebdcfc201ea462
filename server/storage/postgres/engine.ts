import pg from "pg";

import { limits } from "../../../shared/limits.ts";
import { refuse, type Refused, type Result } from "../../../shared/refusals.ts";
import { isNotPermitted, outOfReach, refusalOf } from "../errors.ts";
import type { Storage, Tx } from "../port.ts";
import { Turns } from "../turns.ts";
import { refuseNesting, Unit } from "../unit.ts";
import { breachedRow, wasInTheWay } from "./breach.ts";
import { openPostgresBus } from "./bus.ts";
import { postgresTx, sender, wireTypes } from "./connection.ts";
import { migratePostgres } from "./migrate.ts";
import { scrubPostgres } from "./scrub.ts";
import { transaction } from "./transaction.ts";

const writers = 4;
const readers = 6;
const triesOfAct = 20;
const pauseAfterTryMs = 5;
const longestPauseMs = 250;

/** Opens the database at `url`, making or migrating its tables first. Throws `StorageRefused` in words for the operator. */
export async function openPostgres(url: string): Promise<Storage> {
  const pool = new pg.Pool({
    connectionString: url,
    max: writers + readers + 1,
    connectionTimeoutMillis: limits.databaseConnectMs,
    statement_timeout: limits.databaseStatementMs,
    types: wireTypes,
  });
  // A connection that breaks while idle is replaced by the pool; without a hearer it would end the process.
  pool.on("error", () => {});
  try {
    await reach(pool);
    await migratePostgres(pool);
    return await serve(url, pool);
  } catch (error) {
    await pool.end();
    throw isNotPermitted(error) ? outOfReach(error) : error;
  }
}

async function reach(pool: pg.Pool): Promise<void> {
  try {
    await pool.query("SELECT 1");
  } catch (error) {
    throw outOfReach(error);
  }
}

async function serve(url: string, pool: pg.Pool): Promise<Storage> {
  const bus = await openPostgresBus(url, pool);
  const writing = new Turns(writers, limits.waitingUnitsOfWork);
  const reading = new Turns(readers, limits.waitingUnitsOfWork);
  return {
    engine: "postgres",
    bus,
    async describe() {
      const { rows } = await pool.query<{ version: string }>("select version()");
      return rows[0]?.version ?? "PostgreSQL";
    },
    async act(work) {
      refuseNesting();
      return (await writing.take(() => actRepeatedly(pool, work))) ?? refuse("try-again");
    },
    async read(work) {
      refuseNesting();
      const outcome = await reading.take(async () => ({ value: await readOnce(pool, work) }));
      if (!outcome) throw new Error("Too many reads wait");
      return outcome.value;
    },
    async scrub() {
      refuseNesting();
      await scrubPostgres(pool);
    },
    async close() {
      await Promise.all([writing.end(), reading.end()]);
      await bus.close();
      await pool.end();
    },
  };
}

/** Runs `work` again, a little later each time, as long as others stand in its way. */
async function actRepeatedly<T>(pool: pg.Pool, work: (tx: Tx) => Promise<Result<T>>): Promise<Result<T>> {
  let breached: string | null = null;
  for (let tried = 1; ; tried++) {
    try {
      return await actOnce(pool, work);
    } catch (error) {
      const row = breachedRow(error);
      const mayPass = wasInTheWay(error) || (row !== null && row !== breached);
      if (!mayPass) return refusedOrThrown(error);
      if (tried === triesOfAct) return refuse("try-again");
      breached = row;
      await pause(tried);
    }
  }
}

function refusedOrThrown(error: unknown): Refused {
  const refusal = refusalOf(error);
  if (refusal) return refusal;
  throw error;
}

/** Longer after each try, and random, so that those who met once do not meet again. */
function pause(tried: number): Promise<void> {
  const upToMs = Math.min(longestPauseMs, pauseAfterTryMs * 2 ** tried);
  return new Promise((resolve) => setTimeout(resolve, Math.random() * upToMs));
}

function actOnce<T>(pool: pg.Pool, work: (tx: Tx) => Promise<Result<T>>): Promise<Result<T>> {
  const begin = "BEGIN ISOLATION LEVEL SERIALIZABLE";
  return transaction(pool, begin, inUnit(pool, work), (result) => result.ok);
}

function readOnce<T>(pool: pg.Pool, work: (tx: Tx) => Promise<T>): Promise<T> {
  const begin = "BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY";
  return transaction(pool, begin, inUnit(pool, work), () => false);
}

/** `work` as one unit of work on the connection that it is given. */
const inUnit =
  <T>(home: object, work: (tx: Tx) => Promise<T>) =>
  (client: pg.PoolClient): Promise<T> => {
    const unit = new Unit(sender(client));
    return unit.live(() => work(postgresTx(unit, home)));
  };
