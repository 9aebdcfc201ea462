import type { Translate } from "../i18n/index.ts";
import { shortCode, type ActName, type Sentences } from "../journal/index.ts";
import type { Fraction } from "./fraction.ts";
import { parseRule, type Majority, type Rule } from "./rule.ts";
import { yesNoTally } from "./tally.ts";

type BallotAct = Extract<ActName, `ballot.${string}`>;

export const ballotSentences: Sentences<BallotAct> = {
  "ballot.opened": {
    say: ([{ data }], { t }) => {
      const { number, enrolled, present, hash } = data;
      const parsed = parseRule(data.rule);
      const rule = parsed.ok ? ruleWords(parsed.value, t) : data.rule;
      const opened = t("minutes.ballot.opened", { number, rule, enrolled, present, code: shortCode(hash) });
      if (data.secrecy !== "secret") return opened;
      const plain = data.unencryptedHash === undefined ? [] : [t("minutes.ballot.unencrypted")];
      return [opened, t("minutes.ballot.secret", { least: data.leastVotes ?? 0 }), ...plain].join(" ");
    },
  },
  "ballot.closed": {
    say: ([{ data }], { t, names }) => {
      const { for: pour, against: contre, abstention, notTakingPart: nppv } = yesNoTally(data.tally);
      return t("minutes.ballot.closed", { number: names.ballot(data.ballot), pour, contre, abstention, nppv });
    },
  },
  "ballot.declared": {
    say: ([{ data }], { t, names }) => {
      const number = names.ballot(data.ballot);
      switch (data.outcome) {
        case "adopted":
          return t("minutes.ballot.adopted", { number });
        case "rejected":
          return t("minutes.ballot.rejected", { number });
        case "no-quorum":
          return t("minutes.ballot.no-quorum", { number });
        default:
          return t("minutes.ballot.no-result", { number });
      }
    },
  },
  "ballot.cancelled": {
    say: ([{ data }], { t, names }) => t("minutes.ballot.cancelled", { number: names.ballot(data.ballot) }),
  },
  "ballot.annulled": {
    say: ([{ data }], { t, names }) => t("minutes.ballot.annulled", { number: names.ballot(data.ballot) }),
  },
};

/** `à la majorité des deux tiers des suffrages exprimés, avec un quorum de présence (la moitié des inscrites)`. */
export function ruleWords({ majority, quorum }: Rule, t: Translate): string {
  const words = majority.kind === "simple" ? t("minutes.rule.simple") : majorityWords(majority, t);
  if (quorum === null) return words;
  const part = partWords(quorum.fraction, t);
  return words + t(quorum.of === "present" ? "minutes.rule.quorumPresent" : "minutes.rule.quorumVoted", { part });
}

function majorityWords({ fraction, base }: Extract<Majority, { kind: "fraction" }>, t: Translate): string {
  const [part, of] = [partWords(fraction, t), t(`minutes.rule.of.${base}`)];
  return t(fraction.strictly ? "minutes.rule.moreThan" : "minutes.rule.atLeast", { part, of });
}

function partWords({ numerator, denominator }: Fraction, t: Translate): string {
  const part = `${numerator}/${denominator}`;
  const key = named.get(part);
  return key === undefined ? part : t(key);
}

const named: ReadonlyMap<string, `minutes.rule.${"half" | "twoThirds" | "threeQuarters" | "fourFifths"}`> = new Map([
  ["1/2", "minutes.rule.half"],
  ["2/3", "minutes.rule.twoThirds"],
  ["3/4", "minutes.rule.threeQuarters"],
  ["4/5", "minutes.rule.fourFifths"],
] as const);
