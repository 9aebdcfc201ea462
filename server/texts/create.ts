import { desc, eq } from "drizzle-orm";
import { ReplaceStep } from "prosemirror-transform";
import { Fragment, Slice } from "prosemirror-model";

import { commitAtHead, emptyHistory, textSchema } from "../../shared/texts/index.ts";
import type { Tx } from "../storage/index.ts";
import { appendCommits, writtenByAct } from "./commits.ts";

export interface NewText {
  readonly id: string;
  readonly gathering: string;
  readonly title: string;
  readonly language: string;
  readonly atMs: number;
}

/** A text's row and, when it has a title, the first commit: the workshop's, which types the title. */
export async function createText(tx: Tx, { id, gathering, title, language, atMs }: NewText): Promise<void> {
  const { texts } = tx.tables;
  const [last] = await tx.db
    .select({ ordinal: texts.ordinal })
    .from(texts)
    .where(eq(texts.gathering, gathering))
    .orderBy(desc(texts.ordinal))
    .limit(1);
  await tx.insert(texts, { id, gathering, title, language, ordinal: (last?.ordinal ?? 0) + 1 });
  if (title === "") return;
  const titled = new ReplaceStep(1, 1, new Slice(Fragment.from(textSchema.text(title)), 0, 0));
  const commit = commitAtHead(emptyHistory(id), [titled], writtenByAct, { author: id }, atMs);
  if (!commit) throw new Error("A title is no title");
  await appendCommits(tx, id, [commit]);
}
