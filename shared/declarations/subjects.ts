import type { AnyEntry } from "../journal/index.ts";

/** What a sentence of the minutes speaks of, by id, each once: where its reader may want to go on. */
export interface Subjects {
  /** Quoted beside the sentence: those that it submits or decides. */
  readonly quoted: readonly string[];
  /** Other amendments that it names. */
  readonly amendments: readonly string[];
  readonly texts: readonly string[];
  /** Texts as what the assembly adopted or rejected as a whole. */
  readonly declarations: readonly string[];
  /** Those that have come to an end, and those that one replaces. */
  readonly ballots: readonly string[];
}

export function subjectsOf(entries: readonly AnyEntry[]): Subjects {
  const found = {
    quoted: new Set<string>(),
    amendments: new Set<string>(),
    texts: new Set<string>(),
    declarations: new Set<string>(),
    ballots: new Set<string>(),
  };
  for (const { act, data } of entries) {
    if ("fallen" in data && !("altered" in data)) {
      for (const id of [...(data.fallen ?? []), ...(data.satisfied ?? [])]) found.amendments.add(id);
    } else if ("altered" in data) {
      for (const id of data.amendments) found.quoted.add(id);
      for (const id of [...data.fallen, ...data.satisfied, ...data.altered]) found.amendments.add(id);
      if ("live" in data) for (const id of data.live) found.amendments.add(id);
    }
    if ("amendment" in data && data.amendment !== undefined)
      (act === "amendment.submitted" ? found.quoted : found.amendments).add(data.amendment);
    if (act === "ballot.declared" || act === "ballot.cancelled" || act === "ballot.annulled")
      found.ballots.add(data.ballot);
    if ("replaces" in data && data.replaces !== undefined) found.ballots.add(data.replaces);
    if (!("text" in data) || data.text === undefined) continue;
    if (act === "amendment.submitted" || act === "text.tabled" || act === "text.corrected") found.texts.add(data.text);
    if (act === "text.adopted" || act === "text.rejected" || act.startsWith("declaration.")) {
      found.declarations.add(data.text);
    }
  }
  return {
    quoted: [...found.quoted],
    amendments: [...found.amendments],
    texts: [...found.texts],
    declarations: [...found.declarations],
    ballots: [...found.ballots],
  };
}
