export { appendEntry, headForEntry, readEntries, readEntriesOf, readHead, type NewEntry } from "./store.ts";
export { keepWords, readWords } from "./words.ts";
