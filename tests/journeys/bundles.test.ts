import { spawnSync } from "node:child_process";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { parseSync, Visitor } from "oxc-parser";
import { expect, test } from "vitest";

/** What a phone of 2020 would not read: Chrome 87, Safari 14, Firefox 102 are the floor. */
const built = join(import.meta.dirname, "..", "..", "dist", "client");
const bundles = globSync("**/*.js", { cwd: built });

test.for(bundles)("TOOL-13 the bundle %s is JavaScript that runs, in the syntax of the oldest browsers", (bundle) => {
  const path = join(built, bundle);
  const checked = spawnSync(process.execPath, ["--check", path], { encoding: "utf8" });
  expect(checked.stderr).toBe("");
  expect(newSyntaxIn(readFileSync(path, "utf8"))).toEqual([]);
});

test("TOOL-13 there are bundles to look at", () => {
  expect(bundles.length).toBeGreaterThan(0);
});

test("TOOL-13 syntax that is too new is seen", () => {
  const planted = `class A { static { a(); } b = 1; #c() { return #c in this; } @d e; } await f;`;
  expect(newSyntaxIn(planted)).toEqual(["static block", "class field", "private name", "decorator", "top-level await"]);
});

test("TOOL-14 every bundle and style lies there compressed as well", () => {
  const files = globSync("assets/*.{js,css}", { cwd: built }).filter(
    (name) => readFileSync(join(built, name)).length > 512,
  );
  for (const name of files) {
    expect(globSync(`${name}.{gz,br}`, { cwd: built })).toHaveLength(2);
  }
});

/** Each kind of syntax once that came after the floor, in a fixed order. */
function newSyntaxIn(text: string): readonly string[] {
  const found = new Set<string>();
  let functions = 0;
  const enter = (): void => void functions++;
  const leave = (): void => void functions--;
  const { program, errors } = parseSync("bundle.js", text);
  if (errors[0]) found.add(errors[0].message);
  new Visitor({
    StaticBlock: () => void found.add("static block"),
    PropertyDefinition: () => void found.add("class field"),
    PrivateIdentifier: () => void found.add("private name"),
    Decorator: () => void found.add("decorator"),
    FunctionDeclaration: enter,
    "FunctionDeclaration:exit": leave,
    FunctionExpression: enter,
    "FunctionExpression:exit": leave,
    ArrowFunctionExpression: enter,
    "ArrowFunctionExpression:exit": leave,
    AwaitExpression: () => void (functions === 0 && found.add("top-level await")),
  }).visit(program);
  const order = ["static block", "class field", "private name", "decorator", "top-level await"];
  return [...found].toSorted((a, b) => order.indexOf(a) - order.indexOf(b));
}
