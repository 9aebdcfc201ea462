import type Sqlite from "better-sqlite3";

/**
 * Empties the write-ahead log, in which deleted rows still stand, and writes the file anew without its free pages. While
 * nobody reads through this process; throws when another one does.
 */
export function scrubSqlite(writer: Sqlite.Database): void {
  const patienceMs = Number(writer.pragma("busy_timeout", { simple: true }));
  // Waiting here would keep everybody waiting: SQLite waits without letting go of the event loop.
  writer.pragma("busy_timeout = 0");
  // VACUUM would write its copy into the system's folder for temporary files.
  writer.pragma("temp_store = MEMORY");
  try {
    emptyLog(writer);
    writer.exec("VACUUM");
    emptyLog(writer);
  } finally {
    writer.pragma("temp_store = DEFAULT");
    writer.pragma(`busy_timeout = ${patienceMs}`);
  }
}

function emptyLog(writer: Sqlite.Database): void {
  const busy = Number(writer.pragma("wal_checkpoint(TRUNCATE)", { simple: true }));
  if (busy !== 0) throw new Error("The log of the database is being read: it could not be emptied");
}
