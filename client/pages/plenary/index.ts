export { agenda } from "./agenda.ts";
export { endingWords } from "./ending.ts";
export { now } from "./now.ts";
