/**
 * `npm run --silent recount -- FILE`: counts an exported ballot (docs/ballot-format.md) again, without server or
 * database, and prints the answer as one line of JSON. A file that is not a ballot: exit status 2 and a sentence on
 * standard error that says which vote is wrong, and why.
 */
import { isUtf8 } from "node:buffer";
import { readFileSync, realpathSync } from "node:fs";

import { countBallot, type Answer, type CountWorking } from "../shared/ballots/index.ts";
import { readBallotFile } from "./recount/ballot-file.ts";
import { expect, Fault, within } from "./verify.ts";

/** Throws the first `Fault`. */
export const recount = (content: string): Answer<object> & { readonly annulled?: true } =>
  within("le fichier", () => {
    const { input, channels, annulled } = readBallotFile(parse(content));
    const { working, ...answer } = countBallot(input);
    if ("decisions" in input) expectUsed(input.decisions, working);
    const counted = { ...answer, working: channels === null ? working : { ...working, channels } };
    return annulled ? { ...counted, annulled } : counted;
  });

function parse(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    throw new Fault("", "ce n’est pas du JSON.");
  }
}

/** What the assembly decided between others than the tied, or where nothing was tied, belongs to another count. */
function expectUsed(decisions: readonly string[], working: CountWorking): void {
  const rounds = "rounds" in working ? working.rounds : [];
  const used = rounds.filter(({ tied, eliminated }) => tied.length > 0 && eliminated !== null).length;
  const [unused] = decisions.slice(used);
  expect(unused === undefined, `la décision ${used + 1} élimine « ${unused} », qui n’est alors pas à égalité.`);
}

function main([path, ...more]: readonly string[]): void {
  if (path === undefined || more.length > 0) return refuse("npm run --silent recount -- scrutin.json");
  try {
    const bytes = readFileSync(path);
    expect(isUtf8(bytes), "ce n’est pas de l’UTF-8.");
    console.log(JSON.stringify(recount(bytes.toString("utf8"))));
  } catch (error) {
    if (!(error instanceof Fault)) return refuse(`Illisible : ${String(error)}`);
    const where = error.where || "le fichier";
    refuse(`${where.charAt(0).toUpperCase()}${where.slice(1)} : ${error.message}`);
  }
}

function refuse(words: string): void {
  console.error(words);
  process.exitCode = 2;
}

if (realpathSync(process.argv[1] ?? "") === import.meta.filename) main(process.argv.slice(2));
