export { agenda } from "./agenda.ts";

export { now } from "./now.ts";
