export { agenda } from "./agenda.ts";
