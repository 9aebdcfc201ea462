export { fillAgenda } from "./fill-agenda.ts";
