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

/** What a line was taken to mean though it may have meant something else: read out before anything is made. */
export type LineDoubt = "numbers-without-commas" | "name-ends-in-number" | "no-observers-count" | "no-delegates-count";

export interface ListLine {
  /** Counted from 1 in what was pasted, empty lines included. */
  readonly line: number;
  readonly text: string;
  readonly read: { readonly delegation: ListedDelegation; readonly doubt?: LineDoubt } | { readonly fault: LineFault };
}

/** Without numbers a line means what such gatherings mostly do: two delegates, two observers. */
const usual = { delegates: 2, observers: 2 };

/**
 * Reads a pasted list, one delegation a line: `name, delegates, observers`. Commas, semicolons and tabs separate; a
 * name that holds a comma stands in quotation marks; both numbers may be left out. Two numbers after a name without
 * separators are taken for the counts, one for the end of the name, and the line bears a doubt; so does a line that
 * gives one count only. Empty lines are passed over.
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
  const { fields, doubt } = readFields(text);
  const [first = "", ...rest] = fields;
  const name = tidyName(first);
  if (name === "") return { fault: "no-name" };
  if (name.length > limits.nameCharacters) return { fault: "name-too-long" };
  if (rest.length > 2) return { fault: "too-many-fields" };
  const delegates = readCount(rest[0], usual.delegates);
  const observers = readCount(rest[1], rest[0] === undefined ? usual.observers : 0);
  if (delegates === null || observers === null) return { fault: "not-a-number" };
  if (delegates === 0) return { fault: "no-delegate" };
  if (delegates + observers > limits.peoplePerDelegation) return { fault: "too-many-people" };
  const delegation = { name, delegates, observers };
  const doubtful = doubt ?? missingCount(rest);
  return doubtful === null ? { delegation } : { delegation, doubt: doubtful };
}

/** The fields of a line. In quotation marks a name is what it is; without them its numbers may have been meant as counts. */
function readFields(text: string): { readonly fields: readonly string[]; readonly doubt: LineDoubt | null } {
  const fields = splitFields(text);
  if (text.includes('"')) return { fields, doubt: null };
  const [name = "", ...rest] = fields;
  const counted = rest.length === 0 ? /^(.*\S)\s+(\d{1,3})\s+(\d{1,3})$/u.exec(name) : null;
  if (counted) return { fields: counted.slice(1), doubt: "numbers-without-commas" };
  return { fields, doubt: rest.length < 2 && /\s\d+$/u.test(name) ? "name-ends-in-number" : null };
}

function missingCount([delegates, observers]: readonly string[]): LineDoubt | null {
  if (delegates === undefined) return null;
  if (delegates === "") return "no-delegates-count";
  return observers === undefined || observers === "" ? "no-observers-count" : null;
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
