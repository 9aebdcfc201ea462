export { amendmentState, amendmentTitle, placeWords } from "./amendments.ts";
export { askedWords, choiceShape, choicesInOrder, outcomeShape, ruleWords } from "./ballots.ts";
