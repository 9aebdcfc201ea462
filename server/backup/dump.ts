import { promisify } from "node:util";
import { gzip } from "node:zlib";

import type { CopyOut, Row, TableShape } from "../storage/index.ts";
import { manifestFile, partFile, type DumpedTable, type Manifest } from "./manifest.ts";

/** Long enough to be packed well, short enough that one part after the other is held in memory unpacked. */
const partCharacters = 4_000_000;

/**
 * A copied database as files, the same for the same contents on either engine: the manifest, and each table's rows in
 * parts of JSON lines, packed with gzip.
 */
export async function dump(copy: CopyOut): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  const tables: DumpedTable[] = [];
  for (const table of copy.tables) {
    let parts = 0;
    let rows = 0;
    for await (const { text, count } of partsOf(copy, table)) {
      files.set(partFile(table.name, (parts += 1)), await promisify(gzip)(text));
      rows += count;
    }
    tables.push({ name: table.name, columns: [...table.columns], parts, rows });
  }
  const manifest: Manifest = { format: "cahier-backup", version: 2, migrations: [...copy.migrations], tables };
  files.set(manifestFile, Buffer.from(JSON.stringify(manifest)));
  return files;
}

async function* partsOf(copy: CopyOut, table: TableShape): AsyncIterable<{ text: string; count: number }> {
  let lines: string[] = [];
  let characters = 0;
  for await (const rows of copy.rows(table)) {
    for (const line of rows.map(lineOf)) {
      lines.push(line);
      characters += line.length;
    }
    if (characters < partCharacters) continue;
    yield { text: lines.join(""), count: lines.length };
    lines = [];
    characters = 0;
  }
  if (lines.length > 0) yield { text: lines.join(""), count: lines.length };
}

const lineOf = (row: Row): string => `${JSON.stringify(row)}\n`;
