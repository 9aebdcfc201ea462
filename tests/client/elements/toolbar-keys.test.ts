import { expect, test } from "vitest";

import { nextStop } from "../../../client/elements/toolbar-keys.ts";

test.each([
  ["ArrowRight", 0, 1],
  ["ArrowRight", 4, 0],
  ["ArrowLeft", 1, 0],
  ["ArrowLeft", 0, 4],
  ["Home", 3, 0],
  ["End", 1, 4],
  ["ArrowDown", 1, null],
  ["a", 1, null],
])("UI-41 in a row of five tools, %s at %i leads to %s", (key, at, next) => {
  expect(nextStop(key, at, 5)).toBe(next);
});

test("UI-41 a row without a tool leads nowhere", () => {
  expect(nextStop("ArrowRight", 0, 0)).toBeNull();
});
