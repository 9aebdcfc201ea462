import { Type, type Static } from "typebox";
import { Compile } from "typebox/compile";

/** In a backup's archive, beside the file `key` and the parts of each table. */
export const manifestFile = "manifest.json";
export const partFile = (table: string, part: number): string => `${table}.${part}.jsonl.gz`;

const count = Type.Integer({ minimum: 0 });
const table = Type.Object({
  name: Type.String(),
  columns: Type.Array(Type.String(), { minItems: 1 }),
  parts: count,
  rows: count,
});

/**
 * What a backup says of itself: which migrations had made the tables, so that any later version can make them again and
 * go on from there; and of each table its columns, in the order of the cells, and how much of it there is. A table
 * comes after those that it refers to.
 */
const manifest = Type.Object({
  format: Type.Literal("cahier-backup"),
  version: Type.Literal(2),
  migrations: Type.Array(Type.String(), { minItems: 1 }),
  tables: Type.Array(table),
});

export type DumpedTable = Static<typeof table>;
export type Manifest = Static<typeof manifest>;

const manifestSchema = Compile(manifest);

/** The manifest, or null when these are not the bytes of one that this version understands. */
export function parseManifest(bytes: Uint8Array): Manifest | null {
  const value: unknown = JSON.parse(Buffer.from(bytes).toString("utf8"));
  return manifestSchema.Check(value) ? value : null;
}
