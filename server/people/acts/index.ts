import type { ActDefinition, Key } from "../../http/index.ts";
import type { OwnWords } from "../own-words.ts";
import type { TextsInWriting } from "../texts-in-writing.ts";
import { attendanceActs, type HasOpenVote } from "./attendance-acts.ts";
import { codeActs } from "./code-acts.ts";
import { delegationActs } from "./delegation-acts.ts";
import { gatheringActs } from "./gathering-acts.ts";
import { personActs } from "./person-acts.ts";
import { roleActs } from "./role-acts.ts";

/** All acts of people. Codes are derived from the key; drafters are named to texts of the room on the right. */
export const peopleActs = (
  key: Key,
  textsInWriting: TextsInWriting,
  hasOpenVote: HasOpenVote,
  ownWords: OwnWords,
): readonly ActDefinition[] => [
  ...gatheringActs,
  ...roleActs(textsInWriting),
  ...codeActs(key, textsInWriting),
  ...delegationActs,
  ...attendanceActs(hasOpenVote),
  ...personActs(ownWords),
];
