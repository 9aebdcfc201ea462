export { deadlineOf } from "./deadline.ts";
export { discussedWords } from "./comments.ts";
export { favourableOn } from "./favourable.ts";
export { readOwnOrder } from "./own-order.ts";
export { amendmentActs } from "./acts.ts";
export { blockQuestionOf, groupsOf } from "./block.ts";
export { subQuestionOf } from "./sub-amendment.ts";
export { questionOf, writeAdoption, writeRejection } from "./adoption.ts";

export { type AmendmentNeighbours, type BallotOnIt } from "./neighbours.ts";
export { importRoutes } from "./import-routes.ts";
export { sheafRoutes } from "./sheaf-routes.ts";
export { amendmentPages } from "./pages.ts";
export {
  isAlive,
  isEverAmended,
  readAmendment,
  readAmendments,
  readAmendmentsOn,
  readRevisions,
  type AmendmentFacts,
} from "./store.ts";
export { unmake, writeUndoing } from "./undoing.ts";
export { AmendmentShower, gistOf } from "./views.ts";
