import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { drawDocument, templates, type Assets } from "../../client/pages/index.ts";
import type { Shell } from "../../shared/views/index.ts";

/** Where the build laid the bundles, and the address they are served under. */
const builtClient = join(import.meta.dirname, "../../dist/client");
const clientPath = "/client/";

interface View {
  readonly page: string;
  readonly shell: Shell;
}

/**
 * The one door from the server to the page templates of `client/pages` (docs/adr/0002): a whole HTML page from its view.
 * Without a build it has no script and no style, and says the same.
 */
export async function drawPage(view: View): Promise<string> {
  const template = templates.get(view.page);
  if (!template) throw new Error(`No page is drawn under the name ${view.page}.`);
  return drawDocument(template, view, assetsOf(template.entry));
}

/** A chunk of vite's manifest, as far as a first load is concerned. */
interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
}

const known = new Map<string, Assets>();
let manifest: Readonly<Record<string, Chunk>> | null = null;

function assetsOf(entry: string): Assets {
  const before = known.get(entry);
  if (before) return before;
  manifest ??= readManifest(join(builtClient, "manifest.json"));
  const chunk = manifest[`client/entries/${entry}.ts`];
  const imported = chunk ? importsOf(manifest, chunk, new Set()) : [];
  const chunks = Object.values(manifest);
  const styles = [...imported, ...(chunk ? [chunk] : [])].flatMap((one) => one.css ?? []);
  const users = (file: string): number => chunks.filter((one) => one.css?.includes(file)).length;
  const assets: Assets = {
    script: chunk ? address(chunk.file) : null,
    // What more pages share comes first, so that a page's own rules are the last word.
    styles: [...new Set(styles)].toSorted((a, b) => users(b) - users(a)).map(address),
    preloads: imported.map((one) => address(one.file)),
    icon: existsSync(join(builtClient, "icon.svg")) ? address("icon.svg") : null,
  };
  known.set(entry, assets);
  return assets;
}

/** What the entry imports at once, deepest first, each once. */
function importsOf(all: Readonly<Record<string, Chunk>>, chunk: Chunk, seen: Set<string>): readonly Chunk[] {
  return (chunk.imports ?? []).flatMap((key) => {
    const imported = all[key];
    if (!imported || seen.has(key)) return [];
    seen.add(key);
    return [...importsOf(all, imported, seen), imported];
  });
}

const address = (file: string): string => `${clientPath}${file}`;

/** No manifest: nothing was built yet. */
function readManifest(file: string): Readonly<Record<string, Chunk>> {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
}
