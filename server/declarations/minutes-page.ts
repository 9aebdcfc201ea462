import { minutesOf, type MinutedSection, type MinutedSentence } from "../../shared/declarations/index.ts";
import { longDate } from "../../shared/i18n/index.ts";
import { readEntry, shortCode } from "../../shared/journal/index.ts";
import { ok, type Result } from "../../shared/refusals.ts";
import type { MinutesSentence, MinutesView } from "../../shared/views/index.ts";
import type { PageContext, PageDefinition } from "../http/index.ts";
import { readEntries, readHead } from "../journal/index.ts";
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
        sentences: sentences.map(({ typedHash, subjects, ...sentence }) => ({
          ...sentence,
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
