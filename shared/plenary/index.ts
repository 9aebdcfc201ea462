export {
  currentItem,
  endItem,
  inAgendaOrder,
  isItemKind,
  itemKinds,
  mayChange,
  mayRemove,
  reserveItem,
  startItem,
  type AgendaItem,
  type ItemKind,
  type ItemState,
} from "./agenda.ts";
export { annul, decidedBy, mayReplace } from "./annulment.ts";
export {
  conclude,
  isConcluded,
  type BallotEvidence,
  type Conclusion,
  type Declaration,
  type Rejection,
} from "./conclusion.ts";
export { currentMoment, type Moment, type MomentBallot, type MomentFacts } from "./moment.ts";
export { hasSteps, nextStep, type Step } from "./next-step.ts";
export { mayOpen, usualRule, type OpeningFacts } from "./opening.ts";
export { screenChoices, screenShows, type ScreenChoice } from "./screen.ts";
export {
  amendmentsIn,
  isOfOtherWords,
  parentIn,
  readSubject,
  sealSubject,
  type AmendmentSubject,
  type PlenarySubject,
} from "./subject.ts";
export { agendaSentences } from "./sentences.ts";
export { adoptionWarrant, rejectionWarrant, undoingWarrant } from "./warrant.ts";
export { agendaWords, type AgendaFields } from "./agenda-words.ts";
export { templateItems, type TemplateName } from "./templates/fields.ts";
