import { isStorableText } from "../journal/index.ts";
import { limits } from "../limits.ts";

/** One delegation to be made: its name and how many codes it gets. */
export interface ListedDelegation {
  readonly name: string;
  readonly delegates: number;
  readonly observers: number;
}

/** What can be wrong with a line; the words stand in the dictionary. */
export type LineFault =
  | "no-name"
  | "name-too-long"
  | "too-many-fields"
  | "not-a-number"
  | "no-delegate"
  | "too-many-people"
  | "twice-in-list"
  | "name-taken"
  | "not-text"
  | "list-too-long";

export interface ListLine {
  /** Counted from 1 in what was pasted, empty lines included. */
  readonly line: number;
  readonly text: string;
  readonly read: { readonly delegation: ListedDelegation } | { readonly fault: LineFault };
}

/** Without numbers a line means what such gatherings mostly do: two delegates, two observers. */
const usual = { delegates: 2, observers: 2 };

/**
 * Reads a pasted list, one delegation a line: `name, delegates, observers`. Commas, semicolons and tabs separate; a
 * name that holds a comma stands in quotation marks; both numbers may be left out. Empty lines are passed over.
 * A name is refused when it is in the list twice or among `taken`, whatever its case, accents and blanks.
 */
export function readDelegationList(pasted: string, taken: readonly string[]): readonly ListLine[] {
  const seen = new Set(taken.map(sameName));
  const known = new Set(seen);
  const lines: ListLine[] = [];
  for (const [index, raw] of pasted.split(/\r\n|\r|\n/).entries()) {
    const text = raw.trim();
    if (text === "") continue;
    const read = lines.length < limits.delegationsPerPaste ? readLine(text) : { fault: "list-too-long" as const };
    lines.push({ line: index + 1, text, read: refuseTaken(read, seen, known) });
  }
  return lines;
}

/** Two names that would be read aloud alike are one name. */
export function sameName(name: string): string {
  return tidyName(name).normalize("NFD").replace(/\p{M}/gu, "").replace(/[’ʼ]/g, "'").toLowerCase();
}

/** A name as it is kept: one blank between words, none around, composed letters. */
export const tidyName = (name: string): string => name.normalize("NFC").replace(/\s+/g, " ").trim();

type Read = ListLine["read"];

function readLine(text: string): Read {
  if (!isStorableText(text)) return { fault: "not-text" };
  const [first = "", ...rest] = splitFields(text);
  const name = tidyName(first);
  if (name === "") return { fault: "no-name" };
  if (name.length > limits.nameCharacters) return { fault: "name-too-long" };
  if (rest.length > 2) return { fault: "too-many-fields" };
  const delegates = readCount(rest[0], usual.delegates);
  const observers = readCount(rest[1], rest[0] === undefined ? usual.observers : 0);
  if (delegates === null || observers === null) return { fault: "not-a-number" };
  if (delegates === 0) return { fault: "no-delegate" };
  if (delegates + observers > limits.peoplePerDelegation) return { fault: "too-many-people" };
  return { delegation: { name, delegates, observers } };
}

function refuseTaken(read: Read, seen: Set<string>, known: ReadonlySet<string>): Read {
  if ("fault" in read) return read;
  const key = sameName(read.delegation.name);
  if (known.has(key)) return { fault: "name-taken" };
  if (seen.has(key)) return { fault: "twice-in-list" };
  seen.add(key);
  return read;
}

/** A tab or semicolon in the line outranks the comma, as spreadsheets paste; quotation marks keep a separator inside. */
function splitFields(text: string): readonly string[] {
  const separator = text.includes("\t") ? "\t" : text.includes(";") ? ";" : ",";
  const fields: string[] = [];
  let field = "";
  let quoted = false;
  for (const character of text) {
    if (character === '"') quoted = !quoted;
    else if (character === separator && !quoted) {
      fields.push(field.trim());
      field = "";
    } else field += character;
  }
  fields.push(field.trim());
  return fields;
}

function readCount(field: string | undefined, absent: number): number | null {
  if (field === undefined || field === "") return absent;
  return /^\d{1,3}$/.test(field) ? Number(field) : null;
}
