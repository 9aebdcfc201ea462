import { expect, test } from "vitest";

import { countTests } from "../../scripts/vitest-part.ts";

test.for<readonly [title: string, results: unknown, ok: boolean, passed: number, failed: number]>([
  ["all passed", { numPassedTests: 12, numFailedTests: 0 }, true, 12, 0],
  ["one failed", { numPassedTests: 11, numFailedTests: 1 }, false, 11, 1],
  ["one skipped", { numPassedTests: 11, numFailedTests: 0, numPendingTests: 1 }, true, 11, 1],
  ["one left for later", { numPassedTests: 11, numFailedTests: 0, numTodoTests: 1 }, true, 11, 1],
  ["a file could not be loaded", { numPassedTests: 11, numFailedTests: 0 }, false, 11, 1],
  ["none ran", { numPassedTests: 0, numFailedTests: 0 }, true, 0, 1],
  ["vitest ended without a report", null, false, 0, 1],
])("TOOL-17 what a part of the suite comes to when %s", ([, results, ok, passed, failed]) => {
  expect(countTests(results, ok)).toEqual({ passed, failed });
});
