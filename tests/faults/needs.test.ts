import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";

import pg from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";

import { findBrowser } from "../support/browser.ts";
import { startPostgres } from "../support/postgres-server.ts";

const folders = (process.env["PATH"] ?? "").split(delimiter);
/** All that a bare machine has on its path here: the program that tells who `nobody` is. */
const bare = mkdtempSync(join(tmpdir(), "cahier-path-"));

beforeAll(() => {
  symlinkSync(execFileSync("sh", ["-c", "command -v id"], { encoding: "utf8" }).trim(), join(bare, "id"));
  vi.stubEnv("PATH", bare);
  vi.stubEnv("CHROMIUM_PATH", "");
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(bare, { recursive: true });
});

test("TOOL-28 with no Chromium on the path the tests bring their own", async () => {
  const { path, version } = await findBrowser();
  expect(version).toMatch(/^(Chromium|Google Chrome) \d+/u);
  expect(folders).not.toContain(dirname(path));
});

test("TOOL-28 with no PostgreSQL on the path the tests bring their own", async () => {
  const { url, stop } = await startPostgres();
  const client = new pg.Client(url);
  await client.connect();
  const { rows } = await client.query("select version()");
  await client.end();
  await stop();
  expect(rows).toEqual([{ version: expect.stringMatching(/^PostgreSQL \d+/u) }]);
});
