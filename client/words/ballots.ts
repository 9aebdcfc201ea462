import { assertNever } from "../../shared/refusals.ts";
import type { Choice, MethodOutcome, Rule } from "../../shared/ballots/index.ts";
import type { Translate } from "../../shared/i18n/index.ts";
import type { ShapeName } from "../ui/index.ts";

/** The shape that stands beside each answer. */
export const choiceShape: Readonly<Record<Choice, ShapeName>> = {
  for: "for",
  against: "against",
  abstention: "abstain",
  notTakingPart: "npp",
};

/** The order of every card and every tally. */
export const choicesInOrder = ["for", "against", "abstention", "notTakingPart"] as const satisfies readonly Choice[];

type Share = Rule["majority"] extends infer M ? (M extends { readonly fraction: infer F } ? F : never) : never;

/** `deux tiers des exprimés`, `majorité simple`; with its quorum when there is one. */
export function ruleWords({ majority, quorum }: Rule, t: Translate): string {
  const first =
    majority.kind === "simple"
      ? t("rule.simple")
      : t("rule.of", { share: shareWords(majority.fraction, t), base: t(`rule.base.${majority.base}`) });
  return quorum === null ? first : `${first}, ${quorumWords(quorum, t)}`;
}

/** `quorum : la moitié des inscrites ayant voté` */
export const quorumWords = ({ of, fraction }: NonNullable<Rule["quorum"]>, t: Translate): string =>
  t(`rule.quorum.${of}`, { share: shareWords(fraction, t) });

/** What had to be reached, as said after a number: `deux tiers`, `plus de pour que de contre`. */
export const askedWords = ({ majority }: Rule, t: Translate): string =>
  majority.kind === "simple" ? t("rule.simple-long") : shareWords(majority.fraction, t);

const named = ["1-2", "2-3", "3-4", "4-5"] as const;

function shareWords(share: Share, t: Translate): string {
  const { numerator, denominator, strictly } = share;
  const known = named.find((one) => one === `${numerator}-${denominator}`);
  const params = { numerator, denominator };
  if (known) return t(strictly ? `rule.more.${known}` : `rule.share.${known}`);
  return strictly ? t("rule.more.other", params) : t("rule.share.other", params);
}

export function outcomeShape(outcome: MethodOutcome): ShapeName {
  switch (outcome) {
    case "adopted":
    case "elected":
    case "consent":
      return "for";
    case "rejected":
    case "objections":
      return "against";
    case "no-result":
    case "tie":
    case "indicative":
      return "abstain";
    case "no-quorum":
    case "reservations":
      return "warn";
    default:
      return assertNever(outcome);
  }
}
