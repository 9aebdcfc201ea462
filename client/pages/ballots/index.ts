export { ballot } from "./ballot.ts";
export { handCounts } from "./hand-counts.ts";
export { rollPage } from "./roll.ts";
export { annulledCount, annulledSheet, annulledWhy } from "./annulled.ts";
export { ballotCard, stepLine } from "./card.ts";
export { readKept, type KeptVote } from "./kept-vote.ts";
export { blockList, subjectName } from "./paper.ts";
export { votingPapers } from "./voting-papers.ts";
export { closedSheet, resultSheet, tally, working } from "./result.ts";
