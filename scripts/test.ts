/**
 * `npm test`: everything, in one go. Format, types, lint, unused code, the client's build with its budgets, then every part
 * of the suite: unit, contracts (SQLite and a real PostgreSQL server), faults, faces and journeys (a real browser). The last line on standard output is `N passed, N failed`: each test counts as one, and so does each check.
 * `--long` (`npm run test:long`) runs the random tests with their large counts.
 */
import { findBrowser } from "../tests/support/browser.ts";
import { buildClient } from "./build-client.ts";
import { anyFile, runSteps, staticSteps } from "./steps.ts";
import { runPart } from "./vitest-part.ts";

const startedMs = performance.now();
const env = { CAHIER_TESTS: process.argv.includes("--long") ? "long" : "full", NODE_ENV: "test" };
/**
 * In this order, two at a time: the next one begins when one has ended, so that neither core waits at the end. A part may be
 * run in shares, `journeys 1/2` being the first of two.
 */
const parts = ["faces", "unit", "contracts", "faults", "journeys 1/2", "journeys 2/2"];
let passed = 0;
let failed = 0;

console.log(`Node ${process.versions.node} on ${process.platform} ${process.arch}`);
for (const { ok } of await runSteps(await staticSteps(), 2)) count(ok);
count(await buildsWithinBudgets());
count(await hasBrowser());
await Promise.all([runParts(), runParts()]);

console.log(`\n${((performance.now() - startedMs) / 60_000).toFixed(1)} minutes`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;

async function runParts(): Promise<void> {
  for (let next = parts.shift(); next !== undefined; next = parts.shift()) {
    const [part = "", share] = next.split(" ");
    if (!(await anyFile(`tests/${part === "unit" ? "*" : part}/**/*.test.ts`))) {
      console.log(`✗ there are no ${part} tests`);
      failed += 1;
      continue;
    }
    console.log(`— ${next} tests begin`);
    const counted = await runPart(part, env, share);
    passed += counted.passed;
    failed += counted.failed;
    console.log(`${next}: ${counted.passed} passed, ${counted.failed} failed, ${counted.seconds.toFixed(0)} s\n`);
  }
}

function count(ok: boolean): void {
  if (ok) passed += 1;
  else failed += 1;
}

async function buildsWithinBudgets(): Promise<boolean> {
  try {
    const { lines } = await buildClient(true);
    console.log(["✓ the client builds", ...lines].join("\n"));
    return true;
  } catch (error) {
    console.log(`✗ the client builds\n${messageOf(error)}`);
    return false;
  }
}

async function hasBrowser(): Promise<boolean> {
  try {
    const { version, source, path } = await findBrowser();
    console.log(`✓ browser: ${version} (${source}, ${path})`);
    return true;
  } catch (error) {
    console.log(`✗ browser\n${messageOf(error)}`);
    return false;
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
