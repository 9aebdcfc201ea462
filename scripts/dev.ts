/** `npm run dev`: serves, and on a change in client/, shared/ or server/ builds what is stale and serves anew. */
import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, watch } from "node:fs";
import { join } from "node:path";

import { buildClient } from "./build-client.ts";
import { root } from "./steps.ts";

/** Editors write a file in several strokes. */
const settleMs = 150;

let server: ChildProcess | null = null;
let timer: NodeJS.Timeout | undefined;
let turn: Promise<void> = Promise.resolve();

for (const folder of ["client", "shared", "server"].map((name) => join(root, name)).filter(existsSync)) {
  watch(folder, { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      turn = turn.then(serveAnew);
    }, settleMs);
  });
}
for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.on(signal, () => {
    void stopServer().then(() => process.exit(0));
  });
}
turn = turn.then(serveAnew);

async function serveAnew(): Promise<void> {
  try {
    const { built, lines } = await buildClient();
    if (built) console.log(lines.join("\n"));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
  }
  await stopServer();
  server = spawn(process.execPath, [join(root, "server", "start.ts")], { stdio: "inherit" });
}

/** Resolves when the server's process has ended by itself. */
function stopServer(): Promise<void> {
  const running = server;
  server = null;
  if (!running || running.exitCode !== null || running.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    running.once("exit", () => resolve());
    running.kill("SIGTERM");
  });
}
