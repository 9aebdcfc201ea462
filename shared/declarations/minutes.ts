import { amendmentSentences } from "../amendments/index.ts";
import { ballotSentences } from "../ballots/index.ts";
import {
  journalSentences,
  readEntry,
  type ActName,
  type AnyEntry,
  type Entry,
  type Saying,
  type SealedEntry,
  type Sentences,
  type Together,
} from "../journal/index.ts";
import { peopleSentences } from "../people/index.ts";
import { agendaSentences } from "../plenary/index.ts";
import { textSentences } from "../texts/index.ts";
import { declarationSentences } from "./sentences.ts";
import { subjectsOf, type Subjects } from "./subjects.ts";

/** Every act has its sentence, said by the room of the act: an act without one does not compile. */
const sentences: Sentences<ActName> = {
  ...journalSentences,
  ...peopleSentences,
  ...textSentences,
  ...ballotSentences,
  ...amendmentSentences,
  ...agendaSentences,
  ...declarationSentences,
};

/** A sentence of the minutes, with the number and the time of its first act. */
export interface MinutedSentence {
  readonly sequence: number;
  readonly atMs: number;
  readonly words: string;
  /** The hash of typed words that belong to the act: a question, a reason, a reservation. */
  readonly typedHash: string | null;
  /** The ballot of which it declares what came out. */
  readonly declared: string | null;
  /** A count or a result that was annulled later: it is said as one that counts no more. */
  readonly annulled: boolean;
  readonly subjects: Subjects;
}

/** The acts under one agenda item; null before the first and between two. */
export interface MinutedSection {
  readonly item: string | null;
  readonly sentences: readonly MinutedSentence[];
}

/** The acts of a gathering as a secretary would write them down, in order, by agenda item. */
export function minutesOf(entries: readonly SealedEntry[], saying: Saying): readonly MinutedSection[] {
  const published: string[] = [];
  const read = entries.map(readEntry);
  const annulled = new Set(read.flatMap((entry) => (entry.act === "ballot.annulled" ? [entry.data.ballot] : [])));
  const sections: { item: string | null; sentences: MinutedSentence[] }[] = [{ item: null, sentences: [] }];
  for (const group of gatherTogether(read)) {
    const [first] = group;
    if (first.act === "agenda.started") sections.push({ item: first.data.item, sentences: [] });
    if (first.act === "declaration.published") published.push(first.data.text);
    const section = sections.at(-1);
    section?.sentences.push(minute(group, saying, annulled));
    if (first.act === "agenda.ended" || first.act === "agenda.reserved") sections.push({ item: null, sentences: [] });
    if (first.act === "gathering.closed") {
      const { sequence, atMs } = first;
      section?.sentences.push({
        sequence,
        atMs,
        words: endingWords(published, saying),
        typedHash: null,
        declared: null,
        annulled: false,
        subjects: subjectsOf([]),
      });
    }
  }
  return sections.filter((section) => section.sentences.length > 0);
}

/** What one act is called, alone: the line of the journal. */
export const sentenceOf = (entry: AnyEntry, saying: Saying): string => say([entry], saying);

/** How the gathering ended: which declarations it published, or that there is none. */
function endingWords(published: readonly string[], { t, names, list }: Saying): string {
  if (published.length === 0) return t("minutes.ending.none");
  const titles = published.map((text) =>
    t("minutes.agenda.title", { title: names.text(text) ?? t("minutes.text.untitled") }),
  );
  return t("minutes.ending.published", { count: titles.length, titles: list(titles) });
}

type Group = readonly [AnyEntry, ...AnyEntry[]];

function minute(group: Group, saying: Saying, annulled: ReadonlySet<string>): MinutedSentence {
  const [first] = group;
  const behalf =
    first.behalf === undefined ? "" : ` ${saying.t("minutes.behalf", { role: saying.names.role(first.role) })}`;
  return {
    sequence: first.sequence,
    atMs: first.atMs,
    words: say(group, saying) + behalf,
    typedHash: typedHashOf(first),
    declared: first.act === "ballot.declared" ? first.data.ballot : null,
    annulled: isCount(first) && annulled.has(first.data.ballot),
    subjects: subjectsOf(group),
  };
}

const isCount = (entry: AnyEntry): entry is Entry<"ballot.closed"> | Entry<"ballot.declared"> =>
  entry.act === "ballot.closed" || entry.act === "ballot.declared";

/** An amendment's rationale stands on its own page; an agenda item's title is in the sentence. */
function typedHashOf({ data }: AnyEntry): string | null {
  if ("questionHash" in data) return data.questionHash;
  if ("reservationHash" in data && data.reservationHash !== undefined) return data.reservationHash;
  if ("reasonHash" in data && !("amendment" in data) && data.reasonHash !== undefined) return data.reasonHash;
  return null;
}

function say<A extends ActName>(group: Together<A>, saying: Saying): string {
  return sentences[group[0].act].say(group, saying);
}

/** Acts that follow each other, of one kind, that their room says in one sentence, done in the same right. */
function gatherTogether(entries: readonly AnyEntry[]): readonly Group[] {
  const groups: [AnyEntry, ...AnyEntry[]][] = [];
  for (const entry of entries) {
    const group = groups.at(-1);
    if (group !== undefined && belongTogether(group[0], entry)) group.push(entry);
    else groups.push([entry]);
  }
  return groups;
}

function belongTogether<A extends ActName>(first: Entry<A>, next: Entry): boolean {
  const together = sentences[first.act].together;
  if (together === undefined || !isSameAct(first, next)) return false;
  const sameRight = (first.behalf === undefined) === (next.behalf === undefined) && first.role === next.role;
  return sameRight && together(first) === together(next);
}

const isSameAct = <A extends ActName>(first: Entry<A>, next: Entry): next is Entry<A> => next.act === first.act;
