export { canonicalJson, isStorableText, type Json } from "./canonical-json.ts";
export { hashJson, hashText, noHash, shortCode } from "./hash.ts";
export type { ActData, ActName } from "./acts.ts";
export { firstBrokenEntry, sealEntry, type Entry, type Head, type SealedEntry } from "./entry.ts";
export { hashWords, type TypedWords } from "./words.ts";
export { readEntry, type AnyEntry } from "./read-entry.ts";
export {
  journalSentences,
  type Names,
  type Saying,
  type Sentence,
  type Sentences,
  type Together,
} from "./sentences.ts";
