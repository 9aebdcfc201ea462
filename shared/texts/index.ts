export { isAllowedLink, textSchema, type TextNode } from "./schema.ts";
export { textSentences } from "./sentences.ts";
