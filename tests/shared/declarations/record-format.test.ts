import { readFileSync } from "node:fs";

import { describe, expect, it } from "vitest";

import { canonicalJson, hashText, shortCode } from "../../../shared/journal/index.ts";

const page = readFileSync(new URL("../../../docs/record-format.md", import.meta.url), "utf8");

describe("docs/record-format.md", () => {
  const examples = [...page.matchAll(/```json\n(?<body>.+)\n```\nSHA-256 `(?<hash>[0-9a-f]{64})`/g)];

  it("DCL-1 gives a worked example of every kind that is hashed", () => {
    expect(examples.length).toBe(page.match(/```json/g)?.length);
    expect(examples.length).toBeGreaterThanOrEqual(13);
  });

  it.each(examples.map(({ groups }) => [groups?.["hash"] ?? "", groups?.["body"] ?? ""]))(
    "DCL-1 the worked example %s is canonical and hashes as the page says",
    (hash, body) => {
      expect(canonicalJson(JSON.parse(body))).toBe(body);
      expect(hashText(body)).toBe(hash);
    },
  );

  it("DCL-1 shows the short code of its last entry", () => {
    const [, hash = "", code] = /SHA-256 `([0-9a-f]{64})`, short code `(.{9})`/.exec(page) ?? [];
    expect(shortCode(hash)).toBe(code);
  });
});
