import type { Translate } from "../i18n/index.ts";
import { shortCode, type ActData, type ActName, type Sentences } from "../journal/index.ts";
import { optionMethods } from "./asking.ts";
import { units } from "./franchise.ts";
import type { Fraction } from "./fraction.ts";
import { methodOutcomes } from "./methods/answer.ts";
import { parseRule, type Majority, type Rule } from "./rule.ts";
import { yesNoTally } from "./tally.ts";

type BallotAct = Extract<ActName, `ballot.${string}`>;

export const ballotSentences: Sentences<BallotAct> = {
  "ballot.opened": {
    say: ([{ data }], { t, names }) => {
      const { number, enrolled, present, hash } = data;
      const rule = askedWords(data, t);
      const unit = units.find((one) => one === data.unit) ?? "delegation";
      const who = t(`minutes.who.${unit}`);
      const words = [t("minutes.ballot.opened", { number, rule, who, enrolled, present, code: shortCode(hash) })];
      if (data.weights !== undefined) words.push(t("minutes.ballot.weights"));
      if (data.proxies) words.push(t("minutes.ballot.proxies"));
      if (data.split) words.push(t("minutes.ballot.split"));
      if (data.replaces !== undefined)
        words.push(t("minutes.ballot.replaces", { number: names.ballot(data.replaces) }));
      if (data.secrecy === "secret") words.push(t("minutes.ballot.secret", { least: data.leastVotes ?? 0 }));
      if (data.unencryptedHash !== undefined) words.push(t("minutes.ballot.unencrypted"));
      return words.join(" ");
    },
  },
  "ballot.closed": {
    say: ([{ data }], { t, names }) => {
      const number = names.ballot(data.ballot);
      if (data.evident !== undefined)
        return t(data.evident === "for" ? "minutes.ballot.evident-for" : "minutes.ballot.evident-against", { number });
      const { for: pour, against: contre, abstention, notTakingPart: nppv } = yesNoTally(data.tally);
      // For and against are counted even when nobody said them; elsewhere nobody can say them.
      if ("for" in data.tally) return t("minutes.ballot.closed", { number, pour, contre, abstention, nppv });
      const { consent = 0, reservation = 0, objection = 0 } = data.tally;
      if (consent + reservation + objection > 0)
        return t("minutes.ballot.closedConsent", { number, consent, reservation, objection, abstention, nppv });
      const expressed = Object.values(data.tally).reduce((sum, count) => sum + count, 0) - abstention - nppv;
      return t("minutes.ballot.closedOptions", { number, expressed, abstention, nppv });
    },
  },
  "ballot.declared": {
    say: ([{ data }], { t, names, list }) => {
      const number = names.ballot(data.ballot);
      const outcome = methodOutcomes.find((one) => one === data.outcome) ?? "no-result";
      const retained = names.retained(data.ballot);
      const said = { number, count: retained.length, names: list(retained) };
      // As the result's own page says it.
      if (outcome === "elected") return t("minutes.ballot.elected", { ...said, names: retained.join(", ") });
      return outcome === "tie" ? t("minutes.ballot.tie", said) : t(`minutes.ballot.${outcome}`, { number });
    },
  },
  "ballot.cancelled": {
    say: ([{ data }], { t, names }) => t("minutes.ballot.cancelled", { number: names.ballot(data.ballot) }),
  },
  "ballot.annulled": {
    say: ([{ data }], { t, names }) => t("minutes.ballot.annulled", { number: names.ballot(data.ballot) }),
  },
};

/** How it was asked: by a majority; or, among options, by its method, with the majority and the quorum that it uses. */
function askedWords({ method, rule, options, seats = 0 }: ActData["ballot.opened"], t: Translate): string {
  const parsed = parseRule(rule);
  if (!parsed.ok) return rule;
  if (method === "yes-no") return ruleWords(parsed.value, t);
  if (method === "evident") return t("minutes.method.evident");
  const { majority, quorum } = parsed.value;
  const by = [...optionMethods, "consent" as const].find((one) => one === method) ?? "consent";
  const asked = t(`minutes.method.${by}`, { options: options.length, count: seats });
  const asksMajority = (by === "choice" || by === "approval") && majority.kind === "fraction";
  const needed = asksMajority ? `, ${majorityWords(majority, t)}` : "";
  return asked + needed + (by === "temperature" ? "" : quorumWords(quorum, t));
}

/** `à la majorité des deux tiers des suffrages exprimés, avec un quorum de présence (la moitié des inscrites)`. */
export function ruleWords({ majority, quorum }: Rule, t: Translate): string {
  const words = majority.kind === "simple" ? t("minutes.rule.simple") : majorityWords(majority, t);
  return words + quorumWords(quorum, t);
}

function quorumWords(quorum: Rule["quorum"], t: Translate): string {
  if (quorum === null) return "";
  const part = partWords(quorum.fraction, t);
  return t(quorum.of === "present" ? "minutes.rule.quorumPresent" : "minutes.rule.quorumVoted", { part });
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
