/** The answers to a question, in the order in which every card and result shows them. NPPV is `notTakingPart`. */
export const choices = ["for", "against", "abstention", "notTakingPart"] as const;
export type Choice = (typeof choices)[number];

export const isChoice = (value: unknown): value is Choice => choices.some((choice) => choice === value);
