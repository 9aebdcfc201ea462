export { CollabSession, type SessionPage } from "./collab-session.ts";
export { fromOthers, giveIds } from "./own-changes.ts";
export { redo, undo } from "./undo.ts";
export type { OfferedWords } from "./words-of-steps.ts";
