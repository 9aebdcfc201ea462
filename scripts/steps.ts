import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { glob } from "node:fs/promises";
import { join } from "node:path";

/** The folder of the whole project. */
export const root = join(import.meta.dirname, "..");

/** One command of a check: a tool of node_modules/.bin by its name, and what it is given. */
export interface Step {
  readonly name: string;
  readonly tool: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

export interface StepOutcome {
  readonly name: string;
  readonly ok: boolean;
  readonly seconds: number;
}

/** The quick checks without tests: format, types, lint, unused code. Each counts as one. */
export async function staticSteps(): Promise<readonly Step[]> {
  return [
    { name: "format", tool: "oxfmt", args: ["--check"] },
    ...(await typeSteps()),
    { name: "lint", tool: "oxlint", args: [] },
    { name: "unused code", tool: "knip", args: ["--no-progress", "--no-config-hints"] },
  ];
}

/** One step a TypeScript project; a project that holds no file yet is left out (tsc calls that an error). */
async function typeSteps(): Promise<readonly Step[]> {
  const projects = [
    { name: "types", config: "tsconfig.json", files: "{shared,server,scripts}/**/*.ts" },
    { name: "types of the client", config: "client/tsconfig.json", files: "client/**/*.ts" },
    { name: "types of the client's tests", config: "tests/client/tsconfig.json", files: "tests/client/**/*.ts" },
  ];
  const steps: Step[] = [];
  for (const { name, config, files } of projects) {
    if (await anyFile(files)) steps.push({ name, tool: "tsc", args: ["--project", config, "--pretty"] });
  }
  return steps;
}

export async function anyFile(pattern: string): Promise<boolean> {
  for await (const _ of glob(pattern, { cwd: root })) return true;
  return false;
}

/** Runs the steps, at most `atOnce` at a time; what a step wrote is shown if it failed. */
export async function runSteps(steps: readonly Step[], atOnce: number): Promise<readonly StepOutcome[]> {
  const waiting = [...steps];
  const outcomes: StepOutcome[] = [];
  const worker = async (): Promise<void> => {
    for (let step = waiting.shift(); step; step = waiting.shift()) outcomes.push(await runStep(step, "failed"));
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return outcomes;
}

/**
 * Runs one step to its end. What it writes is kept, so that two that run at once never mix, and shown when it ends:
 * always, or only if it failed. A tool that is missing or cannot be started is a failed step, said in words.
 */
export async function runStep(step: Step, show: "always" | "failed"): Promise<StepOutcome> {
  const startedMs = performance.now();
  const { ok, output } = await runTool(step);
  const seconds = (performance.now() - startedMs) / 1000;
  const written = show === "always" || !ok ? `\n${output.trimEnd()}\n` : "";
  console.log(`${ok ? "✓" : "✗"} ${step.name} (${seconds.toFixed(1)} s)${written}`);
  return { name: step.name, ok, seconds };
}

async function runTool(step: Step): Promise<{ ok: boolean; output: string }> {
  const command = join(root, "node_modules", ".bin", step.tool);
  if (!existsSync(command)) return { ok: false, output: `${step.tool} is not in node_modules/.bin: run npm ci.` };
  return new Promise((resolve) => {
    let output = "";
    const child = spawn(command, step.args, {
      cwd: root,
      env: { ...process.env, ...(process.stdout.isTTY ? { FORCE_COLOR: "1" } : {}), ...step.env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const keep = (chunk: Buffer): void => {
      output += chunk.toString();
    };
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    child.on("error", (error) => resolve({ ok: false, output: `${output}\n${error.message}` }));
    child.on("close", (status, signal) => {
      if (signal) output += `\nended by ${signal}`;
      resolve({ ok: status === 0, output });
    });
  });
}
