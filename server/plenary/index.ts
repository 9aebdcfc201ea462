import { agendaActs } from "./agenda-acts.ts";
import { ballotConductActs } from "./ballot-acts.ts";
import { gatheringActs } from "./gathering-acts.ts";

export { readAgenda } from "./agenda-store.ts";
export { beingVoted } from "./being-voted.ts";
export { statedReasons } from "./stated-reasons.ts";
export { plenaryPages } from "./pages/index.ts";
export { fillAgenda } from "./fill-agenda.ts";
export const plenaryActs = [...agendaActs, ...ballotConductActs, ...gatheringActs];
