/** The rule and the roll of an exported ballot (docs/ballot-format.md, "Rule and roll"). */
import { bases, type AskedRule, type RollTotals } from "../../shared/ballots/index.ts";
import { expect, integer, object, within, type Fields } from "../verify.ts";
import { count, oneOf, only } from "./checks.ts";

export function readRule(fields: Fields): AskedRule {
  if (!("rule" in fields)) return { majority: null, quorum: null };
  return within("la règle", () => {
    const rule = object(fields["rule"]);
    only(rule, ["majority", "quorum"]);
    const majority = "majority" in rule ? readMajority(object(rule["majority"])) : null;
    return { majority, quorum: "quorum" in rule ? readQuorum(object(rule["quorum"])) : null };
  });
}

function readMajority(fields: Fields): AskedRule["majority"] {
  only(fields, ["num", "den", "atLeast", "base"]);
  const { atLeast } = fields;
  expect(typeof atLeast === "boolean", "le champ « atLeast » n’est ni vrai ni faux.");
  const fraction = readFraction(fields, !atLeast);
  expect(atLeast || fraction.numerator < fraction.denominator, "rien n’est plus que le tout.");
  return { kind: "fraction", fraction, base: oneOf(fields, "base", bases, "la base") };
}

function readQuorum(fields: Fields): AskedRule["quorum"] {
  only(fields, ["num", "den", "of"]);
  return { fraction: readFraction(fields, false), of: oneOf(fields, "of", ["present", "voted"], "le quorum") };
}

function readFraction(
  fields: Fields,
  strictly: boolean,
): { strictly: boolean; numerator: number; denominator: number } {
  const [numerator, denominator] = [integer(fields, "num"), integer(fields, "den")];
  const isPart = numerator > 0 && numerator <= denominator;
  expect(isPart, `${numerator}/${denominator} n’est pas une part entre zéro et le tout.`);
  return { strictly, numerator, denominator };
}

export function readRoll(fields: Fields): RollTotals | null {
  if (!("roll" in fields)) return null;
  return within("la liste d’émargement", () => {
    const roll = object(fields["roll"]);
    only(roll, ["enrolled", "present"]);
    const [enrolled, present] = [count(roll, "enrolled"), count(roll, "present")];
    expect(present <= enrolled, `il y a ${present} présentes pour ${enrolled} inscrites.`);
    return { enrolled, present };
  });
}
