import { join } from "node:path";

import { describe, expect, test } from "vitest";

import { parseSource, sourcesOfTheHouse } from "./source.ts";
import { violationsIn } from "./violations.ts";

const root = join(import.meta.dirname, "..", "..");

describe("the house", () => {
  const sources = sourcesOfTheHouse(root);

  test.for(["shared", "server", "client", "scripts", "tests"])("ARC-1 files of %s are seen", (side) => {
    const seen = [...sources.keys()].filter((path) => path.startsWith(`${side}/`));
    expect(seen.length).toBeGreaterThan(0);
  });

  test("ARC-2 imports between the files are seen", () => {
    const imports = [...sources].flatMap(([path, text]) => parseSource(path, text).imports);
    expect(imports.filter((name) => name.startsWith(".")).length).toBeGreaterThan(50);
  });

  test("ARC-3 no file breaks a rule of the house", () => {
    expect(violationsIn(sources)).toEqual([]);
  });
});

describe("each rule, broken on purpose, is seen", () => {
  test.for<readonly [title: string, path: string, text: string, words: string]>([
    [
      "ARC-4 a room that imports from its right",
      "shared/people/a.ts",
      `import { a } from "../texts/index.ts";`,
      "left",
    ],
    ["ARC-4 also for types", "shared/journal/a.ts", `import type { A } from "../people/index.ts";`, "left"],
    [
      "ARC-4 also across the sides",
      "server/ballots/a.ts",
      `import { a } from "../../shared/plenary/index.ts";`,
      "left",
    ],
    ["ARC-4 also in the client", "client/texts/a.ts", `export { a } from "../ballots/index.ts";`, "left"],
    ["ARC-4 also by import()", "server/texts/a.ts", `await import("../declarations/index.ts");`, "left"],
    ["ARC-4 also in a type", "server/texts/a.ts", `type A = import("../declarations/index.ts").A;`, "left"],
    ["ARC-4 the views are on the right", "shared/people/a.ts", `import type { A } from "../views/index.ts";`, "left"],
    ["ARC-5 past a neighbour's index", "server/people/a.ts", `import { a } from "../storage/port.ts";`, "index.ts"],
    [
      "ARC-5 past the own room's shared index",
      "server/people/a.ts",
      `import { a } from "../../shared/people/may.ts";`,
      "index.ts",
    ],
    [
      "ARC-6 shared reaching into server",
      "shared/people/a.ts",
      `import { a } from "../../server/people/index.ts";`,
      "shared ←",
    ],
    [
      "ARC-6 client reaching into server",
      "client/people/a.ts",
      `import { a } from "../../server/people/index.ts";`,
      "shared ←",
    ],
    [
      "ARC-6 server reaching into client",
      "server/people/a.ts",
      `import { a } from "../../client/pages/index.ts";`,
      "shared ←",
    ],
    [
      "ARC-6 the door used for more",
      "server/http/draw.ts",
      `import { a } from "../../client/ui/index.ts";`,
      "shared ←",
    ],
    ["ARC-6 out of the house", "server/people/a.ts", `import { a } from "../../tests/support/runs.ts";`, "leads out"],
    ["ARC-7 shared with a disk", "shared/people/a.ts", `import { readFileSync } from "node:fs";`, "pure"],
    ["ARC-7 shared with a server's package", "shared/people/a.ts", `import fastify from "fastify";`, "pure"],
    ["ARC-7 client with a disk", "client/ui/a.ts", `import { readFileSync } from "node:fs";`, "node:"],
    ["ARC-8 shared reading the clock", "shared/people/a.ts", `export const a = Date.now();`, "Date.now"],
    ["ARC-8 shared reading the clock by new Date", "shared/people/a.ts", `export const a = new Date();`, "clock"],
    ["ARC-8 shared throwing dice", "shared/people/a.ts", `export const a = Math.random();`, "Math.random"],
    ["ARC-8 shared waiting", "shared/people/a.ts", `setTimeout(() => {}, 1);`, "setTimeout"],
    ["ARC-8 shared in a page", "shared/people/a.ts", `document.title = "";`, "document.title"],
    ["ARC-9 a long file", "server/people/a.ts", "export {};\n".repeat(401), "401 lines"],
    ["ARC-9 a long verifier", "scripts/verify.ts", "export {};\n".repeat(301), "301 lines"],
    ["ARC-10 a default export", "server/people/a.ts", `export default 1;`, "default"],
    ["ARC-10 a star export", "server/people/index.ts", `export * from "./a.ts";`, "everything"],
    ["ARC-10 an enum", "server/people/a.ts", `enum A { B }`, "enum"],
    ["ARC-10 a decorator", "client/ui/a.ts", `class A { @b accessor c = 1; }`, "decorator"],
    [
      "ARC-16 a warrant that no ballot gave",
      "server/amendments/a.ts",
      `export const a = new Warrant("adopted", decision);`,
      "warrant",
    ],
    ["ARC-17 a page drawn by Lit", "client/ui/a.ts", `import { html } from "lit";`, "only an element"],
    [
      "ARC-17 an element that knows a message",
      "client/texts/editor/elements/a.ts",
      `import type { ClientMessage } from "../../../../shared/protocol.ts";`,
      "no message",
    ],
    [
      "ARC-17 an element that knows the page",
      "client/elements/a.ts",
      `import { morph } from "../enhance/index.ts";`,
      "no page",
    ],
    ["ARC-17 an element that knows an address", "client/elements/a.ts", "html`<a href=/r/${1}>`;", "an address"],
    ["ARC-11 another host", "client/ui/a.ts", `export const a = "https://fonts.example.org/a.css";`, "host"],
    [
      "ARC-11 another host in a template",
      "client/ui/a.ts",
      "export const a = `<img src=//cdn.example.org/${1}>`;",
      "host",
    ],
    [
      "ARC-12 a journey that knows the model",
      "tests/journeys/a.ts",
      `import { a } from "../../shared/people/index.ts";`,
      "only pages",
    ],
    [
      "ARC-13 a verifier with a helper",
      "scripts/verify.ts",
      `import { a } from "../shared/journal/index.ts";`,
      "alone",
    ],
    ["ARC-13 a verifier with a package", "scripts/verify.ts", `import { a } from "@noble/hashes/sha2.js";`, "alone"],
  ])("%s", ([, path, text, words]) => {
    expect(violationsIn(new Map([[path, text]]))).toEqual([expect.stringContaining(words)]);
  });

  test("ARC-12 a journey that reaches the model by way of a helper", () => {
    const sources = new Map([
      ["tests/journeys/a.test.ts", `import { a } from "../support/a.ts";`],
      ["tests/support/a.ts", `import { may } from "../../shared/people/index.ts";`],
    ]);
    expect(violationsIn(sources)).toEqual([expect.stringContaining("only pages")]);
  });

  test("ARC-17 a page that reaches an element by way of a neighbour", () => {
    const sources = new Map([
      ["client/pages/index.ts", `import { a } from "../texts/index.ts";`],
      ["client/texts/index.ts", `export { a } from "./elements/a.ts";`],
      ["client/texts/elements/a.ts", `import { LitElement } from "lit";`],
    ]);
    expect(violationsIn(sources)).toEqual([expect.stringContaining("without Lit")]);
  });

  test("ARC-14 a file that cannot be parsed is an error, not a file without faults", () => {
    expect(() => violationsIn(new Map([["server/a.ts", "export {"]]))).toThrow("server/a.ts");
  });

  test.for<readonly [path: string, text: string]>([
    ["shared/plenary/a.ts", `import { a } from "../ballots/index.ts"; import { b } from "../refusals.ts";`],
    ["server/people/a.ts", `import { a } from "../../shared/people/index.ts"; import { b } from "./store.ts";`],
    ["server/people/a.ts", `import type { A } from "../../shared/views/index.ts";`],
    ["server/storage/sqlite/a.ts", `import { a } from "../port.ts"; import Database from "better-sqlite3";`],
    ["server/http/draw.ts", `import { draw } from "../../client/pages/index.ts";`],
    [
      "client/pages/people/a.ts",
      `import { a } from "../../ui/index.ts"; import type { B } from "../../../shared/views/index.ts";`,
    ],
    ["client/elements/a.ts", `import { LitElement } from "lit"; import { a } from "../ui/index.ts";`],
    ["client/ui/a.ts", `export const space = "http://www.w3.org/2000/svg"; export const here = "/textes";`],
    ["shared/people/a.ts", `export const day = (atMs: number) => new Date(atMs).toISOString();`],
    ["vite.config.ts", `export default {};`],
  ])("ARC-15 what is allowed is let through: %s", ([path, text]) => {
    expect(violationsIn(new Map([[path, text]]))).toEqual([]);
  });
});
