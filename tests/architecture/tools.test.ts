import { spawnSync } from "node:child_process";
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

import { afterAll, beforeAll, expect, test } from "vitest";

import { staticSteps } from "../../scripts/steps.ts";

/** The tools of `npm run check`, with the house's own settings, on a small house with one fault of each kind. */
const root = join(import.meta.dirname, "..", "..");
const settings = [".oxlintrc.json", ".oxfmtrc.json", "knip.config.ts", "tsconfig.json", "tsconfig.base.json"];
const folder = mkdtempSync(join(tmpdir(), "cahier-tools-"));

const house = {
  "package.json": JSON.stringify({ name: "house", type: "module", dependencies: { fastify: "5.0.0" } }),
  "server/start.ts": `import { used, type Life } from "./facts.ts";
import { nowhere } from "nowhere";

async function later(): Promise<void> {}
later();
const anything: any = used;
const sure = [1].at(0)!;
const number: number = "text";
export const name = (life: Life): string => {
  switch (life) {
    case "open":
      return nowhere;
  }
};
console.log( anything, sure, number );
`,
  "server/facts.ts": `export type Life = "open" | "closed";\nexport const used = 1;\nexport const unused = 2;\n`,
  "server/forgotten.ts": `export const nobody = 1;\n`,
  "shared/empty.ts": `export {};\n`,
  "client/page.ts": `const text: string = process.argv;\nexport { text };\n`,
};

beforeAll(() => {
  for (const [path, text] of Object.entries(house)) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  for (const name of settings) copyFileSync(join(root, name), join(folder, name));
  cpSync(join(root, "client", "tsconfig.json"), join(folder, "client", "tsconfig.json"));
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("ARC-20 the linter sees a promise that nobody waits for, any, a `!` and a life that a switch forgets", () => {
  const { status, output } = run("oxlint", []);
  expect(status).not.toBe(0);
  for (const rule of [
    "no-floating-promises",
    "no-explicit-any",
    "no-non-null-assertion",
    "switch-exhaustiveness-check",
  ]) {
    expect(output).toContain(rule);
  }
});

test("ARC-21 knip, as the check runs it, sees an unused export, file and dependency, and an import that leads nowhere", async () => {
  const step = (await staticSteps()).find(({ tool }) => tool === "knip");
  const { status, output } = run("knip", step?.args ?? []);
  expect(status).not.toBe(0);
  for (const name of ["unused ", "server/forgotten.ts", "fastify", "nowhere"]) expect(output).toContain(name);
});

test("ARC-22 the formatter sees a line that is not in its form", () => {
  const { status, output } = run("oxfmt", ["--check"]);
  expect(status).not.toBe(0);
  expect(output).toContain("server/start.ts");
});

test("ARC-23 the compiler sees a wrong type, and a server's global in the client", () => {
  expect(run("tsc", ["--project", "tsconfig.json"]).output).toContain("server/start.ts(8,");
  expect(run("tsc", ["--project", "client/tsconfig.json"]).output).toContain("Cannot find name 'process'");
});

function run(tool: string, args: readonly string[]): { readonly status: number | null; readonly output: string } {
  const command = join(root, "node_modules", ".bin", tool);
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: "0" },
  });
  return { status, output: stdout + stderr };
}
