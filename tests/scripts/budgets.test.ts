import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, expect, test } from "vitest";

import { firstLoads, judge, type Manifest } from "../../scripts/budgets.ts";

const folder = mkdtempSync(join(tmpdir(), "cahier-budgets-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string, bytes: number): string => {
  writeFileSync(join(folder, name), "x".repeat(bytes));
  return name;
};

test("TOOL-11 a first load is the entry, all it imports at once and their styles, each once and as it is sent", () => {
  file("vote.js", 9_000);
  file("vote.js.gz", 1_000);
  const manifest: Manifest = {
    vote: { file: "vote.js", name: "vote", isEntry: true, imports: ["live", "t"], css: [file("a.css", 10)] },
    live: { file: file("live.js", 200), imports: ["t"], css: ["a.css", file("b.css", 20)] },
    t: { file: file("t.js", 3_000), imports: ["live"] },
    later: { file: file("later.js", 50_000) },
  };
  expect(firstLoads(manifest, folder)).toEqual([
    { entry: "vote", bytes: 1_000 + 10 + 200 + 20 + 3_000, limitBytes: 40_960 },
  ]);
});

test.for<readonly [bytes: number, ok: boolean]>([
  [40_960, true],
  [40_961, false],
])("TOOL-12 a first load of %i bytes where 40 KB are allowed: %s", ([bytes, ok]) => {
  const manifest = { vote: { file: file(`${bytes}.js`, bytes), name: "vote", isEntry: true } };
  expect(judge(firstLoads(manifest, folder)).ok).toBe(ok);
});

test("TOOL-12 an entry for which nobody set a limit is refused", () => {
  const { ok, lines } = judge(firstLoads({ x: { file: file("x.js", 1), name: "surprise", isEntry: true } }, folder));
  expect(ok).toBe(false);
  expect(lines).toEqual([expect.stringContaining("no limit is set")]);
});
