export { amendmentActs } from "./acts.ts";
export { questionOf, writeAdoption, writeRejection, type Adopted, type AmendmentQuestion } from "./adoption.ts";
export { type AmendmentNeighbours } from "./neighbours.ts";
export { isEverAmended, readAmendment, readAmendments, readAmendmentsOn, type AmendmentFacts } from "./store.ts";
