import { readdir, readFile, writeFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const kinds = new Set([".js", ".css", ".svg", ".html", ".json", ".txt", ".webmanifest"]);

/** Below this the headers weigh more than what is won. */
const smallestBytes = 512;

/** Puts a .gz and a .br beside every file of text, at the highest level: it is done once and sent for ever. */
export async function compressFolder(folder: string): Promise<void> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const file of files) {
    if (!file.isFile() || !kinds.has(extname(file.name))) continue;
    const path = join(file.parentPath, file.name);
    const content = await readFile(path);
    if (content.length < smallestBytes) continue;
    await writeFile(`${path}.gz`, await promisify(gzip)(content, { level: 9 }));
    const level = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };
    await writeFile(`${path}.br`, await promisify(brotliCompress)(content, level));
  }
}
