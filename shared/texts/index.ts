export { isAllowedLink, textSchema, type TextNode } from "./schema.ts";
