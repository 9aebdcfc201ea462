export { SheetEditor, type EditorFacts } from "./editor.ts";
export { keepWords, type KeptWords } from "./kept-words.ts";
export type { Kind } from "./kinds.ts";
export type { CursorState } from "./sheet-state.ts";
export { pacePushes, randomName } from "./pace.ts";
export { listenToTools, type Tools } from "./tools.ts";
