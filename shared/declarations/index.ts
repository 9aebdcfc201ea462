export { minutesOf, sentenceOf, type MinutedSection, type MinutedSentence } from "./minutes.ts";
export { decline, sign, type Signable, type Signature } from "./signature.ts";
