import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { runStep } from "./steps.ts";

/** What a part of the suite came to. `failed` counts more than failed tests: a file that could not be loaded is one. */
export interface PartCount {
  readonly name: string;
  readonly passed: number;
  readonly failed: number;
  readonly seconds: number;
}

/**
 * Runs one vitest project to its end, its output streaming through. A part in which no test ran, or that ended badly
 * without a failed test, counts one failure.
 */
export async function runPart(project: string, env: Readonly<Record<string, string>>): Promise<PartCount> {
  const folder = mkdtempSync(join(tmpdir(), "cahier-results-"));
  const file = join(folder, "results.json");
  const args = ["run", "--project", project, "--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const { ok, seconds } = await runStep({ name: `${project} tests`, tool: "vitest", args, env }, true);
  const { passed, failed } = readResults(file);
  rmSync(folder, { recursive: true, force: true });
  return { name: project, passed, failed: failed === 0 && (!ok || passed === 0) ? 1 : failed, seconds };
}

function readResults(file: string): { readonly passed: number; readonly failed: number } {
  let results: unknown;
  try {
    results = JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return { passed: 0, failed: 0 };
  }
  return {
    passed: countOf(results, "numPassedTests"),
    // Skipped and unfinished tests are not passed ones: the suite skips nothing.
    failed: countOf(results, "numFailedTests") + countOf(results, "numPendingTests") + countOf(results, "numTodoTests"),
  };
}

function countOf(results: unknown, key: string): number {
  if (typeof results !== "object" || results === null) return 0;
  const value: unknown = Reflect.get(results, key);
  return typeof value === "number" ? value : 0;
}
