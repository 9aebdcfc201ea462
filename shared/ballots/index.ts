export {
  blank,
  grades,
  notTakingPart,
  optionMethods,
  optionsOf,
  parseAsking,
  readSaid,
  type Asking,
  evidentSides,
  type EvidentSide,
  type Grade,
} from "./asking.ts";
export {
  annulBallot,
  ballotBody,
  ballotCode,
  canCloseAndDeclare,
  cancelBallot,
  closeBallot,
  closedFact,
  countVotes,
  declareResult,
  mayBeKept,
  openBallot,
  openedFact,
  openingOf,
  type AnnulledBallot,
  type Asked,
  type Ballot,
  type BallotState,
  type CancelledBallot,
  type ClosedBallot,
  type DeclaredBallot,
  type OpenBallot,
  type PreparedBallot,
  type Secrecy,
  type Subject,
  underWay,
} from "./ballot.ts";
export { castVote, type CastOn, type CastRequest, type Casting } from "./cast.ts";
export { castSecretly } from "./cast-secretly.ts";
export { choices, isChoice, type Choice } from "./choice.ts";
export { count, decide, type Outcome, type Tally, type YesNoResult } from "./count.ts";
export { csvOf, exportBallot, saidInTable, votesOf, type ExportedLinks, type ExportWords } from "./export.ts";
export {
  checkFranchise,
  parseFranchise,
  usualFranchise,
  writeFranchise,
  type Franchise,
  type Unit,
} from "./franchise.ts";
export { firstBallot, type OffRoll } from "./first-ballot.ts";
export {
  agreedCounts,
  agreedVotes,
  countsByStation,
  enterCount,
  stationsOf,
  stationState,
  votesAtStation,
  type Station,
  type StationCount,
  type TellerCount,
} from "./hand-count.ts";
export { methodOutcomes, type Answer, type MethodOutcome } from "./methods/answer.ts";
export { positions, type Position } from "./methods/consent.ts";
export { countBallot, type CountInput, type CountWorking } from "./methods/count-ballot.ts";
export { gradeTallies } from "./methods/majority-judgment.ts";
export { asksRoll, type AskedRule } from "./methods/turnout.ts";
export { filledBy, paperField, reasonsOn, saidByPaper, voteFields, type FilledPaper } from "./paper.ts";
export { evidentResult, resultOf, type BallotResult, type MethodResult } from "./result.ts";
export { tieLeft } from "./tie.ts";
export type { SaidTally } from "./tally.ts";
export {
  buildRoll,
  linesOf,
  presentOn,
  rollBody,
  rollEntryBody,
  type Registered,
  type Roll,
  type RollEntry,
  type RollTotals,
} from "./roll.ts";
export { bases, parseRule, simpleMajority, twoThirdsOfExpressed, writeRule, type Rule } from "./rule.ts";
export { partsOf, readSplit } from "./split.ts";
export {
  byPhone,
  markReceipt,
  sortedChoices,
  type Box,
  type PlainHttp,
  type Received,
  type RollMark,
  type Urn,
} from "./urn.ts";
export {
  consentSteps,
  firstStep,
  reasonCharacters,
  reasoned,
  reasonFor,
  stepAfter,
  type ConsentStep,
} from "./reason.ts";
export {
  markedRoll,
  marksBody,
  marksHash,
  receiptOf,
  standingVotes,
  votesBody,
  votesHash,
  type Mark,
  type Vote,
} from "./vote.ts";
export { ballotSentences, ruleWords } from "./sentences.ts";
