import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";

const root = join(import.meta.dirname, "..", "..");

export interface CleanClone {
  readonly folder: string;
  /** The environment of somebody who has Node and npm, an empty home, and nothing of this project on the path. */
  readonly env: Readonly<Record<string, string>>;
  readonly remove: () => void;
}

/**
 * What git would give to somebody who clones (the tracked files, as they stand here now) in an empty folder beside an
 * empty home. Packages come from this user's cache of npm where it has them, to spare the network.
 */
export function cleanClone(): CleanClone {
  const place = mkdtempSync(join(tmpdir(), "cahier-clone-"));
  const folder = join(place, "cahier");
  const home = join(place, "home");
  mkdirSync(home);
  const files = execFileSync("git", ["ls-files", "-z"], { cwd: root, encoding: "utf8" }).split("\0").filter(Boolean);
  for (const file of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    copyFileSync(join(root, file), join(folder, file));
  }
  const cache = process.env["npm_config_cache"] ?? join(homedir(), ".npm");
  const env = { HOME: home, PATH: machinePath(), npm_config_cache: cache, npm_config_prefer_offline: "true" };
  return { folder, env, remove: () => rmSync(place, { recursive: true, force: true }) };
}

/** The path without what npm and the bootstrap put on it: the machine's own Node. */
function machinePath(): string {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  return folders
    .filter((folder) => !folder.includes("node_modules") && !folder.includes("node-gyp-bin"))
    .join(delimiter);
}
