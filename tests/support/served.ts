import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll } from "vitest";

const root = join(import.meta.dirname, "..", "..");
const ownNode = join(root, "node_modules", ".bin", "node");

/** How a process ended, and all that it said on both of its outputs. */
export interface Ended {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly output: string;
}

/** A server of Cahier in a process of its own, as people run it. */
export interface Served {
  /** Where it listens, as it says itself: `http://localhost:41234`. */
  readonly url: string;
  /** The one-time link of the organiser. */
  readonly organiser: string;
  readonly process: ChildProcess;
  readonly ended: Promise<Ended>;
  readonly output: () => string;
}

export interface ServeOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** Without one: `node server/start.ts`. */
  readonly command?: readonly [program: string, ...args: string[]];
  readonly cwd?: string;
}

/** Starts a server and waits until it says where it listens. Throws with all it said when it ends before. */
export async function serve(options: ServeOptions = {}): Promise<Served> {
  const run = launch(options);
  await Promise.race([
    run.said(/^Organiser: http\S+\n/m),
    run.ended.then(({ status, output }) => {
      throw new Error(`The server ended with status ${status}:\n${output}`);
    }),
  ]);
  const [, organiser = ""] = /^Organiser: (http\S+)\n/m.exec(run.output()) ?? [];
  return { ...run, organiser, url: new URL(organiser).origin };
}

/** Starts a process that is expected to end by itself, and waits for that. */
export function runToEnd(options: ServeOptions): Promise<Ended> {
  return launch(options).ended;
}

/** A data folder of its own; `remove` when the test is done. */
export function dataFolder(): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), "cahier-data-"));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

interface Launched extends Pick<Served, "process" | "ended" | "output"> {
  readonly said: (words: RegExp) => Promise<void>;
}

/** A test that fails leaves its server to this: none outlives the file that started it. */
const running = new Map<ChildProcess, Promise<Ended>>();
afterAll(async () => {
  for (const child of running.keys()) child.kill("SIGTERM");
  await Promise.all(running.values());
});

/** PORT=0 lets the system choose a free port, so that nothing on this machine is in the way. */
function launch({ env = {}, command = [ownNode, "server/start.ts"], cwd = root }: ServeOptions): Launched {
  const [program, ...args] = command;
  const child = spawn(program, args, {
    cwd,
    env: { ...process.env, HOST: "127.0.0.1", PORT: "0", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  const hearers = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      for (const hearer of hearers) hearer();
    });
  }
  const said = (words: RegExp): Promise<void> =>
    new Promise((resolve) => {
      const hear = (): void => {
        if (words.test(output)) resolve();
      };
      hearers.add(hear);
      hear();
    });
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (status, signal) => {
      running.delete(child);
      resolve({ status, signal, output });
    });
  });
  running.set(child, ended);
  return { process: child, ended, said, output: () => output };
}
