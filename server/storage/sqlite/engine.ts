import { setImmediate as turnOfLoop } from "node:timers/promises";

import type Sqlite from "better-sqlite3";

import { limits } from "../../../shared/limits.ts";
import { refuse, type Result } from "../../../shared/refusals.ts";
import { openLocalBus } from "../bus.ts";
import { refusalOf } from "../errors.ts";
import type { Storage, Tx } from "../port.ts";
import { refuseNesting, Unit, type Run } from "../unit.ts";
import { sender, sqliteTx } from "./connection.ts";
import { lockFolder, openReader, openWriter, readSettings } from "./files.ts";
import { migrateSqlite } from "./migrate.ts";
import { scrubSqlite } from "./scrub.ts";
import { Turns } from "../turns.ts";

const readers = 4;

/**
 * Opens the database of a data folder, making or migrating it first. One connection writes, behind a queue that lets
 * one unit of work at a time through, and the event loop a turn after each (SQLite answers at once: a full queue would
 * keep every socket waiting until it is empty); others read. Throws `StorageRefused` in words for the operator.
 */
export function openSqlite(dataDir: string): Storage {
  const lock = lockFolder(dataDir);
  try {
    return serve(dataDir, openMigrated(dataDir), lock.release);
  } catch (error) {
    lock.release();
    throw error;
  }
}

function openMigrated(dataDir: string): Sqlite.Database {
  const writer = openWriter(dataDir);
  try {
    migrateSqlite(writer);
    return writer;
  } catch (error) {
    writer.close();
    throw error;
  }
}

function serve(dataDir: string, writer: Sqlite.Database, release: () => void): Storage {
  const write = sender(writer);
  const free = Array.from({ length: readers }, () => openConnection(openReader(dataDir), writer));
  const writing = new Turns(1, limits.waitingUnitsOfWork);
  const reading = new Turns(readers, limits.waitingUnitsOfWork);
  const connections = [writer, ...free.map((reader) => reader.connection)];

  return {
    engine: "sqlite",
    bus: openLocalBus(),
    async describe() {
      const version = String(writer.prepare("select sqlite_version()").pluck().get());
      return `SQLite ${version}, ${readSettings(writer)}`;
    },
    async act(work) {
      refuseNesting();
      const result = await writing.take(async () => {
        try {
          return await actOnce(writer, write, work);
        } finally {
          await turnOfLoop();
        }
      });
      return result ?? refuse("try-again");
    },
    async read(work) {
      refuseNesting();
      const outcome = await reading.take(async () => {
        const reader = free.pop();
        if (!reader) throw new Error("More reads at once than connections");
        try {
          return { value: await readOnce(reader, work) };
        } finally {
          free.push(reader);
        }
      });
      if (!outcome) throw new Error("Too many reads wait");
      return outcome.value;
    },
    async scrub() {
      refuseNesting();
      // Nobody reads meanwhile: a reader keeps the log from being emptied.
      const done = await writing.take(() => reading.takeAll(async () => scrubSqlite(writer)));
      if (done === null) throw new Error("Too many wait to scrub the database now");
    },
    async close() {
      await Promise.all([writing.end(), reading.end()]);
      for (const connection of connections.toReversed()) connection.close();
      release();
    },
  };
}

interface Connection {
  readonly connection: Sqlite.Database;
  readonly send: Run;
  readonly home: object;
}

const openConnection = (connection: Sqlite.Database, home: object): Connection => ({
  connection,
  send: sender(connection),
  home,
});

async function actOnce<T>(
  writer: Sqlite.Database,
  write: Run,
  work: (tx: Tx) => Promise<Result<T>>,
): Promise<Result<T>> {
  const unit = new Unit(write);
  writer.exec("BEGIN IMMEDIATE");
  try {
    const result = await unit.live(() => work(sqliteTx(unit, writer)));
    if (result.ok) writer.exec("COMMIT");
    return result;
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal) return refusal;
    throw error;
  } finally {
    // Some errors (a full disk) have already made SQLite roll back.
    if (writer.inTransaction) writer.exec("ROLLBACK");
  }
}

async function readOnce<T>({ connection, send, home }: Connection, work: (tx: Tx) => Promise<T>): Promise<T> {
  const unit = new Unit(send);
  connection.exec("BEGIN");
  try {
    return await unit.live(() => work(sqliteTx(unit, home)));
  } finally {
    if (connection.inTransaction) connection.exec("ROLLBACK");
  }
}
