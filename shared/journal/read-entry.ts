import type { ActName } from "./acts.ts";
import type { Entry, SealedEntry } from "./entry.ts";

/** An entry whose act is known: `entry.act` tells which data it has. */
export type AnyEntry = { readonly [A in ActName]: Entry<A> }[ActName];

/** The act that a sealed body records. The body is our own: it was sealed by `sealEntry` and its chain is checked. */
export function readEntry(sealed: Pick<SealedEntry, "body">): AnyEntry {
  return JSON.parse(sealed.body) as AnyEntry;
}
