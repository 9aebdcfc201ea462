import { expect, test } from "vitest";

import { SettingRefused, wordsOfStartFailure } from "../../server/start-failures.ts";
import { StorageRefused } from "../../server/storage/index.ts";

const at = { host: "10.0.0.9", port: 3000 };
const systemError = (code: string): Error => Object.assign(new Error(`listen ${code}`), { code });

test.for<readonly [error: Error, words: string]>([
  [systemError("EADDRINUSE"), "PORT=3001"],
  [systemError("EACCES"), "PORT=3000"],
  [systemError("EADDRNOTAVAIL"), "HOST=10.0.0.9"],
  [new StorageRefused("folder-in-use", "Another Cahier already uses the folder data."), "DATA_DIR="],
  [new StorageRefused("unreachable", "The database is out of reach."), "Is PostgreSQL running"],
  [new StorageRefused("not-permitted", "The user of DATABASE_URL has not the rights."), "GRANT CREATE ON SCHEMA"],
  [new SettingRefused("PORT=abc is not a port."), "PORT=abc"],
])("TOOL-15 a start that is in somebody's hands is refused with what to do: %s", ([error, words]) => {
  expect(wordsOfStartFailure(error, at)).toContain(words);
});

test("TOOL-15 a bug of ours is not dressed up as a setting", () => {
  expect(wordsOfStartFailure(new TypeError("x is undefined"), at)).toBeNull();
});
