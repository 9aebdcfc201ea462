export { endingTitle } from "./ending.ts";
export { now } from "./now.ts";
