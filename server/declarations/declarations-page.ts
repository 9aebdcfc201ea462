import { eq } from "drizzle-orm";

import { readEntry, shortCode } from "../../shared/journal/index.ts";
import { ok, type Result } from "../../shared/refusals.ts";
import type { DeclarationsView } from "../../shared/views/index.ts";
import type { ActGathering, PageContext, PageDefinition } from "../http/index.ts";
import { readEntriesOf, readHead } from "../journal/index.ts";
import type { Tx } from "../storage/index.ts";
import { readTexts, type TextFacts } from "../texts/index.ts";
import { readSignatures } from "./store.ts";

/** `/declarations`, for everybody: what was adopted, what was rejected, and that nothing was. */
export const declarationsPage: PageDefinition = { path: "/declarations", read: readDeclarations };

async function readDeclarations({ tx, gathering, shell }: PageContext): Promise<Result<DeclarationsView>> {
  const texts = await readTexts(tx, gathering.id);
  const named = (states: readonly TextFacts["life"]["state"][]) =>
    texts.filter(({ life }) => states.includes(life.state)).map(({ id, title }) => ({ id, title }));
  const publishedAtMs = await publicationTimes(tx, gathering.id);
  const published = [];
  for (const one of named(["published"])) {
    const signatories = (await readSignatures(tx, one.id)).filter(({ state }) => state === "signed").length;
    published.push({ ...one, publishedAtMs: publishedAtMs.get(one.id) ?? 0, signatories });
  }
  const rejected = [];
  for (const { id, title, life } of texts) {
    if (life.state === "rejected") rejected.push({ id, title, ballot: await numberOf(tx, life.ballot) });
  }
  return ok({
    page: "declarations",
    shell,
    published,
    adopted: named(["adopted"]),
    rejected,
    undecided: named(["tabled"]),
    ending: await readEnding(tx, gathering, texts),
  });
}

/** When each declaration was published, by its text. */
export async function publicationTimes(tx: Tx, gathering: string): Promise<ReadonlyMap<string, number>> {
  const entries = (await readEntriesOf(tx, gathering, "declaration.published")).map(readEntry);
  return new Map(
    entries.flatMap((entry) => (entry.act === "declaration.published" ? [[entry.data.text, entry.atMs] as const] : [])),
  );
}

async function numberOf(tx: Tx, ballot: string): Promise<number> {
  const { ballots } = tx.tables;
  const [row] = await tx.db.select({ number: ballots.number }).from(ballots).where(eq(ballots.id, ballot));
  return row?.number ?? 0;
}

async function readEnding(
  tx: Tx,
  gathering: ActGathering,
  texts: readonly TextFacts[],
): Promise<DeclarationsView["ending"]> {
  const [closing] = (await readEntriesOf(tx, gathering.id, "gathering.closed")).map(readEntry);
  if (closing === undefined) return null;
  const ofState = (states: readonly TextFacts["life"]["state"][]) =>
    texts.filter(({ life }) => states.includes(life.state)).map(({ id, title }) => ({ id, title }));
  return {
    declarations: ofState(["published"]),
    rejected: ofState(["rejected"]),
    adopted: ofState(["adopted"]),
    undecided: ofState(["tabled"]),
    journalCode: shortCode((await readHead(tx, gathering.id)).hash),
    closedAtMs: closing.atMs,
  };
}
