export { minutesOf, sentenceOf, type MinutedSection, type MinutedSentence } from "./minutes.ts";
export { decline, sign, type Signature } from "./signature.ts";
export type { Subjects } from "./subjects.ts";
export { reasonsIn, recordContents, type RecordContents, type RecordedBallot, type RecordFile } from "./record.ts";
