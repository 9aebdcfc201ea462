import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterEach, expect, test } from "vitest";

const root = join(import.meta.dirname, "..", "..");
const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

test("TOOL-6 the exit status of the script is the exit status of the command", async () => {
  const project = makeProject({ "scripts/seven.ts": "const status: number = 7; process.exit(status);" });
  expect((await bootstrap(project, ["scripts/seven.ts"]).ended).status).toBe(7);
});

test("TOOL-7 the script runs with the Node that npm brought, and gets the arguments", async () => {
  const project = makeProject({ "scripts/say.ts": "console.log(process.versions.node, ...process.argv.slice(2));" });
  const { output } = await bootstrap(project, ["scripts/say.ts", "a", "b"]).ended;
  expect(output).toMatch(/^24\.\d+\.\d+ a b$/m);
});

test("TOOL-8 SIGTERM reaches the script, which ends in its own way", async () => {
  const script = `process.on("SIGTERM", () => process.exit(0)); setInterval(() => {}, 1000); console.log("ready");`;
  const project = makeProject({ "scripts/serve.ts": script });
  const run = bootstrap(project, ["scripts/serve.ts"]);
  await run.said("ready");
  run.kill("SIGTERM");
  expect((await run.ended).status).toBe(0);
});

test("TOOL-9 a script killed by a signal gives a status that is not success", async () => {
  const project = makeProject({ "scripts/die.ts": `process.kill(process.pid, "SIGKILL");` });
  expect((await bootstrap(project, ["scripts/die.ts"]).ended).status).toBe(137);
});

test("TOOL-10 an install that fails is said in words, and nothing is started", async () => {
  const project = makeProject({ "scripts/never.ts": `console.log("started");` }, false);
  const { status, output } = await bootstrap(project, ["scripts/never.ts"]).ended;
  expect(status).toBe(1);
  expect(output).toContain("Installing failed: npm ci ended with status 1");
  expect(output).not.toContain("started");
});

test("TOOL-16 under npm, a script ends when the shell that npm put between them is gone", async () => {
  const script = `process.on("SIGTERM", () => { console.log("ended"); process.exit(0); }); setInterval(() => {}, 1000); console.log("ready");`;
  const project = makeProject({ "scripts/serve.ts": script });
  const line = `"${process.execPath}" scripts/bootstrap.cjs scripts/serve.ts; true`;
  const run = follow(
    spawn("sh", ["-c", line], { cwd: project, env: { ...process.env, npm_lifecycle_event: "start" } }),
  );
  await run.said("ready");
  run.kill("SIGKILL");
  await run.said("ended");
  expect((await run.ended).output).toBe("ready\nended\n");
});

/** A project of its own. With modules: this one's node_modules through a symbolic link, used as it stands. */
function makeProject(files: Readonly<Record<string, string>>, modules = true): string {
  const folder = mkdtempSync(join(tmpdir(), "cahier-bootstrap-"));
  folders.push(folder);
  mkdirSync(join(folder, "scripts"));
  copyFileSync(join(root, "scripts", "bootstrap.cjs"), join(folder, "scripts", "bootstrap.cjs"));
  const wants = {
    name: "elsewhere",
    version: "1.0.0",
    type: "module",
    allowScripts: {},
    dependencies: { none: "1.0.0" },
  };
  writeFileSync(join(folder, "package.json"), JSON.stringify(wants));
  // A lockfile that does not hold what package.json wants: npm ci refuses it without asking the network.
  const lock = {
    name: "elsewhere",
    version: "1.0.0",
    lockfileVersion: 3,
    packages: { "": { dependencies: {} }, "node_modules/x": { version: "1.0.0" } },
  };
  writeFileSync(join(folder, "package-lock.json"), JSON.stringify(lock));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  if (modules) symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  return folder;
}

interface Run {
  readonly ended: Promise<{ readonly status: number | null; readonly output: string }>;
  readonly said: (words: string) => Promise<void>;
  readonly kill: (signal: NodeJS.Signals) => void;
}

function bootstrap(project: string, args: readonly string[]): Run {
  return follow(spawn(process.execPath, [join(project, "scripts", "bootstrap.cjs"), ...args], { cwd: project }));
}

function follow(child: ChildProcessWithoutNullStreams): Run {
  let output = "";
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      for (const listener of listeners) listener();
    });
  }
  return {
    ended: new Promise((resolve) => child.on("close", (status) => resolve({ status, output }))),
    said: (words) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (output.includes(words)) resolve();
        };
        listeners.add(look);
        look();
      }),
    kill: (signal) => child.kill(signal),
  };
}
