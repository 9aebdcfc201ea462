export { appendEntry, headForEntry, readEntries, readEntriesOf, readHead, type NewEntry } from "./store.ts";
export { keepWords, readWords, type KeptWords } from "./words.ts";
