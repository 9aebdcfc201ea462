export { adoptionCommit } from "./adopt.ts";
export { apply } from "./apply.ts";
export { canonicalise } from "./canonicalise.ts";
export { divide } from "./divide.ts";
export { changeSetBody, changeSetHash, parseChangeSet, type ChangeSet, type ChangeState } from "./change.ts";
export { adoptionEffects, subAdoptionEffects, type Waiting, type WaitingSub } from "./effects.ts";
export { Parent, type ParentRevision, type SubWish } from "./sub-amendment.ts";
export { makeAgain, type Course, type Move, type Submitted } from "./course.ts";
export { undo, undoingEffects, type Restanding, type UndoingEffects } from "./undo.ts";
export { whatIf } from "./what-if.ts";
export { rebase, rebaseOver, type Rebased } from "./rebase.ts";
export { passageBetween, type Passage } from "./passage.ts";
export { relation, relations, relationsOfAllPairs, relationsTo } from "./relation.ts";
export { callOrder, type Callable, type Discussion } from "./call-order.ts";
export { foresee, type Foreseen, type Foresight, type Outlook } from "./foresee.ts";
export { inRunningOrder, moveDiscussion, type Called } from "./running-order.ts";
export { outlineOf, parseOutline, type AmendmentPlace, type Gist, type Outline } from "./gist.ts";
export {
  adoptAmendment,
  callAmendment,
  checkSupporters,
  cosignAmendment,
  declareInadmissible,
  declareNotMoved,
  divideAmendment,
  isPending,
  rejectAmendment,
  reserveAmendment,
  reviseAmendment,
  standingAfter,
  standingOf,
  undecide,
  takeOverAmendment,
  uncosignAmendment,
  withdrawAmendment,
  type AmendmentLife,
  type Standing,
} from "./life.ts";
export { countOpinions, mayBeJudged, opinions, parseOpinion, type Opinion } from "./opinion.ts";
export {
  Warrant,
  type AdoptionWarrant,
  type Decision,
  type ParentVoted,
  type RejectionWarrant,
  type UndoingWarrant,
} from "./warrant.ts";
export { compareTexts, type Comparison } from "./compare.ts";
export { nameOf } from "./gaps.ts";
export { byArticle } from "./by-article.ts";
export { partAlone, partsOf, takeBack, withoutPart } from "./take-back.ts";
export type { RedlineMove } from "./redline-moves.ts";
export type { Form } from "./redline-forms.ts";
export { excerpt, redline, type RedlineBlock, type RedlineRun, type RunKind } from "./redline.ts";
export { lineLabel } from "./line-label.ts";
export { addressOf, labelOf } from "./label.ts";
export { baseOf, proveAmendment, readSheaf, type ClaimedAmendment, type ClaimedSheaf } from "./read-sheaf.ts";
export { sheafJson, type Sheaf, type SheafBase } from "./sheaf.ts";
export { amendmentSentences } from "./sentences.ts";
