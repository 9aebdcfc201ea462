export { TextAuthority } from "./authority.ts";
export { createText, type NewText } from "./create.ts";
export { appendCommits, loadHistory, readDocument, writtenByAct } from "./commits.ts";
export type { Follower } from "./open-text.ts";
export { readText, readTexts, saveLife, type TextFacts } from "./store.ts";
export type { PushAnswer, WaitingPush } from "./turn.ts";
