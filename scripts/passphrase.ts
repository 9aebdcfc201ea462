import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";

const shortOf = 12;

/** The passphrase of `CAHIER_PASSPHRASE`, else typed unseen at the terminal, twice when `confirm` asks so; null when there is none. */
export async function askPassphrase(confirm: boolean): Promise<string | null> {
  const given = process.env["CAHIER_PASSPHRASE"] ?? (process.stdin.isTTY ? await typed(confirm) : "");
  if (given.trim() === "") {
    console.error("A backup needs a passphrase: type one, or set CAHIER_PASSPHRASE.");
    return null;
  }
  if (confirm && given.trim().length < shortOf) {
    console.error(
      `This passphrase is short: whoever finds the file can guess it. ${shortOf} characters or more are better.`,
    );
  }
  return given;
}

async function typed(confirm: boolean): Promise<string> {
  const first = await question("Passphrase: ");
  if (!confirm || first === (await question("The same again: "))) return first;
  console.error("The two differ.");
  return "";
}

async function question(words: string): Promise<string> {
  process.stderr.write(words);
  const unseen = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: unseen, terminal: true });
  try {
    return await lines.question("");
  } finally {
    lines.close();
    process.stderr.write("\n");
  }
}
