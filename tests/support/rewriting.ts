import { replayRecord } from "../../scripts/verify-replay.ts";
import { checkRecord, Fault } from "../../scripts/verify.ts";
import type { RecordFile } from "./forge.ts";

type Data = { readonly [key: string]: unknown };
export interface Act {
  readonly act: string;
  readonly data: Data;
}
/** An act of the story, at a place: the n-th of its name, counted from 1. */
export type At = readonly [act: string, nth?: number];

function placeOf(acts: readonly Act[], [act, nth = 1]: At): number {
  const places = acts.flatMap((one, place) => (one.act === act ? [place] : []));
  return must(places[nth - 1]);
}
export const find = (acts: readonly Act[], at: At): Act => must(acts[placeOf(acts, at)]);
export const insert = (acts: Act[], at: At, ...more: readonly Act[]): void =>
  void acts.splice(placeOf(acts, at) + 1, 0, ...more);
export const repeat = (acts: Act[], at: At): void => insert(acts, at, find(acts, at));
export const remove = (acts: Act[], at: At): void => void acts.splice(placeOf(acts, at), 1);
export const change = (acts: Act[], at: At, to: { readonly act?: string; readonly data?: Data }): void => {
  const old = find(acts, at);
  acts[placeOf(acts, at)] = { act: to.act ?? old.act, data: { ...old.data, ...to.data } };
};

/** The same record with other acts, numbered anew. */
export function rewritten(file: RecordFile, spoil: (acts: Act[]) => void): RecordFile {
  const [first] = file.entries;
  const frame: Data = JSON.parse(must(first).body);
  const acts = file.entries.map(({ body }): Act => JSON.parse(body));
  spoil(acts);
  const entries = acts.map((one, index) => {
    const fields = { ...frame, ...one, sequence: index + 1 };
    return { sequence: index + 1, hash: `old ${index}`, body: JSON.stringify(fields) };
  });
  return { ...file, entries };
}

export function faultOf(file: RecordFile): Fault {
  try {
    replayRecord(checkRecord(JSON.stringify(file)));
  } catch (error) {
    if (error instanceof Fault) return error;
    throw error;
  }
  throw new Error("No fault was found");
}

export function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("The story has no such thing");
  return value;
}
