import type { ActData, ActName } from "./acts.ts";
import { canonicalJson, type Json } from "./canonical-json.ts";
import { hashText, noHash } from "./hash.ts";

/** One act of the assembly, as it is hashed. `by` is a participant's id or `operator`; `behalf` the delegation acted for. */
export interface Entry<A extends ActName = ActName> {
  readonly gathering: string;
  readonly sequence: number;
  readonly previous: string;
  readonly act: A;
  readonly by: string;
  readonly role: string;
  readonly behalf?: string;
  readonly atMs: number;
  readonly data: ActData[A];
}

/** An entry with the string that was hashed and its hash: what is stored, exported and told. */
export interface SealedEntry {
  readonly sequence: number;
  readonly hash: string;
  readonly body: string;
}

/** Where a journal stands: the number and hash of its last entry; sequence 0 and `noHash` when empty. */
export interface Head {
  readonly sequence: number;
  readonly hash: string;
}

const emptyHead: Head = { sequence: 0, hash: noHash };

export function sealEntry(entry: Entry): SealedEntry {
  const body = canonicalJson(toJson(entry));
  return { sequence: entry.sequence, hash: hashText(body), body };
}

/** The first entry at which the chain does not hold, or null: numbers without a gap, each naming the hash before it. */
export function firstBrokenEntry(entries: readonly SealedEntry[], from: Head = emptyHead): number | null {
  let head = from;
  for (const entry of entries) {
    const previous: unknown = JSON.parse(entry.body);
    const follows =
      entry.sequence === head.sequence + 1 &&
      hashText(entry.body) === entry.hash &&
      isRecord(previous) &&
      previous["previous"] === head.hash &&
      previous["sequence"] === entry.sequence;
    if (!follows) return entry.sequence;
    head = { sequence: entry.sequence, hash: entry.hash };
  }
  return null;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function toJson(entry: Entry): Json {
  const { behalf, data, ...rest } = entry;
  const facts: Record<string, Json> = {};
  for (const [key, value] of Object.entries(data)) {
    if (value !== undefined) facts[key] = value;
  }
  return behalf === undefined ? { ...rest, data: facts } : { ...rest, behalf, data: facts };
}
