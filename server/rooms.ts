import { amendmentActs, amendmentPages, deadlineOf, discussedWords, isEverAmended } from "./amendments/index.ts";
import { declarationActs, declarationPages } from "./declarations/index.ts";
import type { ActDefinition, Key, PageDefinition } from "./http/index.ts";
import type { TextsInWriting } from "./people/index.ts";
import { ballotActs, countActs, isOnOpenRoll, voteActs } from "./ballots/index.ts";
import { beingVoted, fillAgenda, plenaryActs, plenaryPages } from "./plenary/index.ts";
import { readTexts, textActs, textPages } from "./texts/index.ts";
import { peopleActs, peoplePages, type Template } from "./people/index.ts";

/** Every room's acts and pages, in the order of the house's line. A new room adds itself here. */
export function rooms(key: Key): {
  readonly acts: readonly ActDefinition[];
  readonly pages: readonly PageDefinition[];
} {
  return {
    acts: [
      ...peopleActs(key, textsInWriting, isOnOpenRoll, ownWords),
      ...textActs(key, { ...beingVoted, isEverAmended }),
      ...ballotActs,
      ...voteActs,
      ...countActs,
      ...amendmentActs(beingVoted),
      ...plenaryActs,
      ...declarationActs,
    ],
    pages: [
      ...peoplePages(key, textsInWriting),
      ...textPages(key, { ...beingVoted, deadlineOf }),
      ...amendmentPages(beingVoted),
      ...plenaryPages,
      ...declarationPages,
    ],
  };
}

/** The drafts, which somebody can be named to write. */
const textsInWriting: TextsInWriting = async (tx, gathering) =>
  (await readTexts(tx, gathering)).filter((text) => text.life.state === "draft");

/** What people said, to take along and to erase with them. */
export const ownWords = discussedWords;

/** What a new gathering begins with. */
export const template: Template = {
  name: "commune-des-communes",
  fill: (tx, gathering) => fillAgenda(tx, gathering, "commune-des-communes"),
};
