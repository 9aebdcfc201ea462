export { appendEntry, readEntries, readHead, type NewEntry } from "./store.ts";
