import { sentenceOf } from "../../shared/declarations/index.ts";
import { readEntry, shortCode, type Saying, type SealedEntry } from "../../shared/journal/index.ts";
import { ok, type Result } from "../../shared/refusals.ts";
import type { JournalLine, JournalView } from "../../shared/views/index.ts";
import type { PageContext, PageDefinition } from "../http/index.ts";
import { readEntries, readHead } from "../journal/index.ts";
import { readSaying } from "./names.ts";
import { recordPath } from "./record-routes.ts";

/** `/journal`, for everybody: its last page, or the one that follows `?apres=`. */
export const journalPage: PageDefinition = { path: "/journal", read: readJournal };

const entriesPerPage = 100;

async function readJournal({ tx, gathering, shell, query }: PageContext): Promise<Result<JournalView>> {
  const head = await readHead(tx, gathering.id);
  const lastPage = Math.max(0, head.sequence - entriesPerPage);
  const after = Math.min(parseSequence(query["apres"]) ?? lastPage, lastPage);
  const entries = await readEntries(tx, gathering.id, after, entriesPerPage);
  const saying = await readSaying(tx, gathering);
  const end = entries.at(-1)?.sequence ?? 0;
  return ok({
    page: "journal",
    shell,
    entries: entries.map((entry) => lineOf(entry, saying)),
    total: head.sequence,
    older: after === 0 ? null : Math.max(0, after - entriesPerPage),
    newer: end < head.sequence ? end : null,
    headCode: shortCode(head.hash),
    headHash: head.hash,
    record: recordPath,
  });
}

/** A number of the journal out of an address; null when it is none. */
function parseSequence(words: string | undefined): number | null {
  return words !== undefined && /^\d{1,9}$/u.test(words) ? Number(words) : null;
}

function lineOf(sealed: SealedEntry, saying: Saying): JournalLine {
  const entry = readEntry(sealed);
  const { sequence, atMs, act, role, behalf, previous } = entry;
  return {
    sequence,
    atMs,
    act,
    words: sentenceOf(entry, saying),
    by: role === "operator" ? null : { role, behalf: behalf === undefined ? null : saying.names.delegation(behalf) },
    hash: sealed.hash,
    previous,
  };
}
