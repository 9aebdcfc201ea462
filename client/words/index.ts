export { amendmentState, amendmentTitle, placeWords } from "./amendments.ts";
export { answerWords, optionWords, saidShape, saidWords } from "./said.ts";
export { askedWords, choiceShape, choicesInOrder, outcomeShape, ruleWords } from "./ballots.ts";
