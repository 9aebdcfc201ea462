import { text } from "./text.ts";
import { texts } from "./texts.ts";
import { write } from "./write.ts";

export type { FollowedText } from "./text.ts";
export { amend } from "./amend.ts";
export { textState } from "./text-state.ts";
export type { OpenSheet } from "./write.ts";

/** The pages of the bundle `reader`. */
export const readerPages = [texts, text] as const;

/** The page of the bundle `editor`. */
export const editorPages = [write] as const;
