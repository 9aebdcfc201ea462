import type { ActData, ActName } from "../../shared/journal/index.ts";
import { freeSlug, slugOf, type GatheringFacts } from "../../shared/people/index.ts";
import { appendEntry } from "../journal/index.ts";
import type { Key } from "../http/index.ts";
import type { Tx } from "../storage/index.ts";
import { issueCode, markUsed } from "./codes.ts";
import { addGrant } from "./grants.ts";

/** What the right-hand rooms lay into a new gathering: the agenda of its template. */
export interface Template {
  readonly name: string;
  fill(tx: Tx, gathering: NewGathering): Promise<void>;
}

export interface NewGathering {
  readonly id: string;
  readonly newId: () => string;
  readonly newSalt: () => string;
  record<A extends ActName>(act: A, data: ActData[A]): Promise<void>;
}

export interface Creation {
  readonly facts: GatheringFacts;
  readonly template: Template;
  readonly key: Key;
  readonly atMs: number;
  readonly newId: () => string;
  /** 16 random bytes in hexadecimal, for words whose hash the journal holds. */
  readonly newSalt: () => string;
}

export interface Created {
  readonly id: string;
  readonly slug: string;
  readonly organiser: string;
}

/** Opens a gathering from its template; whoever created it is its organiser, with a seat and a code. */
export async function createGathering(tx: Tx, creation: Creation): Promise<Created> {
  const { facts, template, key, atMs, newId, newSalt } = creation;
  const { gatherings, participants } = tx.tables;
  const taken = await tx.db.select({ slug: gatherings.slug }).from(gatherings);
  const slug = freeSlug(slugOf(facts.name), new Set(taken.map((row) => row.slug)));
  const id = newId();
  const organiser = newId();
  await tx.insert(gatherings, { id, slug, ...facts, template: template.name, createdAtMs: atMs });
  await tx.insert(participants, { id: organiser, gathering: id, createdAtMs: atMs });
  await addGrant(tx, organiser, { role: "organiser" });
  const code = newId();
  await issueCode(tx, key, { id: code, gathering: id, participant: organiser, issuedAtMs: atMs });
  // The link has opened the seat: the code need not be entered for that.
  await markUsed(tx, code);
  const record: NewGathering["record"] = async (act, data) => {
    await appendEntry(tx, id, { act, by: organiser, role: "organiser", atMs, data });
  };
  await record("gathering.created", { template: template.name });
  await record("role.granted", { participant: organiser, role: "organiser" });
  await template.fill(tx, { id, newId, newSalt, record });
  return { id, slug, organiser };
}
