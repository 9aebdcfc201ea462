import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "../../..");

export interface Verdict {
  readonly status: number;
  readonly said: string;
}

/** `npm run verify -- FILE …`, as whoever has only the file runs it. */
export const verify = (file: string, ...options: readonly string[]): Promise<Verdict> =>
  new Promise((done) => {
    const child = execFile(
      join(root, "node_modules/.bin/node"),
      [join(root, "scripts/verify.ts"), file, ...options],
      (_, said) => done({ status: child.exitCode ?? -1, said }),
    );
  });

/** The record that it names as bad, if it is the one expected; else all that it said. */
export const badRecordIn = ({ said }: Verdict, expected: string): string =>
  said.startsWith(`Faux : ${expected}. `) ? expected : said;

export function saves(folder: string, name: string, record: unknown): string {
  const path = join(folder, `${name.replaceAll(/\W+/gu, "-")}.json`);
  writeFileSync(path, JSON.stringify(record));
  return path;
}
