import { spawn, type ChildProcess } from "node:child_process";
import { rm } from "node:fs/promises";
import { join, resolve } from "node:path";

import { buildClient } from "../build-client.ts";

const root = resolve(import.meta.dirname, "../..");
const startWaitMs = 30_000;

/** The server of the demonstration, a process of its own on a new folder, as `npm start` would run it. */
export interface DemoHouse {
  readonly origin: string;
  /** Path of the organiser's one-time link. */
  readonly link: string;
  readonly process: ChildProcess;
}

export async function openDemoHouse(port: number, quiet: boolean): Promise<DemoHouse> {
  await buildClient();
  const dataDir = join(root, ".cache", "demo");
  await rm(dataDir, { recursive: true, force: true });
  const child = spawn(process.execPath, ["server/start.ts"], {
    cwd: root,
    env: { ...process.env, DATA_DIR: dataDir, PORT: String(port), DATABASE_URL: "" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const link = await new Promise<string>((found, failed) => {
    let printed = "";
    const tooLong = setTimeout(() => failed(new Error("The server did not start")), startWaitMs);
    child.once("exit", (code) => failed(new Error(`The server ended with ${code}`)));
    child.stdout.on("data", (chunk: Buffer) => {
      printed += chunk.toString("utf8");
      if (!quiet) process.stdout.write(chunk);
      const line = /^Organiser: (http\S+)$/mu.exec(printed)?.[1];
      if (line === undefined) return;
      clearTimeout(tooLong);
      found(new URL(line).pathname);
    });
  });
  return { origin: `http://localhost:${port}`, link, process: child };
}
