export { otherDay } from "./agenda-times.ts";
export { endingTitle } from "./ending.ts";
export { now } from "./now.ts";
