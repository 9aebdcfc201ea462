export { aheadWords, discussions, isSupported, sameWords, supportersWords } from "./discussions.ts";
export { opinionBadge, opinionShape } from "./opinions.ts";
export { amendmentState, amendmentTitle, lineWords, placeWords, sheetPath } from "./amendments.ts";
export { askedSentence } from "./asked.ts";
export { answerWords, gradeWords, optionWords, saidShape, saidWords } from "./said.ts";
export { countedWords, voterWords } from "./who.ts";
export { reasonsList } from "./reasons.ts";
export { verdictLook, verdictWords } from "./verdict.ts";
export { askedWords, choiceShape, choicesInOrder, outcomeShape, quorumWords, ruleWords } from "./ballots.ts";
