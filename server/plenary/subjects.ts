import { and, eq } from "drizzle-orm";

import { translator } from "../../shared/i18n/index.ts";
import type { OpeningFacts, PlenarySubject } from "../../shared/plenary/index.ts";
import { ok, refuse, type Result } from "../../shared/refusals.ts";
import { textHash } from "../../shared/texts/index.ts";
import type { ActGathering } from "../http/index.ts";
import type { Tx } from "../storage/index.ts";
import { readDocument, readText } from "../texts/index.ts";

/** What can be put to the vote now: the subject as it stands, what opening depends on, the standing question. */
export interface PutSubject {
  readonly subject: PlenarySubject;
  readonly facts: OpeningFacts["subject"];
  readonly question: string;
}

/** `text:<id>` or `amendment:<id>`, as acts name what they put to the vote. */
export async function readSubjectNow(tx: Tx, gathering: ActGathering, named: string): Promise<Result<PutSubject>> {
  const [kind, id = ""] = named.split(":");
  if (kind === "text") return textSubject(tx, gathering, id);
  return refuse("not-found");
}

/** How a ballot's subject is named, to read it anew. */
export const nameOfSubject = (subject: PlenarySubject): string =>
  subject.kind === "text" ? `text:${subject.text}` : `amendment:${subject.amendments[0] ?? ""}`;

async function textSubject(tx: Tx, gathering: ActGathering, id: string): Promise<Result<PutSubject>> {
  const text = await readText(tx, gathering.id, id);
  if (!text) return refuse("not-found");
  const { version, head, title } = text;
  const { doc } = await readDocument(tx, id, version);
  return ok({
    subject: { kind: "text", text: id, version, head, hash: textHash(doc) },
    facts: { kind: "text", state: text.life.state, amendmentStates: await amendmentStates(tx, id) },
    question: translator(gathering.language)("ballot.question.text", { title }),
  });
}

async function amendmentStates(tx: Tx, text: string): Promise<readonly string[]> {
  const { amendments } = tx.tables;
  const rows = await tx.db
    .select({ state: amendments.state })
    .from(amendments)
    .where(and(eq(amendments.text, text)));
  return rows.map((row) => row.state);
}
