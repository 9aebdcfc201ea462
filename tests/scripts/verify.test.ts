import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, describe, expect, it } from "vitest";

import { checkRecord, Fault } from "../../scripts/verify.ts";
import { shortCode } from "../../shared/journal/index.ts";
import { oneByteChanges, type RecordFile } from "../support/forge.ts";
import { aRecord } from "../support/record-story.ts";

const script = join(import.meta.dirname, "../../scripts/verify.ts");
const folder = mkdtempSync(join(tmpdir(), "cahier-verify-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("verify", () => {
  it("DCL-2 accepts a whole gathering", () => {
    const checked = checkRecord(JSON.stringify(aRecord()));
    expect(checked.entries.length).toBe(aRecord().entries.length);
    expect(checked.votes).toBe(7);
    expect(checked.erased).toEqual([]);
  });

  it.each(oneByteChanges(aRecord()))(
    "DCL-3 names the bad record after one byte is changed in $name",
    ({ file, where }) => expect(faultOf(file).where).toBe(where),
  );

  it("DCL-4 notices that the last entry was cut off, given the code of the head that the screen showed", () => {
    const file = aRecord();
    const shown = shortCode(must(file.entries.at(-1)).hash);
    expect(() => checkRecord(JSON.stringify(file), shown)).not.toThrow();
    expect(() => checkRecord(JSON.stringify(file), shown.toLowerCase().replace("-", " "))).not.toThrow();
    file.entries.pop();
    expect(() => checkRecord(JSON.stringify(file))).not.toThrow();
    expect(faultOf(file, shown).where).toBe("la fin du journal, après l’acte 34");
  });

  it("DCL-5 says which typed words were erased, and finds no fault in it", () => {
    const file = aRecord();
    file.words = file.words.filter(({ words }) => !words.startsWith("Sous réserve"));
    expect(checkRecord(JSON.stringify(file)).erased).toEqual(["la réserve de l’acte 32"]);
  });

  it("DCL-9 is one file of at most 300 lines that imports nothing of the project unless --replay asks for it", () => {
    const source = readFileSync(script, "utf8");
    expect(source.trimEnd().split("\n").length).toBeLessThanOrEqual(300);
    const imported = [...source.matchAll(/^import .* from "(.+)";$/gm)].map(([, from]) => from);
    expect(imported).toEqual(["node:crypto", "node:fs"]);
    expect(source.match(/import\(/g)?.length).toBe(1);
    expect(source).toMatch(/if \(argv\.includes\("--replay"\)\).*import\(/);
  });

  it("DCL-9 counts what the record holds as one says it in French", async () => {
    const { said } = await run(save("counted.json", JSON.stringify(aRecord())));
    expect(said).toMatch(/^35 actes, 1 texte déposé, 3 scrutins, 7 votes reçus\.$/mu);
  });

  it("DCL-9 says its verdict in words and by its exit code", async () => {
    const file = aRecord();
    const code = shortCode(must(file.entries.at(-1)).hash);
    const whole = save("whole.json", JSON.stringify(file));
    expect(await run(whole, "--head", code, "--replay")).toEqual({
      code: 0,
      said: expect.stringMatching(new RegExp(`7 votes reçus[^]*Tout se vérifie. Tête du journal : ${code}\n$`)),
    });
    expect(await run(whole, "--head", "0000-0000")).toEqual({ code: 1, said: expect.stringMatching(/^Faux : la fin/) });
    const [changed] = oneByteChanges(file);
    const spoilt = save("spoilt.json", JSON.stringify(changed?.file));
    expect(await run(spoilt)).toEqual({ code: 1, said: expect.stringMatching(/^Faux : l’acte 12\. /) });
    expect(await run(save("cut.json", "{"))).toEqual({ code: 2, said: expect.stringMatching(/^Illisible : /) });
    expect(await run(join(folder, "none.json"))).toEqual({ code: 2, said: expect.stringMatching(/^Illisible : /) });
    expect(await run()).toEqual({ code: 2, said: expect.stringMatching(/^npm run verify/) });
  });
});

function save(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const run = (...args: readonly string[]): Promise<{ code: number; said: string }> =>
  new Promise((resolve) => {
    const child = execFile(process.execPath, [script, ...args], (_, said) =>
      resolve({ code: child.exitCode ?? -1, said }),
    );
  });

const must = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error("The story has no such record");
  return value;
};

function faultOf(file: RecordFile, code?: string): Fault {
  try {
    checkRecord(JSON.stringify(file), code);
  } catch (error) {
    if (error instanceof Fault) return error;
    throw error;
  }
  throw new Error("No fault was found");
}
