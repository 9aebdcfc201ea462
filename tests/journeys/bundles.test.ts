import { spawnSync } from "node:child_process";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { expect, test } from "vitest";

import { tooNewInScript } from "../support/floor-of-scripts.ts";
import { tooNewInStyle } from "../support/floor-of-styles.ts";

/** What a phone of 2020 loads: Chrome 87, Safari 14.0, Firefox 102 are the floor. */
const built = join(import.meta.dirname, "..", "..", "dist", "client");
const bundles = globSync("**/*.js", { cwd: built });
const styles = globSync("**/*.css", { cwd: built });
const read = (name: string): string => readFileSync(join(built, name), "utf8");

/** What may stand there all the same, and why. */
const allowed = [
  // The hash's package and Lit ask first whether it is there; our elements adopt no style sheet.
  ".toHex() (Chrome 140, Safari 18.2)",
  ".adoptedStyleSheets (Safari 16.4)",
  // The button that was pressed last stands in for it.
  ".submitter (Safari 15.4)",
  // Without it a tick has the browser's own colour, and is as plain to see.
  "accent-color (Chrome 93, Safari 15.4): .ticks input",
  // Without it a long list is laid out whole: the same, and slower to come.
  "content-visibility (Chrome 85, Safari 18): .amendments .order>li:not(.joint)",
  // A choice is seen by its own mark too; this colours its whole row.
  ":has() (Chrome 105, Safari 15.4, Firefox 121): .choice:has(:checked)",
  ":has() (Chrome 105, Safari 15.4, Firefox 121): .choice:has(:focus-visible)",
];

const notAllowed = (found: readonly string[]): readonly string[] => found.filter((one) => !allowed.includes(one));

test.for(bundles)("TOOL-13 the bundle %s runs in the oldest browsers", (bundle) => {
  const checked = spawnSync(process.execPath, ["--check", join(built, bundle)], { encoding: "utf8" });
  expect(checked.stderr).toBe("");
  expect(notAllowed(tooNewInScript(read(bundle)))).toEqual([]);
});

test.for(styles)("TOOL-13 the style sheet %s is read by the oldest browsers", (style) => {
  expect(notAllowed(tooNewInStyle(read(style)))).toEqual([]);
});

test("TOOL-13 there are bundles and style sheets to look at, and nothing is allowed that is not there", () => {
  expect(bundles.length).toBeGreaterThan(10);
  expect(styles.length).toBeGreaterThan(5);
  const found = [...bundles.map(read).flatMap(tooNewInScript), ...styles.map(read).flatMap(tooNewInStyle)];
  expect(allowed.filter((one) => !found.includes(one))).toEqual([]);
});

test.each([
  ["class A { static { a(); } }", "a static block"],
  ["class A { b = 1 }", "a class field"],
  ["class A { #c() {} }", "a private name"],
  ["class A { @d e() {} }", "a decorator"],
  ["await f;", "a top-level await"],
  ["const last = list.at(-1);", ".at()"],
  ["list.toSorted()", ".toSorted()"],
  ["list?.findLast((one) => one)", ".findLast()"],
  ["structuredClone(a)", "structuredClone"],
  ["Object.hasOwn(a, 'b')", "Object.hasOwn"],
  ["crypto.randomUUID()", ".randomUUID()"],
  ["self.crypto.subtle.digest('SHA-256', a)", ".subtle"],
  ["fetch(a, { signal: AbortSignal.timeout(1) })", "AbortSignal.timeout"],
  ["a.addEventListener('b', c, { signal })", "a signal that ends a listener"],
  ["new Intl.ListFormat('fr')", "Intl.ListFormat"],
  ["new Intl.DateTimeFormat('fr', { dateStyle: 'long' })", "dateStyle"],
  ["new WeakRef(a)", "WeakRef"],
  ["/(?<=a)b/u.test(c)", "a lookbehind"],
  ["new RegExp('(?<!a)b', 'u')", "a lookbehind"],
  ["/[a&&b]/v.test(c)", "the flag v"],
  ["/a/d.exec(b)", "the flag d"],
])("TOOL-13 %s is seen as too new", (script, words) => {
  expect(tooNewInScript(script)).toEqual([expect.stringContaining(words)]);
});

test("TOOL-13 what the floor knows is let through", () => {
  const script = `const { at } = a?.b ?? {}; at(0); a.at; a ||= 1n; "x".replaceAll("a", "b"); Promise.any([]); /(?<year>\\d)\\p{L}(?:a)/u.exec(b); import("c");`;
  expect(tooNewInScript(script)).toEqual([]);
});

test.each([
  ["a:has(b) { top: 0 }", ":has()"],
  [":is(a, b) { top: 0 }", ":is()"],
  ["a:not(b, c) { top: 0 }", ":not() with a list"],
  ["a, b:focus-visible { top: 0 }", ":focus-visible in a list"],
  ["a { inset: 0 }", "inset"],
  ["a { padding-inline: var(--s) }", "padding-inline"],
  ["a { aspect-ratio: 1 }", "aspect-ratio"],
  ["a { height: 100dvh }", "viewport"],
  ["a { color: color-mix(in srgb, red, blue) }", "a colour"],
  ["a { text-decoration: underline 2px }", "a thickness"],
  ["@layer a { b { top: 0 } }", "@layer"],
  ["@media (width >= 40rem) { a { top: 0 } }", "a range of widths"],
  ["a { & b { top: 0 } }", "nesting"],
])("TOOL-13 %s is seen as too new", (style, words) => {
  expect(tooNewInStyle(style)).toContainEqual(expect.stringContaining(words));
});

test("TOOL-13 a value that stands in for a newer one is let through, and so is what is asked for first", () => {
  expect(tooNewInStyle("a { height: 100vh; height: 100dvh; text-decoration: underline dotted }")).toEqual([]);
  expect(tooNewInStyle("@supports selector(:has(*)) { a:has(b) { inset: 0 } } a { top: 0 }")).toEqual([]);
});

test("TOOL-14 every bundle and style lies there compressed as well", () => {
  const files = globSync("assets/*.{js,css}", { cwd: built }).filter(
    (name) => readFileSync(join(built, name)).length > 512,
  );
  for (const name of files) {
    expect(globSync(`${name}.{gz,br}`, { cwd: built })).toHaveLength(2);
  }
});
