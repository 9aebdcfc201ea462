import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

import { chromium, type Browser } from "playwright-core";

import { unpackChromium } from "./packed-chromium.ts";

/** A Chromium that runs here: its program, the environment it wants, and where it was found, for the log. */
export interface FoundBrowser {
  readonly path: string;
  readonly env: Readonly<Record<string, string>>;
  readonly source: string;
  /** `Chromium 147.0.7727.0`, in its own words. */
  readonly version: string;
}

const commandNames = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

const usualPlaces = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/** As root and in small containers it would not start otherwise; and it asks nothing of any host but ours. */
const browserArguments = [
  "--no-sandbox",
  "--disable-dev-shm-usage",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-domain-reliability",
  "--disable-sync",
  "--no-first-run",
  "--no-pings",
  "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost , EXCLUDE *.localhost , EXCLUDE 127.0.0.1 , EXCLUDE [::1]",
];

let found: Promise<FoundBrowser> | undefined;

/** A new browser process of the journeys; each person in it is a context of their own. Close it at the end. */
export async function launchBrowser(): Promise<Browser> {
  const { path, env } = await findBrowser();
  return chromium.launch({ executablePath: path, args: browserArguments, env: { ...process.env, ...env } });
}

/**
 * Looks in this order: CHROMIUM_PATH; one that is installed; the one that npm brought (Linux on x64); apt-get, as root.
 * Throws with the command to type when there is none: a journey is never skipped.
 */
export function findBrowser(): Promise<FoundBrowser> {
  found ??= search();
  return found;
}

async function search(): Promise<FoundBrowser> {
  const named = process.env["CHROMIUM_PATH"];
  if (named) {
    const browser = tryBrowser(named, "CHROMIUM_PATH");
    if (!browser) throw new Error(`CHROMIUM_PATH names ${named}, which does not run.`);
    return browser;
  }
  return installed() ?? (await packed()) ?? fromApt() ?? noBrowser();
}

function installed(): FoundBrowser | null {
  const folders = (process.env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  const places = commandNames.flatMap((name) => folders.map((folder) => join(folder, name)));
  return firstThat([...places, ...usualPlaces].filter(existsSync), (path) => tryBrowser(path, "installed"));
}

/** The program of the package @sparticuz/chromium, with its own libraries where the machine lacks them. */
async function packed(): Promise<FoundBrowser | null> {
  if (process.platform !== "linux" || process.arch !== "x64") return null;
  const { path, fontsEnv, librariesEnv } = await unpackChromium();
  return firstThat([fontsEnv, { ...fontsEnv, ...librariesEnv }], (env) => tryBrowser(path, "from npm", env));
}

function fromApt(): FoundBrowser | null {
  if (process.getuid?.() !== 0 || spawnSync("apt-get", ["--version"]).status !== 0) return null;
  console.log("No Chromium here: installing Debian's (apt-get install chromium).");
  const run = (args: readonly string[]): void => {
    execFileSync("apt-get", args, { stdio: "inherit", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } });
  };
  run(["update"]);
  run(["install", "--yes", "--no-install-recommends", "chromium", "fonts-dejavu-core"]);
  return installed();
}

function noBrowser(): never {
  throw new Error(
    "The journeys need Chromium and none was found. Install one (on Debian or Ubuntu: sudo apt-get install chromium; " +
      "on macOS: brew install --cask chromium), or name it: CHROMIUM_PATH=/path/to/chromium npm test",
  );
}

function tryBrowser(path: string, source: string, env: Readonly<Record<string, string>> = {}): FoundBrowser | null {
  const asked = spawnSync(path, ["--version", "--no-sandbox"], { env: { ...process.env, ...env }, encoding: "utf8" });
  if (asked.status !== 0) return null;
  return { path, env, source, version: asked.stdout.trim() };
}

function firstThat<T, U>(candidates: readonly T[], attempt: (candidate: T) => U | null): U | null {
  for (const candidate of candidates) {
    const result = attempt(candidate);
    if (result !== null) return result;
  }
  return null;
}
