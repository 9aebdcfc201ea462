export { amendmentSentences } from "./sentences.ts";
