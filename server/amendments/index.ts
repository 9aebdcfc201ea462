export { amendmentActs } from "./acts.ts";
export { questionOf, writeAdoption, writeRejection, type Adopted, type AmendmentQuestion } from "./adoption.ts";
export { identicalTo } from "./identical.ts";
export { type AmendmentNeighbours, type BallotOnIt } from "./neighbours.ts";
export { amendmentPages } from "./pages.ts";
export { isEverAmended, readAmendment, readAmendments, readAmendmentsOn, type AmendmentFacts } from "./store.ts";
export { AmendmentShower, inTextOrder, isAlive } from "./views.ts";
