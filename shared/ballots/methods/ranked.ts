import type { Counted, Ranking } from "./answer.ts";

/** The options that a vote ranks, best first; those that it leaves out share the last place. */
export type Ranked = Counted<{ readonly ranking: Ranking }>;

/** A vote that ranks no option at all is blank: it expresses nothing. */
export const ranksSomething = (vote: Ranked): boolean => vote.ranking.length > 0;
