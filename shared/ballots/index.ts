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
export { count, decide, figuresOf, type BallotResult, type Outcome, type Tally } from "./count.ts";
export { firstBallot, type OffRoll } from "./first-ballot.ts";
export type { Answer } from "./methods/answer.ts";
export { positions, type Position } from "./methods/consent.ts";
export { countBallot, type CountInput, type CountWorking } from "./methods/count-ballot.ts";
export { gradeTallies } from "./methods/majority-judgment.ts";
export { asksRoll, type AskedRule } from "./methods/turnout.ts";
export {
  buildRoll,
  presentOn,
  rollBody,
  rollEntryBody,
  type Roll,
  type RollDelegation,
  type RollEntry,
  type RollTotals,
} from "./roll.ts";
export { bases, parseRule, simpleMajority, twoThirdsOfExpressed, writeRule, type Rule } from "./rule.ts";
export { marksBody, marksHash, receiptOf, standingVotes, votesBody, votesHash, type Vote } from "./vote.ts";
export { ballotSentences, ruleWords } from "./sentences.ts";
