import { minutesOf, type MinutedSection, type MinutedSentence } from "../../shared/declarations/index.ts";
import { longDate } from "../../shared/i18n/index.ts";
import { readEntry, shortCode, type AnyEntry } from "../../shared/journal/index.ts";
import { ok, type Result } from "../../shared/refusals.ts";
import type { MinutesSentence, MinutesView, StatedReason } from "../../shared/views/index.ts";
import { readVotes } from "../ballots/index.ts";
import type { ActGathering, PageContext, PageDefinition } from "../http/index.ts";
import { readEntries, readHead } from "../journal/index.ts";
import { statedReasons } from "../plenary/index.ts";
import type { Tx } from "../storage/index.ts";
import { readSaying } from "./names.ts";
import { readPointer } from "./pointer.ts";
import { readAllWords } from "./typed-words.ts";

/** `/proces-verbal`, for everybody. */
export const minutesPage: PageDefinition = { path: "/proces-verbal", read: readMinutes };

async function readMinutes({ tx, gathering, shell }: PageContext): Promise<Result<MinutesView>> {
  const head = await readHead(tx, gathering.id);
  const entries = await readEntries(tx, gathering.id, 0, head.sequence);
  const saying = await readSaying(tx, gathering);
  const words = await readAllWords(tx, gathering.id);
  const sections = minutesOf(entries, saying);
  const reasons = await readStated(tx, gathering, entries.map(readEntry), (id) => saying.names.delegation(id));
  const pointer = await readPointer(tx, gathering, saying);
  const closing = entries.map(readEntry).findLast((entry) => entry.act === "gathering.closed");
  return ok({
    page: "minutes",
    shell,
    place: gathering.place,
    days: byDay(sections, (atMs) => longDate(atMs, gathering)).map((day) => ({
      atMs: day.atMs,
      sections: day.sections.map(({ item, sentences }) => ({
        title: item === null ? null : saying.names.agendaItem(item),
        sentences: sentences.map(({ typedHash, declared, subjects, ...sentence }) => ({
          ...sentence,
          reasons: (declared && reasons.get(declared)) || [],
          typed: typedWords(typedHash, words),
          ...pointer.pointsTo(subjects),
        })),
      })),
    })),
    closedAtMs: closing?.atMs ?? null,
    journalCode: shortCode(head.hash),
    entries: head.sequence,
  });
}

/** What delegations said against each proposal, of the rounds of consent that were declared. */
async function readStated(
  tx: Tx,
  { id }: ActGathering,
  entries: readonly AnyEntry[],
  named: (delegation: string) => string,
): Promise<ReadonlyMap<string, readonly StatedReason[]>> {
  const stated = new Map<string, readonly StatedReason[]>();
  for (const { act, data } of entries) {
    if (act !== "ballot.declared" || !["reservations", "objections"].includes(data.outcome)) continue;
    stated.set(data.ballot, await statedReasons(tx, id, await readVotes(tx, data.ballot), named));
  }
  return stated;
}

function typedWords(hash: string | null, words: ReadonlyMap<string, string | null>): MinutesSentence["typed"] {
  if (hash === null) return null;
  const typed = words.get(hash) ?? null;
  return typed === null ? "erased" : { words: typed };
}

interface Day {
  readonly atMs: number;
  readonly sections: { item: string | null; sentences: MinutedSentence[] }[];
}

/** Days of the gathering's own zone; an item that goes on the next day stands in both. */
function byDay(sections: readonly MinutedSection[], dayOf: (atMs: number) => string): readonly Day[] {
  const days: Day[] = [];
  for (const { item, sentences } of sections) {
    let begun = false;
    for (const sentence of sentences) {
      let day = days.at(-1);
      if (day === undefined || dayOf(day.atMs) !== dayOf(sentence.atMs)) {
        day = { atMs: sentence.atMs, sections: [] };
        days.push(day);
        begun = false;
      }
      if (!begun) day.sections.push({ item, sentences: [] });
      begun = true;
      day.sections.at(-1)?.sentences.push(sentence);
    }
  }
  return days;
}
