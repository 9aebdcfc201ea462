import { and, asc, eq, inArray, sql } from "drizzle-orm";

import {
  changeSetBody,
  isPending,
  parseOutline,
  type AmendmentLife,
  type Outline,
  type Standing,
} from "../../shared/amendments/index.ts";
import type { Tables, Tx } from "../storage/index.ts";
import { noRevision, revisionOf, type RevisionFacts, type RevisionRow } from "./revision-row.ts";

export type { RevisionFacts };

/** An amendment as its rows have it, at its last revision. */
export interface AmendmentFacts extends RevisionFacts {
  readonly id: string;
  readonly gathering: string;
  /** Of one sequence in the gathering, never given twice; a sub-amendment has its parent's. */
  readonly number: number;
  /** Of a sub-amendment: which of its parent's, from 1, never given twice; 0 of an amendment. */
  readonly sub: number;
  /** The amendment that it amends; null: it amends the text. */
  readonly parent: string | null;
  readonly text: string;
  readonly delegation: string;
  readonly life: AmendmentLife;
  readonly standing: Standing;
  /** While it is called: since when. */
  readonly calledAtMs: number | null;
  /** The id of the words that say why the chair ruled it out. */
  readonly reason: string | null;
  readonly outline: Outline;
}

/** Can it still be called, voted and adopted? The final ballot waits for it. */
export const isAlive = ({ life, standing }: AmendmentFacts): boolean => isPending(life) && standing.standing === "live";

/** All amendments of a gathering, by number. */
export const readAmendments = (tx: Tx, gathering: string): Promise<readonly AmendmentFacts[]> =>
  readWhere(tx, eq(tx.tables.amendments.gathering, gathering));

/** Those of one text, by number. */
export const readAmendmentsOn = (tx: Tx, text: string): Promise<readonly AmendmentFacts[]> =>
  readWhere(tx, eq(tx.tables.amendments.text, text));

/** Null when the gathering has no such amendment: ids of another gathering are not found. */
export async function readAmendment(tx: Tx, gathering: string, id: string): Promise<AmendmentFacts | null> {
  const { amendments } = tx.tables;
  const [facts] = await readWhere(tx, and(eq(amendments.gathering, gathering), eq(amendments.id, id)));
  return facts ?? null;
}

export async function readAmendmentNumbered(
  tx: Tx,
  gathering: string,
  number: number,
  sub = 0,
): Promise<AmendmentFacts | null> {
  const { amendments } = tx.tables;
  const named = and(eq(amendments.gathering, gathering), eq(amendments.number, number), eq(amendments.sub, sub));
  const [facts] = await readWhere(tx, named);
  return facts ?? null;
}

/** The sub-amendments of an amendment, by number, whatever became of them. */
export const readSubs = (tx: Tx, parent: string): Promise<readonly AmendmentFacts[]> =>
  readWhere(tx, eq(tx.tables.amendments.parent, parent));

/** Was an amendment ever submitted on it? Then tabling cannot be taken back. */
export async function isEverAmended(tx: Tx, text: string): Promise<boolean> {
  const { amendments } = tx.tables;
  return (await tx.db.$count(amendments, eq(amendments.text, text))) > 0;
}

/** The number of what this delegation submitted on this version with these very changes, in any of its revisions; null: nothing. */
export async function findSubmitted(
  tx: Tx,
  text: string,
  { delegation, base, hash }: Pick<AmendmentFacts, "delegation" | "base" | "hash">,
): Promise<number | null> {
  const { amendments, revisions } = tx.tables;
  const [row] = await tx.db
    .select({ number: amendments.number })
    .from(revisions)
    .innerJoin(amendments, eq(revisions.amendment, amendments.id))
    .where(
      and(
        eq(amendments.text, text),
        eq(amendments.delegation, delegation),
        eq(revisions.hash, hash),
        eq(revisions.baseVersion, base.version),
      ),
    )
    .orderBy(asc(amendments.number))
    .limit(1);
  return row?.number ?? null;
}

/** The next number of the gathering, given for good. */
export async function giveNumber(tx: Tx, gathering: string): Promise<number> {
  const { gatherings } = tx.tables;
  const [row] = await tx.db
    .update(gatherings)
    .set({ amendmentCount: sql`${gatherings.amendmentCount} + 1` })
    .where(eq(gatherings.id, gathering))
    .returning({ number: gatherings.amendmentCount });
  if (!row) throw new Error(`No gathering ${gathering}`);
  return row.number;
}

export async function addAmendment(tx: Tx, facts: AmendmentFacts): Promise<void> {
  const { id, gathering, number, sub, parent, text, delegation, revision } = facts;
  await tx.insert(tx.tables.amendments, {
    id,
    gathering,
    number,
    sub,
    parent,
    text,
    delegation,
    revision,
    outline: JSON.stringify(facts.outline),
    ...standingColumns(facts.standing),
  });
  await insertRevision(tx, facts);
}

/** From now on the amendment asks for what this revision says; those before it stay as they were. */
export async function addRevision(tx: Tx, facts: AmendmentFacts): Promise<void> {
  const { amendments } = tx.tables;
  const { id, revision, outline, standing } = facts;
  await insertRevision(tx, facts);
  await tx.db
    .update(amendments)
    .set({ revision, outline: JSON.stringify(outline), ...standingColumns(standing) })
    .where(eq(amendments.id, id));
}

/** All revisions of an amendment, the first one first. */
export async function readRevisions(tx: Tx, amendment: string): Promise<readonly RevisionFacts[]> {
  const { revisions } = tx.tables;
  const rows = await tx.db
    .select()
    .from(revisions)
    .where(eq(revisions.amendment, amendment))
    .orderBy(asc(revisions.revision));
  return rows.map(revisionOf);
}

const insertRevision = (tx: Tx, facts: AmendmentFacts): Promise<void> =>
  tx.insert(tx.tables.revisions, {
    amendment: facts.id,
    revision: facts.revision,
    baseVersion: facts.base.version,
    baseHead: facts.base.head,
    changes: changeSetBody(facts.changes),
    hash: facts.hash,
    rationaleWords: facts.rationale,
    divisible: facts.divisible,
    origin: facts.origin,
    made: facts.made,
    onRevision: facts.onRevision,
    submittedAtMs: facts.submittedAtMs,
  });

/** `calledAtMs` is kept while it is called and forgotten otherwise. Who no longer waits takes its sub-amendments along. */
export async function saveAmendmentLife(
  tx: Tx,
  ids: readonly string[],
  life: AmendmentLife,
  calledAtMs: number | null = null,
): Promise<void> {
  const { amendments } = tx.tables;
  await tx.db
    .update(amendments)
    .set({
      state: life.state,
      calledAtMs,
      ballot: "ballot" in life ? life.ballot : null,
      adoptedVersion: "version" in life ? life.version : null,
    })
    .where(inArray(amendments.id, [...ids]));
  if (!isPending(life)) await dropSubs(tx, ids);
}

/** Those that still wait fall with their parent. */
async function dropSubs(tx: Tx, parents: readonly string[]): Promise<void> {
  const { amendments } = tx.tables;
  const waiting = and(inArray(amendments.state, ["submitted", "called"]), eq(amendments.standing, "live"));
  for (const parent of parents) {
    await tx.db
      .update(amendments)
      .set(standingColumns({ standing: "fallen", by: parent }))
      .where(and(eq(amendments.parent, parent), waiting));
  }
}

/** The words that say why it was ruled out, by their id. */
export async function saveReason(tx: Tx, id: string, reasonWords: string): Promise<void> {
  const { amendments } = tx.tables;
  await tx.db.update(amendments).set({ reasonWords }).where(eq(amendments.id, id));
}

/** From now on it is this delegation's. */
export async function saveAuthor(tx: Tx, id: string, delegation: string): Promise<void> {
  const { amendments } = tx.tables;
  await tx.db.update(amendments).set({ delegation }).where(eq(amendments.id, id));
}

export async function saveStanding(tx: Tx, id: string, standing: Standing): Promise<void> {
  const { amendments } = tx.tables;
  await tx.db.update(amendments).set(standingColumns(standing)).where(eq(amendments.id, id));
}

async function readWhere(tx: Tx, which: ReturnType<typeof and>): Promise<readonly AmendmentFacts[]> {
  const { amendments, revisions } = tx.tables;
  const rows = await tx.db
    .select({ amendment: amendments, revision: revisions })
    .from(amendments)
    .leftJoin(revisions, and(eq(revisions.amendment, amendments.id), eq(revisions.revision, amendments.revision)))
    .where(which)
    .orderBy(asc(amendments.number), asc(amendments.sub));
  return rows.map(({ amendment, revision }) => factsOf(amendment, revision));
}

type Row = Tables["amendments"]["$inferSelect"];

/** One that is broken hides no other: it is told as far as it can be read. */
function factsOf(row: Row, revision: RevisionRow | null): AmendmentFacts {
  const [life, standing, outline] = [lifeOf(row), standingOf(row), readOutline(row.outline)];
  const asked = revision === null ? noRevision(row.revision) : revisionOf(revision);
  const broken = asked.broken ?? (life && standing ? (outline ? undefined : "outline") : "life");
  return {
    id: row.id,
    gathering: row.gathering,
    number: row.number,
    sub: row.sub,
    parent: row.parent,
    text: row.text,
    delegation: row.delegation,
    life: life ?? { state: "notMoved" },
    standing: standing ?? { standing: "live", reduced: false, altered: false },
    calledAtMs: row.calledAtMs,
    reason: row.reasonWords,
    outline: outline ?? nowhere,
    ...asked,
    ...(broken === undefined ? {} : { broken }),
  };
}

const nowhere: Outline = {
  place: { article: null, paragraph: null, after: false },
  position: 0,
  gist: { kind: "formats", ofArticle: false, removed: "", inserted: "", count: 1 },
};

function readOutline(json: string): Outline | null {
  try {
    return parseOutline(json);
  } catch {
    return null;
  }
}

/** Null when its row says what cannot be: a fate without the ballot that decided it, or one that there is not. */
function lifeOf({ state, ballot, adoptedVersion }: Row): AmendmentLife | null {
  switch (state) {
    case "submitted":
    case "called":
    case "withdrawn":
    case "notMoved":
    case "inadmissible":
      return { state };
    case "rejected":
      return ballot === null ? null : { state, ballot };
    case "adopted":
      return ballot === null || adoptedVersion === null ? null : { state, ballot, version: adoptedVersion };
    default:
      return null;
  }
}

function standingOf({ standing, standingBy, reduced, altered }: Row): Standing | null {
  if (standing === "live") return { standing, reduced, altered };
  return standing === "satisfied" || standing === "fallen" ? { standing, by: standingBy } : null;
}

const standingColumns = (standing: Standing) => ({
  standing: standing.standing,
  standingBy: standing.standing === "live" ? null : standing.by,
  reduced: standing.standing === "live" && standing.reduced,
  altered: standing.standing === "live" && standing.altered,
});
