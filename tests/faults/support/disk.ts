import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import Sqlite from "better-sqlite3";

/** What stands on the disk of a server that is gone. */
export interface Disk {
  /** Of the only gathering there is. */
  readonly entries: readonly { readonly sequence: number; readonly act: string }[];
  readonly commits: readonly { readonly text: string; readonly version: number; readonly hash: string }[];
  readonly pushes: readonly { readonly client: string; readonly sequence: number }[];
  readonly votes: readonly {
    readonly ballot: string;
    readonly voter: string;
    readonly requestKey: string;
    readonly receipt: string;
  }[];
}

/** Reads a copy: the server that starts next finds its folder as it was left, its log not yet taken in. */
export function readDisk(folder: string): Disk {
  const copy = mkdtempSync(join(tmpdir(), "cahier-disk-"));
  cpSync(folder, copy, { recursive: true });
  const database = new Sqlite(join(copy, "cahier.sqlite"));
  const query = <Row>(sql: string) => database.prepare<[], Row>(sql);
  try {
    const entries = query<{ sequence: number; body: string }>("select sequence, body from journal order by sequence");
    return {
      entries: entries.all().map(({ sequence, body }) => ({ sequence, act: String(JSON.parse(body).act) })),
      commits: query<Disk["commits"][number]>("select text, version, hash from commits order by text, version").all(),
      pushes: query<Disk["pushes"][number]>("select client, sequence from pushes").all(),
      votes: query<Disk["votes"][number]>("select ballot, voter, requestKey, receipt from votes").all(),
    };
  } finally {
    database.close();
    rmSync(copy, { recursive: true });
  }
}
