import { StorageRefused } from "./storage/index.ts";

/** A setting of the environment that cannot be used: `PORT=abc`, a certificate that is not there. Its message is for the terminal. */
export class SettingRefused extends Error {
  override readonly name = "SettingRefused";
}

/** Where a start was tried, for the words. */
export interface StartedAt {
  readonly host: string;
  readonly port: number;
}

/**
 * What the terminal says when the server could not start: what is in the way and what to do, without a stack. Null for
 * an error that is nobody's setting but our bug: it is shown whole.
 */
export function wordsOfStartFailure(error: unknown, { host, port }: StartedAt): string | null {
  if (error instanceof SettingRefused) return error.message;
  if (error instanceof StorageRefused) return [error.message, ...whatToDo[error.reason]].join("\n");
  switch (codeOf(error)) {
    case "EADDRINUSE":
      return `Port ${port} is taken by another program (another Cahier, perhaps).\nChoose another: PORT=${port + 1} npm start`;
    case "EACCES":
      return `Port ${port} may not be opened by this user (ports below 1024 belong to the system).\nChoose another: PORT=3000 npm start`;
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
      return `HOST=${host} is not an address of this machine.\nLeave HOST out to listen on all of them.`;
    default:
      return null;
  }
}

const whatToDo: Readonly<Record<StorageRefused["reason"], readonly string[]>> = {
  "folder-in-use": ["Stop the other one, or keep this gathering elsewhere: DATA_DIR=another-folder npm start"],
  "folder-not-writable": ["Give it to this user, or keep everything elsewhere: DATA_DIR=another-folder npm start"],
  "newer-version": [],
  "not-permitted": [
    "Make the database its own: ALTER DATABASE the_database OWNER TO the_user;",
    "or let it make tables there: GRANT CREATE ON SCHEMA public TO the_user;",
  ],
  "other-key": ["Put back the file key that belongs to this database, or restore a backup: npm run restore -- FILE"],
  unreachable: [
    "Is PostgreSQL running, and is the address right? Without DATABASE_URL Cahier keeps everything in DATA_DIR.",
  ],
  "unsafe-settings": ["Put DATA_DIR on a disk of this machine, not on a network folder."],
};

function codeOf(error: unknown): string | null {
  if (!(error instanceof Error) || !("code" in error)) return null;
  return typeof error.code === "string" ? error.code : null;
}
