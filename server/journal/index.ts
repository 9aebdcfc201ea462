export { appendEntry, headForEntry, readEntries, readEntriesOf, readHead, type NewEntry } from "./store.ts";
export { eraseWords, keepWords, readWords } from "./words.ts";
