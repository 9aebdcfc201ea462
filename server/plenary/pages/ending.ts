import { shortCode } from "../../../shared/journal/index.ts";
import type { Ending } from "../../../shared/views/index.ts";
import type { PageContext } from "../../http/index.ts";
import { readEntriesOf, readHead } from "../../journal/index.ts";
import type { TextFacts } from "../../texts/index.ts";
import { readTexts } from "../../texts/index.ts";

/** How the gathering ended. The code is that of the journal's head: whoever keeps it can tell a record that was cut. */
export async function readEnding({ tx, gathering }: PageContext): Promise<Ending> {
  const texts = await readTexts(tx, gathering.id);
  const [closing] = await readEntriesOf(tx, gathering.id, "gathering.closed");
  const { atMs }: { atMs: number } = closing ? JSON.parse(closing.body) : { atMs: 0 };
  return {
    declarations: named(texts, "published"),
    adopted: named(texts, "adopted"),
    rejected: named(texts, "rejected"),
    undecided: named(texts, "tabled"),
    journalCode: shortCode((await readHead(tx, gathering.id)).hash),
    closedAtMs: atMs,
  };
}

const named = (texts: readonly TextFacts[], state: TextFacts["life"]["state"]) =>
  texts.filter((text) => text.life.state === state).map(({ id, title }) => ({ id, title }));
