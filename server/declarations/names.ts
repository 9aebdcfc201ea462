import { eq } from "drizzle-orm";

import { addressOf } from "../../shared/amendments/index.ts";
import { translator, weekdayAndTime } from "../../shared/i18n/index.ts";
import { readEntry, type AnyEntry, type Names, type Saying } from "../../shared/journal/index.ts";
import { roleWords } from "../../shared/people/index.ts";
import { readBallot } from "../ballots/index.ts";
import type { ActGathering } from "../http/index.ts";
import { readEntriesOf } from "../journal/index.ts";
import { readDelegationNames } from "../people/index.ts";
import type { Tx } from "../storage/index.ts";
import { readTexts } from "../texts/index.ts";

/** What the acts of a gathering are said with: its language, and what its ids are called today. */
export async function readSaying(tx: Tx, gathering: ActGathering): Promise<Saying> {
  const t = translator(gathering.language);
  const list = new Intl.ListFormat(gathering.language);
  return {
    t,
    names: await readNames(tx, gathering, (role) => roleWords(role, t)),
    list: (words) => list.format(words),
    moment: (atMs) => weekdayAndTime(atMs, gathering),
  };
}

async function readNames(tx: Tx, { id: gathering }: ActGathering, role: Names["role"]): Promise<Names> {
  const { amendments, ballots, agenda } = tx.tables;
  const delegationNames = await readDelegationNames(tx, gathering);
  const { id, number, sub } = amendments;
  const numbered = await tx.db.select({ id, number, sub }).from(amendments).where(eq(amendments.gathering, gathering));
  const amendmentNumbers = byId(numbered.map((one) => ({ id: one.id, name: addressOf(one) })));
  const ballotNumbers = byId(
    await tx.db.select({ id: ballots.id, name: ballots.number }).from(ballots).where(eq(ballots.gathering, gathering)),
  );
  const titles = byId(
    await tx.db.select({ id: agenda.id, name: agenda.title }).from(agenda).where(eq(agenda.gathering, gathering)),
  );
  const retained = await readRetained(tx, gathering);
  // The words of a draft are not for everybody: a text is named once it has been tabled.
  const tabled = new Set((await readEntriesOf(tx, gathering, "text.tabled")).map(readEntry).flatMap(textOf));
  const texts = byId(
    (await readTexts(tx, gathering)).map(({ id, title }) => ({ id, name: tabled.has(id) ? title : null })),
  );
  return {
    delegation: (id) => delegationNames.get(id) ?? id,
    amendment: (id) => amendmentNumbers.get(id) ?? "",
    ballot: (id) => ballotNumbers.get(id) ?? 0,
    retained: (id) => retained.get(id) ?? [],
    agendaItem: (id) => titles.get(id) ?? null,
    text: (id) => texts.get(id) ?? null,
    role,
  };
}

/** Only ballots that the journal says were declared are read. */
async function readRetained(tx: Tx, gathering: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const retained = new Map<string, readonly string[]>();
  for (const entry of (await readEntriesOf(tx, gathering, "ballot.declared")).map(readEntry)) {
    if (entry.act !== "ballot.declared" || !["elected", "tie"].includes(entry.data.outcome)) continue;
    const ballot = await readBallot(tx, gathering, entry.data.ballot);
    if (ballot === null || !("result" in ballot) || !("answer" in ballot.result)) continue;
    const { working, winners } = ballot.result.answer;
    const named = "tied" in working && working.tied.length > 0 ? working.tied : winners;
    retained.set(
      ballot.id,
      named.map((option) => ballot.options?.[Number(option) - 1] ?? option),
    );
  }
  return retained;
}

const byId = <T>(rows: readonly { readonly id: string; readonly name: T }[]): ReadonlyMap<string, T> =>
  new Map(rows.map(({ id, name }) => [id, name]));

const textOf = (entry: AnyEntry): readonly string[] => (entry.act === "text.tabled" ? [entry.data.text] : []);
