import { assertNever } from "../../shared/refusals.ts";
import type { Asking, Franchise, Rule } from "../../shared/ballots/index.ts";
import type { Translate } from "../../shared/i18n/index.ts";
import { quorumWords, ruleWords } from "./ballots.ts";
import { franchiseWords, voterWords } from "./who.ts";

/**
 * What is asked and under which rule, as it is read back before opening and stands on every card: `deux tiers des
 * exprimés` of for and against, and who votes where it is not the usual one vote a delegation; else `Les délégations présentes classent 3 options ; méthode de Schulze ; quorum : …`.
 */
export function askedSentence(
  { asking, rule, franchise }: { readonly asking: Asking; readonly rule: Rule; readonly franchise: Franchise },
  t: Translate,
): string {
  const votes = franchiseWords(franchise, t);
  if (asking.method === "yes-no") return [ruleWords(rule, t), votes].filter(Boolean).join(t("said.also"));
  const quorum = rule.quorum === null || asking.method === "temperature" ? null : quorumWords(rule.quorum, t);
  const voters = voterWords(franchise, 2, t);
  const said = [
    t(`asked.${asking.method}`, { ...countsOf(asking), ...voters }),
    majorityOf(asking, rule, t),
    quorum,
    votes,
  ];
  return `${said.filter((words) => words !== null).join(t("said.also"))}.`;
}

const countsOf = (asking: Asking) => ({
  options: "options" in asking ? asking.options : 0,
  count: "seats" in asking ? asking.seats : 0,
});

/** Of choice and approval alone a majority is asked; without one the most votes win. */
function majorityOf(asking: Asking, { majority }: Rule, t: Translate): string | null {
  switch (asking.method) {
    case "choice":
    case "approval":
      return majority.kind === "simple"
        ? t("asked.most")
        : t("asked.majority", { rule: ruleWords({ majority, quorum: null }, t) });
    case "evident":
    case "yes-no":
    case "consent":
    case "majority-judgment":
    case "schulze":
    case "instant-runoff":
    case "stv":
    case "temperature":
      return null;
    default:
      return assertNever(asking);
  }
}
