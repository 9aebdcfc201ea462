import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { expect, test } from "vitest";

import { gapsInFlex } from "../../support/floor-of-styles.ts";

const folder = join(import.meta.dirname, "../../../client/ui/styles");
const read = (name: string): string => readFileSync(join(folder, name), "utf8");

test("TOOL-18 each flexible box with a gap has its margin in floor.css, for Safari 14.0, which leaves no gap", () => {
  const boxes = gapsInFlex(globSync("*.css", { cwd: folder }).map(read).join("\n"));
  expect(boxes.length).toBeGreaterThan(10);
  expect(withoutMargin(boxes, read("floor.css"))).toEqual([]);
});

test("TOOL-18 a box without its margin is seen", () => {
  const sheet = ".a, .b { display: inline-flex; gap: 1px } .c { display: grid; gap: 1px } .d { display: flex }";
  expect(withoutMargin(gapsInFlex(sheet), "@supports not (inset: 0) { .a > * + * { margin: 0 } }")).toEqual([".b"]);
});

function withoutMargin(boxes: readonly string[], sheet: string): readonly string[] {
  const named = new Set([...sheet.matchAll(/([^,{}]+?) > \* \+ \*/gu)].map(([, box = ""]) => box.trim()));
  return boxes.filter((box) => !named.has(box));
}
