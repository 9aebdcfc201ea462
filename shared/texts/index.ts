export { isBlockId, repairedId, type BlockId } from "./block-id.ts";
export { codeSteps, decodeSteps } from "./coded-steps.ts";
export { sealCommit, stepsJson, textHash, type CommitOrigin } from "./commit.ts";
export { emptyText } from "./empty-text.ts";
export {
  acceptPush,
  commitAtHead,
  emptyHistory,
  extendHistory,
  floorVersion,
  historyFrom,
  type KnownCommit,
  type Outcome,
  type Push,
  type PushName,
  type TextHistory,
} from "./history.ts";
export { inspectText } from "./inspect.ts";
export { plainJson } from "./json.ts";
export {
  concludeText,
  handOver,
  mayBeWritten,
  publishText,
  tableText,
  untableText,
  withdrawText,
  type FrozenVersion,
  type TextLife,
  type TextState,
} from "./life.ts";
export { lineCharacters, numberLines, type Line } from "./lines.ts";
export { numberBlocks, type BlockNumber } from "./numbering.ts";
export { parseSteps, parseText } from "./parse.ts";
export { afterSteps, rebaseOver, type Confirmed } from "./rebase.ts";
export { repairedIds, repairIds } from "./repair-ids.ts";
export { isAllowedLink, textSchema, type TextNode } from "./schema.ts";
export { freeze, replayCommit, type Standing } from "./replay.ts";
export { toldCommits, wireCommit, type ToldCommit } from "./told-commits.ts";
export { saysSomething, trimSteps } from "./trim.ts";
export { textSentences } from "./sentences.ts";
export { asItCame, sliceRuns, type Run } from "./runs.ts";
export { emptyProvenance, followProvenance, type AuthoredCommit, type Provenance, type Source } from "./provenance.ts";
export { packProvenance, unpackProvenance } from "./provenance-packed.ts";
export { emptyChronicle, followChronicle, packChronicle, unpackChronicle, type Chronicle } from "./chronicle.ts";
export type { Moment } from "./moments.ts";
export { restoringSteps } from "./restore.ts";
