export { followText, type Followed } from "./followed-text.ts";
