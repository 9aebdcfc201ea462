import type { Translate } from "../i18n/index.ts";
import type { ActName } from "./acts.ts";
import type { Entry } from "./entry.ts";

/** What the ids in entries are called by. Null: erased, or not for everybody to read. */
export interface Names {
  delegation(id: string): string;
  /** The title of a text that was once tabled; null for a draft that never was. */
  text(id: string): string | null;
  /** `27`, or `27-1` of a sub-amendment. */
  amendment(id: string): string;
  ballot(id: string): number;
  /** The words of the options that a ballot retained, or between which it is tied; empty on anything else. */
  retained(ballot: string): readonly string[];
  agendaItem(id: string): string | null;
  role(role: string): string;
}

/** What a sentence is said with. */
export interface Saying {
  readonly t: Translate;
  readonly names: Names;
  /** `A, B et C` */
  readonly list: (words: readonly string[]) => string;
  /** `samedi 18 h 30`, at the gathering's own clock. */
  readonly moment: (atMs: number) => string;
}

export type Together<A extends ActName> = readonly [Entry<A>, ...Entry<A>[]];

/** How the minutes say an act. Acts that follow each other and have the same `together` are said in one sentence. */
export interface Sentence<A extends ActName> {
  readonly together?: (entry: Entry<A>) => string;
  readonly say: (entries: Together<A>, saying: Saying) => string;
}

/** The sentences of a room: one for each of its acts. */
export type Sentences<A extends ActName> = { readonly [K in A]: Sentence<K> };

/** The acts of the machine, which nobody did. */
export const journalSentences: Sentences<"clock.steppedBack" | "record.restored"> = {
  "clock.steppedBack": {
    say: ([{ data }], { t }) => t("minutes.clock.steppedBack", { count: Math.ceil(data.byMs / 1000) }),
  },
  "record.restored": { say: (_, { t }) => t("minutes.record.restored") },
};
