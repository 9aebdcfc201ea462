export { offerChosenWords } from "./chosen-words.ts";
export { followText, type Followed } from "./followed-text.ts";
