import { expect, test } from "vitest";

import { openArchive, sealArchive } from "../../../server/backup/archive.ts";

const files = new Map<string, Uint8Array>([
  ["cahier.sqlite", Buffer.from("SQLite format 3\0 and pages".repeat(1_000))],
  ["key", Buffer.alloc(32, 7)],
  ["empty", Buffer.alloc(0)],
]);

const contents = (opened: ReturnType<typeof openArchive>): unknown =>
  typeof opened === "string" ? opened : [...opened].map(([name, bytes]) => [name, Buffer.from(bytes).toString("hex")]);

test("STO-30 a backup gives its files back under its passphrase, blanks and letter composition aside", () => {
  const archive = sealArchive(files, "une école en été");
  expect(contents(openArchive(archive, " une école en été "))).toEqual(contents(files));
});

test("STO-31 another passphrase, one changed byte anywhere or a cut opens nothing", () => {
  const archive = sealArchive(files, "bonne phrase");
  expect(openArchive(archive, "autre phrase")).toBe("wrong-passphrase-or-damaged");
  for (const at of [20, 36, 50, 61, archive.length - 1]) {
    const changed = Buffer.from(archive);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(openArchive(changed, "bonne phrase"), `byte ${at}`).toBe("wrong-passphrase-or-damaged");
  }
  expect(openArchive(archive.subarray(0, archive.length - 5), "bonne phrase")).toBe("wrong-passphrase-or-damaged");
  expect(openArchive(Buffer.from("PK"), "bonne phrase")).toBe("not-a-backup");
});

test("STO-32 nothing of the files or of the key can be read in a backup", () => {
  const archive = sealArchive(files, "bonne phrase");
  expect(archive.includes("SQLite format 3")).toBe(false);
  expect(archive.includes(Buffer.alloc(32, 7))).toBe(false);
});
