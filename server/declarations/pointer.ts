import { addressOf } from "../../shared/amendments/index.ts";
import type { Subjects } from "../../shared/declarations/index.ts";
import type { Saying } from "../../shared/journal/index.ts";
import type { MinutesSentence } from "../../shared/views/index.ts";
import { gistOf, readAmendments } from "../amendments/index.ts";
import type { ActGathering } from "../http/index.ts";
import type { Tx } from "../storage/index.ts";
import { readTexts } from "../texts/index.ts";

type Pointed = Pick<MinutesSentence, "quotes" | "links">;

/** Leads from a sentence of the minutes to what it speaks of. What is not for everybody to read is not led to. */
export interface Pointer {
  pointsTo(subjects: Subjects): Pointed;
}

export async function readPointer(tx: Tx, gathering: ActGathering, { t, names }: Saying): Promise<Pointer> {
  const amendments = new Map((await readAmendments(tx, gathering.id)).map((one) => [one.id, one]));
  const states = new Map((await readTexts(tx, gathering.id)).map(({ id, life }) => [id, life.state]));

  const toText = (id: string): Pointed["links"] => {
    const title = names.text(id);
    return title === null ? [] : [{ words: title || t("minutes.text.untitled"), path: `/textes/${id}` }];
  };
  /** A text that the assembly has decided on has a page of its own; as long as it has. */
  const toDeclaration = (id: string): Pointed["links"] => {
    const isDecided = ["adopted", "rejected", "published"].includes(states.get(id) ?? "");
    return toText(id).map(({ words, path }) => ({ words, path: isDecided ? `/declarations/${id}` : path }));
  };
  return {
    pointsTo: (subjects) => ({
      quotes: subjects.quoted.flatMap((id) => {
        const amendment = amendments.get(id);
        return amendment ? [{ number: addressOf(amendment), ...gistOf(amendment, gathering.language) }] : [];
      }),
      links: [
        ...subjects.amendments.map((id) => {
          const number = names.amendment(id);
          return {
            words: t(number.includes("-") ? "sub-amendment.title" : "amendment.title", { number }),
            path: `/amendements/${number}`,
          };
        }),
        ...subjects.texts.flatMap(toText),
        ...subjects.declarations.flatMap(toDeclaration),
        ...subjects.ballots.map((id) => {
          const number = names.ballot(id);
          return { words: t("ballot.title", { number }), path: `/scrutins/${number}` };
        }),
      ],
    }),
  };
}
