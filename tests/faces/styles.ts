import { readFileSync } from "node:fs";
import { join } from "node:path";

const folder = join(import.meta.dirname, "../../dist/client");

interface Chunk {
  readonly css?: readonly string[];
  readonly imports?: readonly string[];
}

/** The styles of an entry as the build made them. */
export function stylesOf(entry: string): string {
  const manifest: Readonly<Record<string, Chunk>> = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8"));
  const collect = (key: string): readonly string[] => [
    ...(manifest[key]?.imports ?? []).flatMap(collect),
    ...(manifest[key]?.css ?? []),
  ];
  const files = [...new Set(collect(`client/entries/${entry}.ts`))];
  if (files.length === 0) throw new Error(`the entry ${entry} has no styles`);
  return files.map((file) => readFileSync(join(folder, file), "utf8")).join("\n");
}
