import { readFileSync } from "node:fs";
import { join } from "node:path";

/** A chunk of Vite's manifest, as far as a first load is concerned. */
interface Chunk {
  readonly file: string;
  readonly name?: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
}

export type Manifest = Readonly<Record<string, Chunk>>;

export interface FirstLoad {
  readonly entry: string;
  readonly bytes: number;
  readonly limitBytes: number;
}

const kilobyte = 1024;

/**
 * What a first visit may receive for each entry, in kilobytes of 1,024 bytes: the entry, what it imports statically and
 * its styles, compressed with gzip (browsers take brotli over HTTPS only, and a hall's laptop speaks plain HTTP).
 */
const limits: Readonly<Record<string, number>> = {
  join: 40,
  vote: 40,
  reader: 60,
  papers: 60,
  history: 60,
  desk: 60,
  console: 80,
  projector: 80,
  editor: 150,
  amend: 150,
};

/** The first load of each entry, from the files as they lie compressed in `folder`. An entry without a limit has 0. */
export function firstLoads(manifest: Manifest, folder: string): readonly FirstLoad[] {
  return Object.entries(manifest)
    .filter(([, chunk]) => chunk.isEntry === true)
    .map(([key, chunk]) => {
      const entry = chunk.name ?? key;
      const bytes = [...filesOf(manifest, key)].reduce((sum, file) => sum + sentBytes(join(folder, file)), 0);
      return { entry, bytes, limitBytes: (limits[entry] ?? 0) * kilobyte };
    });
}

/** The file of a chunk, those of all it imports statically, and their styles. */
function filesOf(manifest: Manifest, key: string, seen: Set<string> = new Set(), files: Set<string> = new Set()) {
  const chunk = manifest[key];
  if (!chunk || seen.has(key)) return files;
  seen.add(key);
  files.add(chunk.file);
  for (const style of chunk.css ?? []) files.add(style);
  for (const imported of chunk.imports ?? []) filesOf(manifest, imported, seen, files);
  return files;
}

/** Small files lie there uncompressed: they are sent as they are. */
function sentBytes(file: string): number {
  try {
    return readFileSync(`${file}.gz`).length;
  } catch {
    return readFileSync(file).length;
  }
}

/** One line an entry, and whether all are within their limit. */
export function judge(loads: readonly FirstLoad[]): { readonly ok: boolean; readonly lines: readonly string[] } {
  const lines = loads.map(({ entry, bytes, limitBytes }) => {
    if (limitBytes === 0) return `✗ first load of ${entry}: no limit is set for it in scripts/budgets.ts`;
    const sizes = `${(bytes / kilobyte).toFixed(1)} KB of ${limitBytes / kilobyte}`;
    return `${bytes <= limitBytes ? "✓" : "✗"} first load of ${entry}: ${sizes}`;
  });
  return { ok: loads.every(({ bytes, limitBytes }) => bytes <= limitBytes), lines };
}
