export { amendmentActs } from "./acts.ts";
export { blockQuestionOf, groupsOf } from "./block.ts";
export { questionOf, writeAdoption, writeRejection } from "./adoption.ts";

export { type AmendmentNeighbours } from "./neighbours.ts";
export { amendmentPages } from "./pages.ts";
export { isEverAmended, readAmendment, readAmendments, readAmendmentsOn, type AmendmentFacts } from "./store.ts";
export { AmendmentShower, gistOf, inTextOrder, isAlive } from "./views.ts";
