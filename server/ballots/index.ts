export { ballotActs } from "./ballot-acts.ts";
export { cancel, cancelPrepared, closeAndCount, openPrepared, prepareBallot, recordAnnulled } from "./conduct.ts";
export { ballotExportRoutes } from "./export-routes.ts";
export { readReasons } from "./reason-words.ts";
export { readRegister, readVoterNames, readVoters } from "./register.ts";
export {
  listBallots,
  listSubjectsUnderWay,
  nextBallotNumber,
  readBallot,
  readBallotNumbered,
  readNumber,
  readReason,
  readReplacing,
  writeDeclared,
  type BallotLine,
} from "./store.ts";
export { countMarks, isUnscrubbed, readMarksOf, readReceived, scrubUrns } from "./urn-store.ts";
export { countActs } from "./count-acts.ts";
export { readCounts } from "./count-store.ts";
export { voteActs } from "./vote-acts.ts";
export { countVoted, isOnOpenRoll, readVotes, readVotesOf } from "./vote-store.ts";
