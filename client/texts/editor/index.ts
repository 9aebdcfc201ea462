export { amendingTools, defineSheetElements, sheetTools, Tools, type LinkAsked, type Tool } from "./elements/index.ts";
export { clipboardSerializer, domParser, markViews, nodeViews } from "./dom.ts";
export { pasteWithin, SheetEditor, type EditorFacts } from "./editor.ts";
export { keepWords, type KeptWords } from "./kept-words.ts";
export { setKind, type Kind } from "./kinds.ts";
export { sheetKeys } from "./keys.ts";
export { cursorState, type CursorState } from "./sheet-state.ts";
export { pacePushes, randomName } from "./pace.ts";
