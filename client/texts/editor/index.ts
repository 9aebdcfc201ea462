export { amendingTools, defineSheetElements, sheetTools, Tools, type LinkAsked, type Tool } from "./elements/index.ts";
export { clipboardSerializer, domParser, markViews, nodeViews } from "./dom.ts";
export { SheetEditor } from "./editor.ts";
export { pasteWithin } from "./paste.ts";
export { keepWords } from "./kept-words.ts";

export { sheetKeys } from "./keys.ts";
export { cursorState, type CursorState } from "./sheet-state.ts";
export { pacePushes, randomName } from "./pace.ts";
