import { and, asc, eq } from "drizzle-orm";

import type { FrozenVersion, TextLife } from "../../shared/texts/index.ts";
import type { Tables, Tx } from "../storage/index.ts";

/** A text as its row has it: where it stands, not its words. */
export interface TextFacts {
  readonly id: string;
  readonly gathering: string;
  /** The words of its title node; before the first word the name it was created under. */
  readonly title: string;
  readonly language: string;
  /** From 1 in its gathering, in the order of creation. */
  readonly ordinal: number;
  readonly version: number;
  readonly head: string;
  readonly life: TextLife;
}

/** The gathering's texts in the order of creation. */
export async function readTexts(tx: Tx, gathering: string): Promise<readonly TextFacts[]> {
  const { texts } = tx.tables;
  const rows = await tx.db.select().from(texts).where(eq(texts.gathering, gathering)).orderBy(asc(texts.ordinal));
  return rows.map(factsOf);
}

/** Null when the gathering has no such text: ids of another gathering are not found. */
export async function readText(tx: Tx, gathering: string, id: string): Promise<TextFacts | null> {
  const { texts } = tx.tables;
  const [row] = await tx.db
    .select()
    .from(texts)
    .where(and(eq(texts.gathering, gathering), eq(texts.id, id)));
  return row ? factsOf(row) : null;
}

export async function saveLife(tx: Tx, id: string, life: TextLife): Promise<void> {
  const { texts } = tx.tables;
  await tx.db.update(texts).set(columnsOf(life)).where(eq(texts.id, id));
}

type TextRow = Tables["texts"]["$inferSelect"];

const factsOf = (row: TextRow): TextFacts => ({
  id: row.id,
  gathering: row.gathering,
  title: row.title,
  language: row.language,
  ordinal: row.ordinal,
  version: row.version,
  head: row.head,
  life: lifeOf(row),
});

function lifeOf(row: TextRow): TextLife {
  const tabled = frozen(row.tabledVersion, row.tabledHead, row.tabledHash);
  const voted = frozen(row.votedVersion, row.votedHead, row.votedHash);
  const { state, ballot } = row;
  if (state === "draft") return { state, handedOver: row.handedOver };
  if (state === "withdrawn") return { state, tabled };
  if (!tabled) throw new Error(`Text ${row.id} is ${state} and has no tabled version`);
  if (state === "tabled") return { state, tabled };
  if (!voted || ballot === null) throw new Error(`Text ${row.id} is ${state} and has no voted version`);
  return { state, tabled, voted, ballot };
}

function columnsOf(life: TextLife) {
  const tabled = life.state === "draft" ? null : life.tabled;
  const decided = "voted" in life ? life : null;
  return {
    state: life.state,
    handedOver: life.state === "draft" && life.handedOver,
    tabledVersion: tabled?.version ?? null,
    tabledHead: tabled?.head ?? null,
    tabledHash: tabled?.hash ?? null,
    votedVersion: decided?.voted.version ?? null,
    votedHead: decided?.voted.head ?? null,
    votedHash: decided?.voted.hash ?? null,
    ballot: decided?.ballot ?? null,
  };
}

const frozen = (version: number | null, head: string | null, hash: string | null): FrozenVersion | null =>
  version === null || head === null || hash === null ? null : { version, head, hash };
