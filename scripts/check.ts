/** `npm run check`: the quick part of `npm test`. Format, types, lint, unused code, unit tests; no browser, no PostgreSQL. */
import { runSteps, staticSteps } from "./steps.ts";

const unit = { name: "unit tests", tool: "vitest", args: ["run", "--project", "unit"], env: { CAHIER_TESTS: "quick" } };

const outcomes = await runSteps([unit, ...(await staticSteps())], 2);
const failed = outcomes.filter((outcome) => !outcome.ok);
console.log(failed.length === 0 ? "\nAll is well." : `\nFailed: ${failed.map((one) => one.name).join(", ")}.`);
process.exitCode = failed.length === 0 ? 0 : 1;
