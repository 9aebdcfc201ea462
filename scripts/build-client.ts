import { createHash } from "node:crypto";
import { globSync, readFileSync, rmSync, writeFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";

import { firstLoads, judge, type Manifest } from "./budgets.ts";
import { compressFolder } from "./compress.ts";
import { root } from "./steps.ts";

const folder = join(root, "dist", "client");
const stampFile = join(root, "dist", "client.stamp");

export interface ClientBuild {
  readonly built: boolean;
  /** Each entry's first load beside its limit. */
  readonly lines: readonly string[];
}

/**
 * Builds the client into dist/client when what it is made of has changed: bundles, styles, `manifest.json` for the
 * server, and a .gz and a .br beside each file. Throws when the build fails or a first load is above its limit; then
 * nothing counts as built.
 */
export async function buildClient(force = false): Promise<ClientBuild> {
  const wanted = sourceHash();
  const stamp = force ? null : readStamp();
  if (stamp?.hash === wanted) return { built: false, lines: stamp.lines };
  rmSync(stampFile, { force: true });
  await bundle();
  await compressFolder(folder);
  const { ok, lines } = judge(firstLoads(readManifest(), folder));
  if (!ok) throw new Error(`A page would be too heavy for the hall's network:\n${lines.join("\n")}`);
  writeFileSync(stampFile, [wanted, ...lines].join("\n"));
  return { built: true, lines };
}

/** Vite is loaded only when there is something to build. No entry at all is an empty manifest. */
async function bundle(): Promise<void> {
  if (globSync("client/entries/*.ts", { cwd: root }).length === 0) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "manifest.json"), "{}");
    return;
  }
  const { build } = await import("vite");
  await build({ configFile: join(root, "vite.config.ts") });
}

/** Changes when any file changes that the bundles are made of. */
function sourceHash(): string {
  const hash = createHash("sha256");
  const files = globSync(
    ["client/**/*", "shared/**/*", "package-lock.json", "vite.config.ts", "scripts/{build-client,budgets,compress}.ts"],
    {
      cwd: root,
      withFileTypes: true,
    },
  );
  const paths = files.filter((file) => file.isFile()).map((file) => join(file.parentPath, file.name));
  for (const path of paths.toSorted()) hash.update(path.slice(root.length)).update(readFileSync(path));
  return hash.digest("hex");
}

function readStamp(): { readonly hash: string | undefined; readonly lines: readonly string[] } | null {
  try {
    const [hash, ...lines] = readFileSync(stampFile, "utf8").split("\n");
    readManifest();
    return { hash, lines };
  } catch {
    return null;
  }
}

function readManifest(): Manifest {
  return JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8"));
}
