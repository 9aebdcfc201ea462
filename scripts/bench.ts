/** `npm run bench -- NAME [case]`: times what a hall does beside the limit of the machine; one line of JSON a case and system. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";

import { root } from "./steps.ts";

const folder = join(root, "tests", "bench");
const [name = "", ...rest] = process.argv.slice(2);
const file = join(folder, `${name}.ts`);
if (/^[a-z-]+$/u.test(name) && existsSync(file)) {
  process.exitCode = spawnSync(process.execPath, [file, ...rest], { cwd: root, stdio: "inherit" }).status ?? 1;
} else {
  const all = (await readdir(folder)).filter((entry) => entry.endsWith(".ts")).map((entry) => entry.slice(0, -3));
  console.error(`npm run bench -- NAME, where NAME is one of: ${all.join(", ")}`);
  process.exitCode = 2;
}
