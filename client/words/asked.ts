import { assertNever } from "../../shared/refusals.ts";
import type { Asking, Rule } from "../../shared/ballots/index.ts";
import type { Translate } from "../../shared/i18n/index.ts";
import { quorumWords, ruleWords } from "./ballots.ts";

/**
 * What is asked and under which rule, as it is read back before opening and stands on every card: `deux tiers des
 * exprimés` of for and against; else `Les délégations présentes classent 3 options ; méthode de Schulze ; quorum : …`.
 */
export function askedSentence(
  { asking, rule }: { readonly asking: Asking; readonly rule: Rule },
  t: Translate,
): string {
  if (asking.method === "yes-no") return ruleWords(rule, t);
  const quorum = rule.quorum === null || asking.method === "temperature" ? null : quorumWords(rule.quorum, t);
  const said = [t(`asked.${asking.method}`, countsOf(asking)), majorityOf(asking, rule, t), quorum];
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
