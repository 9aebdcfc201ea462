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
 * Runs one vitest project, or a share of it (`1/2`), to its end and shows what it wrote. A part in which no test ran, or that ended badly
 * without a failed test, counts one failure.
 */
export async function runPart(
  project: string,
  env: Readonly<Record<string, string>>,
  share?: string,
): Promise<PartCount> {
  const folder = mkdtempSync(join(tmpdir(), "cahier-results-"));
  const file = join(folder, "results.json");
  const args = ["run", "--project", project, "--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  if (share !== undefined) args.push(`--shard=${share}`);
  const { ok, seconds } = await runStep({ name: `${project} tests`, tool: "vitest", args, env }, "always");
  const counted = countTests(readResults(file), ok);
  rmSync(folder, { recursive: true, force: true });
  return { name: project, ...counted, seconds };
}

/** What vitest's JSON report comes to. A skipped or unfinished test has not passed: the suite skips nothing. */
export function countTests(results: unknown, ok: boolean): Pick<PartCount, "passed" | "failed"> {
  const passed = numberOf(results, "numPassedTests");
  const failed = ["numFailedTests", "numPendingTests", "numTodoTests"].reduce(
    (sum, key) => sum + numberOf(results, key),
    0,
  );
  return { passed, failed: failed === 0 && (!ok || passed === 0) ? 1 : failed };
}

/** Null when vitest ended before it could write one. */
function readResults(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}

function numberOf(results: unknown, key: string): number {
  if (typeof results !== "object" || results === null) return 0;
  const value: unknown = Reflect.get(results, key);
  return typeof value === "number" ? value : 0;
}
