import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/** The server as people run it: a process of its own on a folder of its own. Nothing of it is imported. */
export interface House {
  readonly url: string;
  /** The one-time link that the terminal shows to the organiser. */
  organiserLink(): string;
  /** Ends in order and removes the folder. */
  close(): Promise<void>;
}

const root = resolve(import.meta.dirname, "../../..");
const startWaitMs = 30_000;

export async function openHouse(): Promise<House> {
  const dataDir = await mkdtemp(join(tmpdir(), "cahier-journey-"));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let shown = "";
  const child = spawn(join(root, "node_modules/.bin/node"), ["server/start.ts"], {
    cwd: root,
    env: { ...process.env, HOST: "127.0.0.1", PORT: String(port), DATA_DIR: dataDir },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const gone = new Promise<void>((done) => child.once("exit", () => done()));
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      shown += chunk.toString("utf8");
    });
  }
  const link = (): string | null => /^Organiser: (http\S+)/mu.exec(shown)?.[1] ?? null;
  await until(() => link() !== null || child.exitCode !== null);
  return {
    url,
    organiserLink: () => {
      const printed = link();
      if (printed === null) throw new Error(`No organiser's link was printed:\n${shown}`);
      return url + new URL(printed).pathname;
    },
    close: async () => {
      child.kill("SIGTERM");
      await gone;
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function until(holds: () => boolean): Promise<void> {
  const end = Date.now() + startWaitMs;
  while (!holds() && Date.now() < end) await new Promise((done) => setTimeout(done, 50));
}

async function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once("error", fail);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      probe.close(() => done(port));
    });
  });
}
