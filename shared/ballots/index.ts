export {
  ballotBody,
  ballotCode,
  canCloseAndDeclare,
  cancelBallot,
  closeBallot,
  closedFact,
  declareResult,
  openBallot,
  openedFact,
  openingOf,
  type Ballot,
  type BallotState,
  type CancelledBallot,
  type ClosedBallot,
  type DeclaredBallot,
  type OpenBallot,
  type PreparedBallot,
  type Subject,
} from "./ballot.ts";
export { castVote, enterVote, type CastOn, type CastRequest, type Casting } from "./cast.ts";
export { choices, isChoice, type Choice } from "./choice.ts";
export {
  count,
  decide,
  figuresOf,
  outcomes,
  type BallotResult,
  type Figures,
  type Outcome,
  type Tally,
  type Working,
} from "./count.ts";
export { firstBallot, type Newcomer, type OffRoll } from "./first-ballot.ts";
export type { Fraction } from "./fraction.ts";
export {
  buildRoll,
  entryOf,
  presentOn,
  rollBody,
  rollEntryBody,
  rollHash,
  type Channel,
  type Presence,
  type Roll,
  type RollDelegation,
  type RollEntry,
} from "./roll.ts";
export {
  bases,
  parseRule,
  simpleMajority,
  twoThirdsOfExpressed,
  writeRule,
  type Base,
  type Majority,
  type Quorum,
  type Rule,
} from "./rule.ts";
export {
  marksBody,
  marksHash,
  markOf,
  receiptOf,
  standingVotes,
  votesBody,
  votesHash,
  type Mark,
  type Vote,
} from "./vote.ts";
export { ballotSentences, ruleWords } from "./sentences.ts";
