import { apply, compareTexts, excerpt, labelOf, redline, type RedlineBlock } from "../../shared/amendments/index.ts";
import { proseOf, type RevisionView } from "../../shared/views/index.ts";
import type { Tx } from "../storage/index.ts";
import { readDocument } from "../texts/index.ts";
import { readRevisions, type AmendmentFacts, type RevisionFacts } from "./store.ts";

/**
 * Each revision of an amendment with what it changed: against the one before it where both were written on one version of
 * the text, else against the text. Nothing of one that was never revised: its sheet says it all.
 */
export async function revisionsOf(tx: Tx, amendment: AmendmentFacts): Promise<readonly RevisionView[]> {
  if (amendment.revision < 2) return [];
  const views: RevisionView[] = [];
  let before: RevisionFacts | null = null;
  for (const one of await readRevisions(tx, amendment.id)) {
    const between: readonly RedlineBlock[] | null = before && (await redlineBetween(tx, amendment.text, before, one));
    const rows = between ?? redline((await readDocument(tx, amendment.text, one.base.version)).doc, one.changes);
    views.push({
      label: labelOf({ number: amendment.number, revision: one.revision }),
      hash: one.hash,
      origin: one.origin,
      atMs: one.submittedAtMs,
      against: between !== null ? "before" : before === null ? "text" : "other-version",
      version: one.base.version,
      redline: proseOf(excerpt(rows, 1), "excerpt"),
    });
    before = one;
  }
  return views;
}

/** Null when they were not written on one version, or what changed between them cannot be told. */
async function redlineBetween(
  tx: Tx,
  text: string,
  before: RevisionFacts,
  now: RevisionFacts,
): Promise<readonly RedlineBlock[] | null> {
  const { version } = now.base;
  if (before.base.version !== version) return null;
  const { doc } = await readDocument(tx, text, version);
  const [was, is] = [apply(doc, before.changes, version + 1), apply(doc, now.changes, version + 1)];
  const compared = was.ok && is.ok ? compareTexts(was.value, is.value) : null;
  return compared?.ok ? compared.value.rows : null;
}
