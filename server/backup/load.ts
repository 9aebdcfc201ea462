import { gunzipSync } from "node:zlib";

import { Type } from "typebox";
import { Compile } from "typebox/compile";

import type { FilledTable, Row } from "../storage/index.ts";
import type { ArchiveFiles } from "./archive.ts";
import { partFile, type DumpedTable } from "./manifest.ts";

const rowSchema = Compile(Type.Array(Type.Union([Type.String(), Type.Integer(), Type.Null()])));

/** A table of a backup. Throws when it is not what the manifest says: whoever sealed it was not `dump`. */
export function tableFrom(files: ArchiveFiles, table: DumpedTable): FilledTable {
  return { name: table.name, columns: table.columns, rows: () => rowsOf(files, table) };
}

function* rowsOf(files: ArchiveFiles, { name, columns, parts, rows }: DumpedTable): Iterable<readonly Row[]> {
  let read = 0;
  for (let part = 1; part <= parts; part++) {
    const packed = files.get(partFile(name, part));
    if (!packed) throw new Error(`Part ${part} of ${name} is missing`);
    const lines = gunzipSync(packed).toString("utf8").split("\n");
    lines.pop();
    read += lines.length;
    yield lines.map((line) => parseRow(line, columns.length));
  }
  if (read !== rows) throw new Error(`${name} has ${read} rows instead of ${rows}`);
}

function parseRow(line: string, cells: number): Row {
  const row: unknown = JSON.parse(line);
  if (!rowSchema.Check(row) || row.length !== cells) throw new Error("Not a row");
  return row;
}
