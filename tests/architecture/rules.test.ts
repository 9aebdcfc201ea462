import { readFileSync } from "node:fs";
import { join } from "node:path";

import { expect, test } from "vitest";

import { sourcesOfTheHouse, type Sources } from "./source.ts";

const root = join(import.meta.dirname, "..", "..");
const page = readFileSync(join(root, "docs", "rules.md"), "utf8");

test("ARC-18 each rule stands once and is cited by a test; each number that a test cites is a rule", () => {
  expect(numbersOf(page).length).toBeGreaterThan(300);
  expect(faultsOf(page, sourcesOfTheHouse(root))).toEqual([]);
});

test("ARC-18 a rule that stands twice, one that nobody checks and a number without a rule are seen", () => {
  const planted = "- JRN-1 One.\n- JRN-1 One.\n- JRN-2 Two.\n";
  const sources = new Map([["tests/a.test.ts", `test("JRN-1 one", a); it("JRN-3 JRN-4 three, four", a);`]]);
  const found = ["JRN-1 stands twice", "JRN-2 has no test", "JRN-3 is no rule", "JRN-4 is no rule"];
  expect(faultsOf(planted, sources)).toEqual(found);
});

function faultsOf(rules: string, sources: Sources): readonly string[] {
  const numbers = numbersOf(rules);
  const known = new Set(numbers);
  const cited = new Set([...sources].flatMap(([path, text]) => (path.startsWith("tests/") ? citedIn(text) : [])));
  return [
    ...numbers.filter((number, index) => numbers.indexOf(number) !== index).map((number) => `${number} stands twice`),
    ...[...known].filter((number) => !cited.has(number)).map((number) => `${number} has no test`),
    ...[...cited].filter((number) => !known.has(number)).map((number) => `${number} is no rule`),
  ];
}

const numbersOf = (rules: string): readonly string[] =>
  [...rules.matchAll(/^- ([A-Z]+-\d+) /gm)].flatMap(([, a = ""]) => a);

/** At the beginning of a title, or of a line in a list of them; a title may begin with several. */
const citedIn = (text: string): readonly string[] =>
  [...text.matchAll(/["'`]((?:[A-Z]{2,4}-\d+ )+)/g)].flatMap(([, numbers = ""]) => numbers.trim().split(" "));
