import type { BallotResult } from "../../shared/ballots/index.ts";
import type { Translate } from "../../shared/i18n/index.ts";
import type { BallotFacts } from "../../shared/views/index.ts";
import { optionWords } from "./said.ts";

/** How a ballot ended: `Adopté`, `Égalité`; among options what was chosen, `Options retenues : Commercy, Montreuil`. */
export function verdictWords(
  facts: Pick<BallotFacts, "asking" | "options">,
  result: BallotResult,
  t: Translate,
): string {
  const { outcome } = result;
  if (outcome !== "elected") return t(`outcome.${outcome}`);
  const { winners } = result.answer;
  const names = winners.map((option) => optionWords(facts, option, t)).join(", ");
  return t("outcome.elected", { count: winners.length, names });
}

/** The classes of a verdict: one word is large, what names options is smaller, so that a phone and the screen hold it. */
export const verdictLook = (words: string): string =>
  `verdict ${words.length > 140 ? "verdict--longest" : words.length > 20 ? "verdict--long" : ""}`.trim();
